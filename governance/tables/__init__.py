"""The tables: private to governance, whose face gives out the rows that others read."""

from governance.tables.audit import AuditHead, AuditRow
from governance.tables.channel_settings import ChannelSettings
from governance.tables.columns import Model
from governance.tables.conversations import Conversation, ConversationState
from governance.tables.drafts import Draft
from governance.tables.evidence import EvidencePiece
from governance.tables.messages import EventRow, OutboxMessage, OutboxState, ShownCard, TurnRow
from governance.tables.office_hours import Booking, BookingStatus, HoursRow, TopicRow
from governance.tables.people import (
    AccountRow,
    GroupMemberRow,
    PersonRow,
    Role,
    RoleGroup,
    RoleRow,
)
from governance.tables.programme import CompletedModule, ShowcaseEntry
from governance.tables.questions import AskedQuestion, CitedClause
from governance.tables.solutions import (
    Review,
    ReviewComment,
    ReviewStatus,
    Solution,
    SolutionStatus,
)

__all__ = [
    "AccountRow",
    "AskedQuestion",
    "AuditHead",
    "AuditRow",
    "Booking",
    "BookingStatus",
    "ChannelSettings",
    "CitedClause",
    "CompletedModule",
    "Conversation",
    "ConversationState",
    "Draft",
    "EventRow",
    "EvidencePiece",
    "GroupMemberRow",
    "HoursRow",
    "Model",
    "OutboxMessage",
    "OutboxState",
    "PersonRow",
    "Review",
    "ReviewComment",
    "ReviewStatus",
    "Role",
    "RoleGroup",
    "RoleRow",
    "ShowcaseEntry",
    "ShownCard",
    "Solution",
    "SolutionStatus",
    "TopicRow",
    "TurnRow",
]
