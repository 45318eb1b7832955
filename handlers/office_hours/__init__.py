"""Office hours: a topic, a free slot of a mentor, a booking; and a mentor's own hours."""

from handlers.office_hours import booking, mentoring, showing
from handlers.turn import Command

COMMAND = Command(
    "office-hours",
    showing.start,
    verbs={
        "mine": showing.mine,
        "show": showing.show,
        "topic": showing.topic,
        "choose": booking.choose,
        "confirm": booking.confirm,
        "cancel": booking.cancel,
        "hours": mentoring.hours,
        "set": mentoring.set_,
    },
)

__all__ = ["COMMAND"]
