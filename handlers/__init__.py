"""What the assistant does in a conversation; it knows no chat platform.

A channel needs what is listed here: it makes turns, gives them to the assistant, and draws the
reply with ``match`` and ``assert_never`` over the blocks and fields. What it says in its own name
it takes from ``handlers.wording``.
"""

from handlers.ask import (
    QUESTION_MAX_CHARS,
    RuledAnswer,
    remarks,
    warnings,
    with_ruling,
    wording_of,
)
from handlers.assistant import COMMANDS, Assistant
from handlers.citations import audiences, day_of
from handlers.error_log import failure_facts, log_failure
from handlers.files import FILE_TYPES, Download, Upload
from handlers.form import (
    Choice,
    ChoiceField,
    ChoicesField,
    Field,
    FileField,
    Form,
    PersonField,
    TextField,
    Value,
)
from handlers.intent import Intents
from handlers.notices import waiting
from handlers.phrase_patterns import compile_patterns
from handlers.reply import (
    Attachment,
    Block,
    Button,
    Buttons,
    Card,
    Facts,
    KeptFile,
    Notice,
    Reply,
    Source,
    Sources,
    Subject,
    Text,
    Tone,
)
from handlers.turn import Command, Desk, OnText, Place, Pressed, Said, Submitted, Turn, What
from handlers.turn_context import TurnContext, read_context
from handlers.turn_result import Accepted, delivery_key

__all__ = [
    "COMMANDS",
    "FILE_TYPES",
    "QUESTION_MAX_CHARS",
    "Accepted",
    "Assistant",
    "Attachment",
    "Block",
    "Button",
    "Buttons",
    "Card",
    "Choice",
    "ChoiceField",
    "ChoicesField",
    "Command",
    "Desk",
    "Download",
    "Facts",
    "Field",
    "FileField",
    "Form",
    "Intents",
    "KeptFile",
    "Notice",
    "OnText",
    "PersonField",
    "Place",
    "Pressed",
    "Reply",
    "RuledAnswer",
    "Said",
    "Source",
    "Sources",
    "Subject",
    "Submitted",
    "Text",
    "TextField",
    "Tone",
    "Turn",
    "TurnContext",
    "Upload",
    "Value",
    "What",
    "audiences",
    "compile_patterns",
    "day_of",
    "delivery_key",
    "failure_facts",
    "log_failure",
    "read_context",
    "remarks",
    "waiting",
    "warnings",
    "with_ruling",
    "wording_of",
]
