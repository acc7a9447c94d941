"""The main window: notices, form and preview side by side."""
