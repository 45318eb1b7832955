"""How much Slack takes of each thing.

From https://docs.slack.dev/reference/block-kit/blocks and the validators of ``slack_sdk.models``;
what is not documented there was seen in the issues of Slack's own SDKs.
"""

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
VIEW_SIZE = 120_000
"""Bytes of what is only read in a view; with the fields, 250,000 are ``view_too_large``."""

MESSAGE_TEXT = 12_000
"""Characters of all blocks of one message: about 13,200 come back as ``msg_blocks_too_long``."""

BLOCK_TEXT = 2_900
"""Characters of one block of prose; a section may have 3,000."""

NOTIFICATION = 300
"""Characters of the text that a notification shows in place of the blocks."""

ACTIONS = 25
BUTTON = 75
BUTTON_VALUE = 2_000
CONFIRM_TITLE = 100
CONFIRM_TEXT = 300
CONFIRM_BUTTON = 30

OPTIONS = 100
TICKED = 10
"""Options of radio buttons and checkboxes; more become a menu."""
OPTION = 75
OPTION_VALUE = 150

LABEL = 2_000
HINT = 2_000
TYPED = 3_000
"""What a text input may be asked to hold."""

TITLE = 24
"""A view's title, and the words on its buttons."""
