"""Messages on their way: event journal, inbox, outbox, conversations and shown cards."""
