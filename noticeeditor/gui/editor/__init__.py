"""The editing of one notice: every change goes through here to form, preview, checks and store."""
