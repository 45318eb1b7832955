"""Reviews as the people of one have them: cases, decisions, and what else can be done."""
