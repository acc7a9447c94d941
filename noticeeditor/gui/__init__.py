"""Qt lives here and nowhere else: one folder per window, each with view, presenter and model."""
