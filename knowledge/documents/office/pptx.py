"""Parser of presentations (.pptx and its kin): every slide is a clause, its notes at the end."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from knowledge.documents.document import Document, clause
from knowledge.documents.markdown_blocks import normalize
from knowledge.documents.office.blocks import Block, Paragraph, render, words_for_signs
from knowledge.documents.office.package import Package
from knowledge.documents.office.slides import SlideReader, SlideText
from knowledge.documents.office.xml_names import attribute, children, local_name
from knowledge.omissions import OmissionLog
from knowledge.pages import SEPARATOR, Section

MIN_REPEATS = 3
MIN_REPEAT_SHARE = 0.6
"""What stands outside the layout on so many slides, and such a share of them, is their frame."""

NOTES = "Notes:"
"""Leads the speaker notes of a slide in, so that every quotation of them says what they are."""

_RELATION_ID = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def read(content: bytes, _name: str) -> Document:
    """Parse a presentation; what frames its slides stands on the first of them only.

    Raises:
        UnreadableError: If it is damaged.
    """
    package = Package(content)
    log = OmissionLog()
    slides: list[tuple[int, SlideText]] = []
    for number, part in enumerate(_parts(package), 1):
        reader = SlideReader(package, part, log, f"slide {number}")
        root = package.root(part)
        if root is not None and attribute(root, "show") in {"0", "false"}:
            log.add("hidden text", f"slide {number}", words=reader.count_words())
        else:
            slides.append((number, reader.read()))
    _drop_repeated([slide for _, slide in slides])
    for name in package.unreadable:
        log.add("unreadable part", name)
    words = words_for_signs([block for _, slide in slides for block in slide.all_blocks])
    sections = [section for number, slide in slides for section in _sections(number, slide, words)]
    return Document(_title(package, slides), tuple(sections), log.list_omissions())


def _parts(package: Package) -> Iterator[str]:
    """Yield the names of the slides in the order in which they are shown."""
    relations = package.relations(package.main)
    listed = children(package.root(package.main), "sldIdLst")
    for each in listed:
        relation = relations.get(each.get(f"{{{_RELATION_ID}}}id") or "")
        if local_name(each) == "sldId" and relation is not None:
            yield relation.target


def _title(package: Package, slides: Sequence[tuple[int, SlideText]]) -> str:
    """Return the title on the first slide, which people see, before that of the file."""
    first = slides[0][1].title if slides else ""
    named = next((slide.title for _, slide in slides if slide.title), "")
    return first or normalize(package.title) or named


def _sections(number: int, slide: SlideText, words: Mapping[str, str]) -> Iterator[Section]:
    heading = SEPARATOR.join(filter(None, [f"slide {number}", slide.title]))
    blocks = [*slide.blocks, *([Paragraph(NOTES), *slide.notes] if slide.notes else [])]
    if slide.title or blocks:
        yield clause(heading, f"slide-{number}", 2, [], render(blocks, words))


def _drop_repeated(slides: Sequence[SlideText]) -> None:
    """Keep what frames the slides on the first that has it: there it is read, and once."""
    counted = Counter(block for slide in slides for block in slide.loose)
    least = max(MIN_REPEATS, len(slides) * MIN_REPEAT_SHARE)
    repeated = {block for block, count in counted.items() if count >= least}
    seen: set[Block] = set()
    for slide in slides:
        mine = repeated & slide.loose
        slide.blocks = [block for block in slide.blocks if block not in seen]
        seen |= mine
