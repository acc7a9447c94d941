"""Compose, set, check and keep the official notices of German authorities."""

__version__ = "0.1.0"
