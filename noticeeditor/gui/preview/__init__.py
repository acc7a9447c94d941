"""The live preview: the real PDF as pictures."""
