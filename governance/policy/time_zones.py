"""Time zones by their present names: ``Asia/Saigon`` is ``Asia/Ho_Chi_Minh``."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


def canonical_zone(name: str) -> str:
    """Return the present name of the IANA zone that *name* is, or was, a name of.

    An old name follows its link in the tz database (https://data.iana.org/time-zones/theory.html).
    A link from one country's zone to another's that keeps the same time, such as Vientiane's to
    Bangkok, leads to another place and is not followed; neither is one to a zone of no place.
    """
    return _renamed().get(name, name)


@cache
def _renamed() -> Mapping[str, str]:
    """Return the present name of each old one."""
    database = files("tzdata").joinpath("zoneinfo")
    text = database.joinpath("tzdata.zi").read_text(encoding="utf-8")
    links = [line.split() for line in text.splitlines() if line.startswith("L ")]
    table = database.joinpath("zone.tab").read_text(encoding="utf-8")
    places = {line.split("\t")[2] for line in table.splitlines() if not line.startswith("#")}
    renamed = {
        old: new for _, new, old in links if old not in places and not new.startswith("Etc/")
    }
    return MappingProxyType({old: renamed.get(new, new) for old, new in renamed.items()})
