"""The first start: whose notices these are, or a look around with the demo."""
