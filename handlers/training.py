"""Training: the modules week by week, what is done, and what one's solutions ask for."""

from collections.abc import Collection
from dataclasses import replace

from governance import Module, Solution
from handlers.citations import cite
from handlers.reply import Block, Button, Card, Notice, Reply, Sources, Text, Tone
from handlers.turn import Command, Desk, Turn


async def start(turn: Turn, desk: Desk) -> Reply:
    """Show every module by week, what is done, and what is missing for one's solutions."""
    if not desk.policy.modules:
        return Reply.text(desk.wording("training-none"))
    done = await desk.records.training.list_completed(turn.person)
    solutions = await desk.records.registry.list_owned_by(turn.person)
    weeks = sorted({module.week for module in desk.policy.modules})
    shown = [block for week in weeks for block in _week(turn, desk, week, done)]
    return Reply((_progress(desk, done), *_list_needed(desk, solutions, done), *shown))


async def mark_done(turn: Turn, desk: Desk) -> Reply:
    """Mark a module as done, and show what comes next."""
    words = desk.wording
    module = next((each for each in desk.policy.modules if each.id == turn.text), None)
    if module is None:
        return Reply((Notice(words("training-no-module"), Tone.CAREFUL),))
    is_new = await desk.records.training.complete(turn.person, module.id, at=turn.at)
    completed = await desk.records.training.list_completed(turn.person)
    name = module.name.to(words.locale)
    said = words("training-marked" if is_new else "training-marked-before", module=name)
    left = [each for each in desk.policy.modules if each.id not in completed]
    reply = Reply((Notice(said, Tone.GOOD), _progress(desk, completed)))
    if not left:
        return reply
    return reply.then(Text(words("training-next")), _card(desk, left[0], completed))


def _progress(desk: Desk, done: Collection[str]) -> Text:
    modules = desk.policy.modules
    count = sum(module.id in done for module in modules)
    key = "training-all-done" if count == len(modules) else "training-progress"
    return Text(desk.wording(key, done=count, all=len(modules)))


def _week(turn: Turn, desk: Desk, week: int, done: Collection[str]) -> tuple[Block, ...]:
    """Show one week: its modules, and where each is written down."""
    modules = [module for module in desk.policy.modules if module.week == week]
    clauses = [module.clause for module in modules]
    written = cite(turn, desk, clauses, label=desk.wording("training-read"))
    return (
        Text(desk.wording("training-week", week=week)),
        *(_card(desk, module, done) for module in modules),
        Sources(tuple(replace(source, n=0) for source in written.sources), written.label),
    )


def _card(desk: Desk, module: Module, done: Collection[str]) -> Card:
    words, is_done = desk.wording, module.id in done
    mark = Button(words("training-mark"), "training.done", module.id, main=True)
    return Card(
        module.name.to(words.locale),
        subtitle=words("training-length", week=module.week, minutes=module.minutes),
        status=words("training-done" if is_done else "training-open"),
        tone=Tone.GOOD if is_done else Tone.PLAIN,
        markdown=module.about.to(words.locale),
        buttons=() if is_done else (mark,),
    )


def _list_needed(
    desk: Desk, solutions: Collection[Solution], done: Collection[str]
) -> tuple[Notice, ...]:
    """Say which modules the tiers of one's solutions ask for and are not done yet."""
    words = desk.wording
    names = {module.id: module.name.to(words.locale) for module in desk.policy.modules}
    notices = []
    for solution in solutions:
        tier = desk.policy.tier(solution.tier)
        missing = [names.get(id_, id_) for id_ in tier.training if id_ not in done]
        if missing and not solution.is_retired:
            said = words(
                "training-needed",
                reference=solution.reference,
                name=solution.name,
                tier=tier.name.to(words.locale),
                modules=", ".join(missing),
            )
            notices.append(Notice(said, Tone.WAITING))
    return tuple(notices)


COMMAND = Command("training", start, verbs={"done": mark_done})
