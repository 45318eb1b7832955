"""The demonstration: six people of Selat Trading, their roles, and the mentors' hours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from bot.chat.channel import WEB
from governance import Database, Role, UnitOfWork


@dataclass(frozen=True, slots=True)
class Hours:
    """When a mentor is there, and what for."""

    every: int
    """Which of the policy's topics: each, every second, and so on."""
    weekdays: tuple[int, ...]
    start: time
    end: time
    minutes: int = 30


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody anybody can be on the local page; *key* is what the page calls them."""

    key: str
    name: str
    zone: str
    locale: str = "en"
    roles: tuple[Role, ...] = ()
    hours: Hours | None = None

    @property
    def email(self) -> str:
        """Their address."""
        return f"{self.key}@selat.example"


PEOPLE = (
    DemoPerson("ben", "Ben Ong", "Asia/Singapore"),
    DemoPerson("sari", "Sari Wulandari", "Asia/Jakarta", locale="id"),
    DemoPerson("arun", "Arun Pillai", "Asia/Singapore", roles=(Role.REVIEWER,)),
    DemoPerson(
        "linh",
        "Linh Tran",
        "Asia/Ho_Chi_Minh",
        roles=(Role.MENTOR,),
        hours=Hours(1, (0, 1, 2, 3, 4), time(9), time(12)),
    ),
    DemoPerson(
        "nattaya",
        "Nattaya Srisuk",
        "Asia/Bangkok",
        roles=(Role.MENTOR, Role.REVIEWER),
        hours=Hours(2, (1, 3), time(14), time(17)),
    ),
    DemoPerson("mei", "Mei Tan", "Asia/Singapore", roles=(Role.LEAD,)),
)
"""Everybody in the demonstration, the one the page opens with first."""


async def seed(database: Database, *, topics: Sequence[str], at: datetime) -> bool:
    """Add the demonstration's people to an empty database; return whether any were added.

    The mentors cover the policy's *topics*; without any there is nothing to demonstrate.
    """
    if not topics:
        return False
    async with database.transaction() as records:
        if await records.people.list_all():
            return False
        for person in PEOPLE:
            await _add(records, person, topics, at=at)
        return True


async def _add(
    records: UnitOfWork, demo: DemoPerson, topics: Sequence[str], *, at: datetime
) -> None:
    person = await records.people.recognise(
        WEB,
        demo.key,
        name=demo.name,
        email=demo.email,
        locale=demo.locale,
        zone=demo.zone,
        at=at,
    )
    for role in demo.roles:
        person = await records.people.grant(person, role, by=None, at=at)
    if demo.hours:
        await records.office_hours.set_hours(
            person,
            topics=topics[:: demo.hours.every],
            weekdays=demo.hours.weekdays,
            start=demo.hours.start,
            end=demo.hours.end,
            zone=demo.zone,
            minutes=demo.hours.minutes,
            at=at,
        )
