"""What Slack shows, made from replies and forms: Block Kit within Slack's limits (pure)."""
