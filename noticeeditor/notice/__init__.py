"""What a notice says: frozen values and pure functions, no file, no clock, no Qt."""
