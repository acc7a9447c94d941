"""Windows for one thing at a time: export, print, merge, reasons, about."""
