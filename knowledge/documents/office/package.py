"""Opens an Office file: its parts as XML and what they refer to; macros are never run.

Read by ourselves rather than by python-docx and python-pptx, which refuse Strict Open XML, files
with macros and any file of which a single part is missing (decision 21).
"""

import posixpath
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from knowledge.documents.document import UnreadableError
from knowledge.documents.office.xml_names import Element, local_name

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
"""The namespaces of Strict Open XML; those of the usual kind have the year 2006 in the middle."""

_OFFICE_DOCUMENT = "/officeDocument"
_CORE = "/core-properties"
_DAMAGED = "it is damaged and cannot be read"
# zipfile raises all of these for a damaged member, and for one packed in a way it does not know.
_PACKED = (BadZipFile, KeyError, ValueError, NotImplementedError, RuntimeError, EOFError, OSError)


@dataclass(frozen=True, slots=True)
class Relation:
    """A reference of a part: the end of its *type*, and the name of its target in the file."""

    type: str
    target: str
    is_external: bool


class Package:
    """The parts of one Office file; each is parsed at most once."""

    def __init__(self, content: bytes) -> None:
        """Open a file.

        Raises:
            UnreadableError: If it is no archive, or its main part is missing or no XML.
        """
        try:
            self._archive = ZipFile(BytesIO(content))
        except _PACKED as error:
            raise UnreadableError(_DAMAGED) from error
        names = self._archive.namelist()
        self._members = {_plain_name(name): name for name in names}
        self._parsed: dict[str, Element | None] = {}
        self.unreadable: list[str] = []
        """The names of the parts that are referred to and cannot be read."""
        main = self.related("", _OFFICE_DOCUMENT)
        if not main or self.root(main[0]) is None:
            raise UnreadableError(_DAMAGED)
        self.main = main[0]

    @property
    def title(self) -> str:
        """The title in the file's properties."""
        core = self.related("", _CORE)
        root = self.root(core[0]) if core else None
        if root is None:
            return ""
        return next((each.text or "" for each in root if local_name(each) == "title"), "")

    def root(self, name: str) -> Element | None:
        """Return a part parsed; None if it is missing or damaged, which `unreadable` then names."""
        if name not in self._parsed:
            self._parsed[name] = root = self._parse(name)
            if root is None:
                self.unreadable.append(name)
        return self._parsed[name]

    def relations(self, name: str) -> Mapping[str, Relation]:
        """Return what a part refers to, by id; of the whole file for an empty *name*."""
        folder, _, file = name.rpartition("/")
        root = self._parse(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return {}
        return {
            each.get("Id", ""): Relation(
                (each.get("Type") or "").removesuffix("/"),
                _plain_name(posixpath.normpath(posixpath.join(f"/{folder}", _target(each)))),
                each.get("TargetMode") == "External",
            )
            for each in root
            if local_name(each) == "Relationship"
        }

    def related(self, name: str, type_end: str) -> list[str]:
        """Return the names of the parts that a part refers to by a type with such an end."""
        return [
            each.target
            for each in self.relations(name).values()
            if each.type.endswith(type_end) and not each.is_external
        ]

    def _parse(self, name: str) -> Element | None:
        member = self._members.get(_plain_name(name))
        if member is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
        )
        try:
            content = self._archive.read(member)
            if b"purl.oclc.org" in content:
                content = _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", content)
            return etree.fromstring(content, parser)
        except (*_PACKED, zlib.error, etree.LxmlError):
            return None


def _target(relation: Element) -> str:
    return (relation.get("Target") or "").replace("\\", "/")


def _plain_name(name: str) -> str:
    """Return the name of a part as all programs mean it: case and leading slash do not count."""
    return name.replace("\\", "/").lstrip("/").lower()
