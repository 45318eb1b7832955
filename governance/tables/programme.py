"""The tables of training done and of solutions shown to everybody."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from governance.tables.columns import Model
from governance.tables.people import PersonRow
from governance.tables.solutions import Solution


class CompletedModule(Model):
    """A training module that a person has completed."""

    __tablename__ = "completed_modules"

    person_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id), primary_key=True)
    module: Mapped[str] = mapped_column(primary_key=True)
    completed_at: Mapped[datetime]


class ShowcaseEntry(Model):
    """An approved solution that its owner tells everybody about."""

    __tablename__ = "showcase_entries"

    id: Mapped[int] = mapped_column(primary_key=True)
    solution_id: Mapped[int] = mapped_column(ForeignKey(Solution.id), unique=True)
    story: Mapped[str]
    shared_at: Mapped[datetime] = mapped_column(index=True)
    solution: Mapped[Solution] = relationship(lazy="joined", innerjoin=True)
