"""What every chat platform shares around a turn: journal, conversation, routing, cards."""
