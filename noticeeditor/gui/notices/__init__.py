"""The list of notices: search, filters, what is due first."""
