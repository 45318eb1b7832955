"""How much Microsoft Teams takes of each thing.

From https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages and
the pages beside it; what no page names was seen in the issues of Microsoft's SDKs.
"""

PAYLOAD = 80_000
"""Bytes of one message as UTF-16: at 100 KB Teams says ``MessageSizeTooBig``, and below 80 KB it
promises to deliver."""

ROOM = 60_000
"""Bytes of what is drawn in one message; the rest is for who sends it where."""

TEXT = 40_000
"""Bytes of a message's text, beside which its citations and suggestions have room."""

PIECE = 4_000
"""Characters of one stretch of prose."""

SUMMARY = 300
"""Characters of what a notification shows, and of what stands for a card that is not shown."""
SPOKEN = 1_000
"""Characters of a card that are read aloud."""

ACTIONS = 6
"""Buttons of one row; Teams leaves out the others."""
NARROW = 33
"""Characters that fit beside each other on a telephone."""
BUTTON = 75
TOOLTIP = 300
VALUE = 2_000
CONFIRM = 300

FACT = 24
"""Characters of a name that stands beside its value."""

CITATIONS = 20
CITED_NAME = 80
CITED_ABSTRACT = 160

SUGGESTED = 3
"""Suggestions that Teams shows below a message."""
SUGGESTION = 300

EXPANDED = 12
"""Options that stand below each other; more become a menu."""
LABEL = 500
HINT = 500
TYPED = 3_000
"""What a text input may be asked to hold."""
OPTION = (200, 80, 30)
"""Characters of an option; the fewer when a form would not fit otherwise."""

QUESTION = 2_000
"""Characters of a question, as the assistant takes it."""

TITLE = 64
"""A dialog's title."""

VIEWERS = 60
"""People who may each see a card of their own in one conversation."""

RESULTS = 10
"""What a search from the message box lists."""
PREVIEW = 150
