"""Who writes notices: the profile of an authority, and what it fills in."""
