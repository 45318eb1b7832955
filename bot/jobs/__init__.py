"""What happens without being asked: deliveries, reminders, and the worker that runs them."""
