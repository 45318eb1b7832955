"""What has been said in the reviews of a solution, oldest first."""

from collections.abc import Sequence

from governance import ReviewComment
from handlers.reply import Block, Text, verbatim
from handlers.wording import Wording


def show_comments(
    comments: Sequence[ReviewComment], wording: Wording, zone: str
) -> tuple[Block, ...]:
    """Show every one of *comments* with who made it and when."""
    if not comments:
        return ()
    lines = [_line(comment, wording, zone) for comment in comments]
    return (Text("\n".join([wording("review-history"), "", *lines])),)


def _line(comment: ReviewComment, wording: Wording, zone: str) -> str:
    """Show one comment as an item of a list, which all of its lines belong to."""
    said = verbatim(comment.text).replace("\n", "\n  ")
    return f"- **{verbatim(comment.author.name)}**, {wording.moment(comment.at, zone)}: {said}"
