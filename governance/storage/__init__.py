"""How records are stored: engines, queries, the audit trail and database errors."""
