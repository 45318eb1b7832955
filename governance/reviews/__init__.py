"""Reviews: asked for, talked about and decided; one is about one version of a solution."""

from governance.reviews.appeals import APPEAL, AppealGround, AppealKind, AppealRequests, find_ground
from governance.reviews.comments import Comments
from governance.reviews.decisions import Decisions
from governance.reviews.moves import LEADS_TO, NEXT
from governance.reviews.requests import Reviews
from governance.reviews.steps import (
    Condition,
    StepRequest,
    is_asked_of,
    list_unasked,
    plan_steps,
    repeat_steps,
)
from governance.reviews.store import ReviewStore

__all__ = [
    "APPEAL",
    "LEADS_TO",
    "NEXT",
    "AppealGround",
    "AppealKind",
    "AppealRequests",
    "Comments",
    "Condition",
    "Decisions",
    "ReviewStore",
    "Reviews",
    "StepRequest",
    "find_ground",
    "is_asked_of",
    "list_unasked",
    "plan_steps",
    "repeat_steps",
]
