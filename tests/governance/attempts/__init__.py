"""Ways in which somebody may try to get around a decision, tried on the core."""
