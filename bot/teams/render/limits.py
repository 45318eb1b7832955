"""How much Microsoft Teams takes of each thing.

From https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages and
the pages beside it; what no page names was seen in the issues of Microsoft's SDKs.
"""

MAX_MESSAGE_BYTES = 80_000
"""Bytes of one message as UTF-16: at 100 KB Teams says ``MessageSizeTooBig``, and below 80 KB it
promises to deliver."""

MAX_DRAWN_BYTES = 60_000
"""Bytes of what is drawn in one message; the rest is for who sends it where."""

MAX_TEXT_BYTES = 40_000
"""Bytes of a message's text, beside which its citations and suggestions have room."""

MAX_PARAGRAPH_CHARS = 4_000
"""Characters of one stretch of prose."""

MAX_SUMMARY_CHARS = 300
"""Characters of what a notification shows, and of what stands for a card that is not shown."""
MAX_SPOKEN_CHARS = 1_000
"""Characters of a card that are read aloud."""

MAX_ROW_ACTIONS = 6
"""Buttons of one row; Teams leaves out the others."""
NARROW_ROW_CHARS = 33
"""Characters that fit beside each other on a telephone."""
MAX_BUTTON_CHARS = 75
"""Characters of what stands on a button."""
MAX_TOOLTIP_CHARS = 300
"""Characters of a tooltip, which says what did not fit on the button."""
MAX_VALUE_CHARS = 2_000
"""Characters that a button carries back when it is pressed."""
MAX_CONFIRM_CHARS = 300
"""Characters of the question that a button asks before it counts."""

MAX_FACT_NAME_CHARS = 24
"""Characters of a name that stands beside its value."""

MAX_CITATIONS = 20
"""Sources that one message may cite."""
MAX_CITED_NAME_CHARS = 80
"""Characters of a source's name."""
MAX_CITED_ABSTRACT_CHARS = 160
"""Characters of what a source says."""

MAX_SUGGESTIONS = 3
"""Suggestions that Teams shows below a message."""
MAX_SUGGESTION_CHARS = 300
"""Characters of one suggestion."""

MAX_EXPANDED_OPTIONS = 12
"""Options that stand below each other; more become a menu."""
MAX_LABEL_CHARS = 500
"""Characters of what stands above a field."""
MAX_HINT_CHARS = 500
"""Characters of what stands below a field's label."""
MAX_TYPED_CHARS = 3_000
"""Characters that a text input may be asked to hold."""
OPTION_CHARS = (200, 80, 30)
"""Characters of an option; the fewer when a form would not fit otherwise."""

MAX_QUESTION_CHARS = 2_000
"""Characters of a question, as the assistant takes it."""

MAX_TITLE_CHARS = 64
"""Characters of a dialog's title."""

MAX_VIEWERS = 60
"""People who may each see a card of their own in one conversation."""

MAX_RESULTS = 10
"""Results that a search from the message box lists."""
MAX_PREVIEW_CHARS = 150
"""Characters of a result's title, and of its text."""
