"""How people reach the assistant: the command line, the server, the channels and their wiring."""
