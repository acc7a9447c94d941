"""One module per format: a composed notice becomes bytes."""
