"""Personal data and secrets in a text, found and masked."""
