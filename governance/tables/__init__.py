"""The tables: private to governance, whose face gives out the rows that others read."""

from governance.tables.audit import AuditHead, AuditRow
from governance.tables.channels import ChannelSettings
from governance.tables.columns import Model
from governance.tables.drafts import Draft
from governance.tables.evidence import EvidencePiece
from governance.tables.office_hours import Booking, BookingStatus, HoursRow, TopicRow
from governance.tables.people import (
    AccountRow,
    GroupMemberRow,
    PersonRow,
    Role,
    RoleGroup,
    RoleRow,
)
from governance.tables.post import ArrivalRow, OutboxMessage, OutboxState, ShownCard, TurnRow
from governance.tables.programme import CompletedModule, ShowcaseEntry
from governance.tables.questions import CitedClause, Question
from governance.tables.rooms import Room, RoomState
from governance.tables.solutions import (
    OPEN,
    Review,
    ReviewComment,
    ReviewStatus,
    Solution,
    SolutionStatus,
)

__all__ = [
    "OPEN",
    "AccountRow",
    "ArrivalRow",
    "AuditHead",
    "AuditRow",
    "Booking",
    "BookingStatus",
    "ChannelSettings",
    "CitedClause",
    "CompletedModule",
    "Draft",
    "EvidencePiece",
    "GroupMemberRow",
    "HoursRow",
    "Model",
    "OutboxMessage",
    "OutboxState",
    "PersonRow",
    "Question",
    "Review",
    "ReviewComment",
    "ReviewStatus",
    "Role",
    "RoleGroup",
    "RoleRow",
    "Room",
    "RoomState",
    "ShowcaseEntry",
    "ShownCard",
    "Solution",
    "SolutionStatus",
    "TopicRow",
    "TurnRow",
]
