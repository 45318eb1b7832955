"""Office hours: a topic, a free slot of a mentor, a booking; and a mentor's own hours."""

from handlers.office_hours import booking, mentor_hours, schedule
from handlers.turn import Command

COMMAND = Command(
    "office-hours",
    schedule.start,
    verbs={
        "mine": schedule.show_mine,
        "show": schedule.show,
        "topic": schedule.show_slots,
        "choose": booking.choose,
        "confirm": booking.confirm,
        "cancel": booking.cancel,
        "hours": mentor_hours.edit,
        "set": mentor_hours.save,
    },
)

__all__ = ["COMMAND"]
