"""What was said about each answer and each requirement, with the replies under it."""

from collections.abc import Mapping, Sequence

from governance import ReviewComment
from handlers.reply import Text, verbatim
from handlers.wording import Wording


def remarks_by_subject(
    comments: Sequence[ReviewComment], wording: Wording, zone: str
) -> Mapping[str, Sequence[str]]:
    """Write each comment as an item of a list with its replies under it, by what it is about."""
    found: dict[str, list[str]] = {}
    known = {comment.id for comment in comments}
    for comment in comments:
        if comment.reply_to_id not in known:
            item = "\n".join(_lines(comment, comments, wording, zone))
            found.setdefault(comment.subject, []).append(item)
    return found


def show_remarks(
    remarks: Mapping[str, Sequence[str]], shown: Sequence[str], wording: Wording
) -> tuple[Text, ...]:
    """Show what was said about the whole, and about what is not *shown* any more."""
    lines = [line for subject, said in remarks.items() if subject not in shown for line in said]
    return (Text("\n".join([wording("review-history"), "", *lines])),) if lines else ()


def _lines(
    comment: ReviewComment, comments: Sequence[ReviewComment], wording: Wording, zone: str
) -> list[str]:
    replies = [each for each in comments if each.reply_to_id == comment.id]
    tick = f" \u2713 {wording('review-comment-settled')}" if comment.settled_at else ""
    return [
        f"- {_say(comment, wording, zone)}{tick}",
        *(
            f"  \u21b3 {line}" if n == 0 else f"  {line}"
            for reply in replies
            for n, line in enumerate(
                f"{each.removeprefix('- ')}" for each in _lines(reply, comments, wording, zone)
            )
        ),
    ]


def _say(comment: ReviewComment, wording: Wording, zone: str) -> str:
    said = verbatim(comment.text).replace("\n", "\n  ")
    return f"**{verbatim(comment.author.name)}**, {wording.moment(comment.at, zone)}: {said}"
