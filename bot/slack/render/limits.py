"""How much Slack takes of each thing.

From https://docs.slack.dev/reference/block-kit/blocks and the validators of ``slack_sdk.models``;
what is not documented there was seen in the issues of Slack's own SDKs.
"""

MAX_MESSAGE_BLOCKS = 50
"""Blocks of one message."""
MAX_VIEW_BLOCKS = 100
"""Blocks of one view."""
MAX_VIEW_BYTES = 120_000
"""Bytes of what is only read in a view; with the fields, 250,000 are ``view_too_large``."""

MAX_MESSAGE_CHARS = 12_000
"""Characters of all blocks of one message: about 13,200 come back as ``msg_blocks_too_long``."""

MAX_BLOCK_CHARS = 2_900
"""Characters of one block of prose; a section may have 3,000."""

MAX_NOTIFICATION_CHARS = 300
"""Characters of the text that a notification shows in place of the blocks."""

MAX_ROW_ACTIONS = 25
"""Buttons of one actions block."""
MAX_BUTTON_CHARS = 75
"""Characters of what stands on a button."""
MAX_BUTTON_VALUE_CHARS = 2_000
"""Characters that a button carries back when it is pressed."""

MAX_CONFIRM_TITLE_CHARS = 100
"""Characters of each part of the question that a button asks before it counts."""
MAX_CONFIRM_TEXT_CHARS = 300
MAX_CONFIRM_BUTTON_CHARS = 30

MAX_OPTIONS = 100
"""Options of one menu, or of one of its groups."""
MAX_TICKED_OPTIONS = 10
"""Options of radio buttons and checkboxes; more become a menu."""
MAX_OPTION_CHARS = 75
"""Characters of an option's label, and of its description."""
MAX_OPTION_VALUE_CHARS = 150
"""Characters of an option's id."""

MAX_LABEL_CHARS = 2_000
"""Characters of what stands above a field."""
MAX_HINT_CHARS = 2_000
"""Characters of what stands below a field."""
MAX_TYPED_CHARS = 3_000
"""Characters that a text input may be asked to hold."""

MAX_TITLE_CHARS = 24
"""Characters of a view's title, and of the words on its buttons."""
