"""How a notice is set, without a format: house style × notice → blocks."""
