"""Reading what was written elsewhere: pasted text becomes items; never raises, no file, no clock."""
