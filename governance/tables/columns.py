"""The base of every table, and the kinds of column they are made of."""

from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, Enum, MetaData, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase

from governance.policy import Answer, Answers


class Moment(TypeDecorator[datetime]):
    """A point in time: UTC in the database, aware in Python; a naive one is refused."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Store *value* as naive UTC, which both databases compare alike."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive datetime {value!r}")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Give *value* its zone back."""
        return value and value.replace(tzinfo=UTC)


class Words(TypeDecorator[str]):
    """Text as people type it, without the two things PostgreSQL has no place for.

    Those are the NUL character and half a surrogate pair; a paste may hold either.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Store *value* without what cannot be stored."""
        return value and value.replace("\0", "").encode("utf-8", "replace").decode()


class AnswersColumn(TypeDecorator[Answers]):
    """Answers to the intake questions, as JSON; several choices come back as a tuple."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: Answers | None, dialect: Dialect) -> dict[str, Any] | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Store a copy, so that changing the original later changes nothing here."""
        return None if value is None else dict(value)

    def process_result_value(
        self,
        value: Mapping[str, Any] | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
    ) -> dict[str, Answer] | None:
        """Turn JSON's lists back into tuples."""
        if value is None:
            return None
        return {id_: tuple(a) if isinstance(a, list) else a for id_, a in value.items()}


def one_of(kinds: type[StrEnum], *, name: str | None = None) -> Enum:
    """Make a text column with a CHECK constraint that admits only the values of *kinds*.

    *name* names the constraint in the database, by default the name of the class in small letters.
    """
    return Enum(
        kinds,
        name=name or kinds.__name__.lower(),
        native_enum=False,
        create_constraint=True,
        length=40,
        values_callable=lambda members: [member.value for member in members],
    )


def guarded_by(*, sqlite: tuple[str, ...], postgresql: tuple[str, ...]) -> dict[str, Any]:
    """Name what a table has on each database that SQLAlchemy has no words for.

    These are triggers, and exclusion constraints with their indexes. The migrations make them; the
    name here makes a test fail that does not find them in a migrated database.
    """
    return {"info": {"guards": {"sqlite": sqlite, "postgresql": postgresql}}}


class Model(DeclarativeBase):
    """Base of every table."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it once, nobody changes it
        datetime: Moment,
        str: Words,
        Answers: AnswersColumn,
    }
