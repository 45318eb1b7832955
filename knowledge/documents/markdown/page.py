"""A page from the text of a Markdown file."""

from knowledge.documents.markdown.dialects import to_common_mark
from knowledge.documents.settings.front_matter import split_front_matter
from knowledge.omissions import Omission
from knowledge.pages import Page, compose_page, cut


def parse(file: str, text: str, omissions: tuple[Omission, ...] = ()) -> Page:
    """Parse the Markdown *text* of *file* (its path in the folder), less its *omissions*.

    Raises:
        PageInvalidError: If the front matter is invalid, or the body is empty.
    """
    front = split_front_matter(text)
    plain = to_common_mark(front.body, front.offset)
    sections = cut(plain.text, 0, [number - 1 for number in plain.numbers])
    left_out = (*omissions, *plain.omissions)
    return compose_page(file, front.settings, sections, left_out, named_in=front.named_in)
