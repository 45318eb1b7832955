"""Check: every title that pages and rules name has a holder."""

from collections.abc import Collection, Iterator, Mapping
from itertools import chain

from governance.checking.doubtful import Doubtful
from governance.checking.finding import Remark, did_you_mean
from governance.policy import Policy, Title

ROLES = frozenset({"reviewer", "lead"})
"""Who may decide a step of a review beside the holders of a title."""


def find_remarks(
    policy: Policy, owners: Collection[str], texts: Mapping[str, str], doubtful: Doubtful
) -> Iterator[Remark]:
    """Find titles nobody holds, steps by nobody, and *owners* of pages that are no title.

    *texts* are the clauses by address: one that does not name who is asked by its rule is found.
    """
    if doubtful.has("titles", "id", "holders", "role", "name", "also_called"):
        return
    known = {title.id for title in policy.titles} | ROLES
    for number, title in enumerate(policy.titles):
        if not title.holders and title.role is None:
            message = f"Nobody holds the title `{title.id}`. Name `holders`, or a `role`."
            yield Remark(("titles", number), message, "warning")
    for rank, tier in enumerate(policy.tiers):
        for step, each in enumerate(tier.review.steps if tier.review else ()):
            if each.by not in known:
                message = f"Tier `{tier.id}`: there is no title `{each.by}`."
                place = ("tiers", rank, "review", "steps", step, "by")
                yield Remark(place, message + did_you_mean(each.by, known))
    if policy.titles:
        yield from _owners(policy, owners)
        yield from _find_unnamed(policy, texts)


def _owners(policy: Policy, owners: Collection[str]) -> Iterator[Remark]:
    """Find page owners that are no title of the policy."""
    for owner in sorted(set(owners)):
        if owner and policy.find_title(owner) is None:
            yield Remark(("titles",), f"“{owner}” owns a page, but is no title.", "warning")


def _find_unnamed(policy: Policy, texts: Mapping[str, str]) -> Iterator[Remark]:
    """Find titles that a rule asks although its clause promises nobody that they are asked."""
    titles = {title.id: title for title in policy.titles}
    for number, rule in enumerate(policy.rules):
        text = " ".join(texts.get(rule.clause, "").split())
        for id_ in rule.asks if text else ():
            title = titles.get(id_)
            if title is not None and not _is_named(title, text):
                called = title.name.to("en")
                message = f"Rule `{rule.id}` asks `{id_}`, but its clause does not name “{called}”."
                yield Remark(("rules", number, "asks"), message, "warning")


def _is_named(title: Title, text: str) -> bool:
    """Tell whether a *text* names a *title*; a name of one word only as it is written."""
    names = [*title.name.root.values(), *chain(*title.also_called.values())]
    spoken = text.casefold()
    return any(name in text or (" " in name and name.casefold() in spoken) for name in names)
