"""Parser of Word documents (.docx and its kin)."""

from knowledge.documents.document import Document
from knowledge.documents.markdown_blocks import normalize
from knowledge.documents.office.blocks import cut_into_clauses
from knowledge.documents.office.package import Package
from knowledge.documents.office.word_blocks import WordBlocks
from knowledge.omissions import OmissionLog
from knowledge.text.lexicon import compiled, whole_words

_TEMPLATE_TITLE = compiled(whole_words(lambda each: each.documents.templates))
"""What the title in the properties of a file says that was left there by its template."""


def read(content: bytes, _name: str) -> Document:
    """Parse a Word document; the paragraph in style Title is its title.

    Raises:
        UnreadableError: If it is damaged.
    """
    package = Package(content)
    log = OmissionLog()
    reading = WordBlocks(package, log)
    sections = tuple(cut_into_clauses(reading.read()))
    for name in package.unreadable:
        log.add("unreadable part", name)
    property_title = normalize(package.title)
    if _TEMPLATE_TITLE.search(property_title):
        property_title = ""
    return Document(reading.title or property_title, sections, log.list_omissions())
