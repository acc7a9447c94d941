"""What holds for every test."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# a busy machine is slow at times; that alone is no fault
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")
