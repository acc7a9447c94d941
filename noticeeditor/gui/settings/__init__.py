"""The profile editor: an authority as its office edits it, by tables of pages and fields."""
