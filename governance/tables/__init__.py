"""The tables: private to governance, whose face gives out the rows that others read."""

from governance.tables.audit import AuditHead, AuditRow
from governance.tables.channel_settings import ChannelSettings
from governance.tables.columns import Model
from governance.tables.conversations import Conversation, ConversationState
from governance.tables.drafts import Draft
from governance.tables.evidence import EvidencePiece
from governance.tables.messaging import EventRow, OutboxMessage, OutboxState, ShownCard, TurnRow
from governance.tables.office_hours import Booking, BookingStatus, HoursRow, TopicRow
from governance.tables.people import (
    AccountRow,
    GroupMemberRow,
    PersonRow,
    PersonSource,
    Role,
    RoleGroup,
    RoleRow,
)
from governance.tables.programme import CompletedModule, ShowcaseEntry
from governance.tables.questions import AskedQuestion, CitedClause
from governance.tables.reviews import Review, ReviewComment, ReviewStatus, ReviewStepRow
from governance.tables.solutions import Operation, Solution
from governance.tables.versions import (
    Requirement,
    RequirementKind,
    RequirementState,
    SolutionVersion,
    VersionEvidence,
    VersionState,
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
    "Operation",
    "OutboxMessage",
    "OutboxState",
    "PersonRow",
    "PersonSource",
    "Requirement",
    "RequirementKind",
    "RequirementState",
    "Review",
    "ReviewComment",
    "ReviewStatus",
    "ReviewStepRow",
    "Role",
    "RoleGroup",
    "RoleRow",
    "ShowcaseEntry",
    "ShownCard",
    "Solution",
    "SolutionVersion",
    "TopicRow",
    "TurnRow",
    "VersionEvidence",
    "VersionState",
]
