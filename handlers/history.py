"""What has been said in a review, oldest first."""

from governance import Review
from handlers.reply import Block, Text
from handlers.wording import Wording


def history(review: Review | None, wording: Wording, zone: str) -> tuple[Block, ...]:
    """Show every comment of *review* with who made it and when."""
    if review is None or not review.comments:
        return ()
    lines = [
        f"- **{comment.author.name}**, {wording.moment(comment.at, zone)}: {comment.text}"
        for comment in review.comments
    ]
    return (Text("\n".join([wording("review-history"), "", *lines])),)
