"""What a clerk can do, for window and command line alike."""
