"""Fields for a day and a time: typed as one speaks, stepped by arrow keys, picked from a calendar."""
