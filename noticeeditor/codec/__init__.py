"""What is written down: notice file, profile file, composed document, canonical form."""
