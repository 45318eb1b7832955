"""What Teams shows, made from replies and forms: cards and messages within its limits (pure)."""
