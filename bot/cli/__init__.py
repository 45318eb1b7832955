"""The commands: one file each, over the same parts as the server."""
