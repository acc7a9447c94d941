"""The rules of the gazette of an authority."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GazetteRules:
    """When the gazette appears, and until when it takes copy."""

    name: str = ""
