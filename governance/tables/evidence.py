"""The table of evidence: files and links that show something about a solution."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from governance.tables.columns import Model
from governance.tables.people import PersonRow
from governance.tables.solutions import Solution


class EvidencePiece(Model):
    """A file, or a link to one, that somebody handed in.

    A file is kept before anybody knows what it shows; *solution_id* and *evidence*, which names
    an entry of the policy, say so once it is added. The same thing is added only once.
    """

    __tablename__ = "evidence_pieces"
    __table_args__ = (UniqueConstraint("solution_id", "evidence", "sha256"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id), index=True)
    solution_id: Mapped[int | None] = mapped_column(ForeignKey(Solution.id))
    evidence: Mapped[str]
    name: Mapped[str]
    """The file's name, or the whole link."""
    media_type: Mapped[str]
    """Empty for a link."""
    size: Mapped[int]
    """In bytes."""
    sha256: Mapped[str]
    content: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    kept_at: Mapped[datetime]
    solution: Mapped[Solution | None] = relationship(lazy="joined")

    @property
    def is_link(self) -> bool:
        """Tell a link from a file that is kept here."""
        return not self.media_type
