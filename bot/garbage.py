"""The garbage collector, kept from what a process has for as long as it runs."""

import gc


def keep_from_collection(*, is_change: bool = False) -> None:
    """Spare the garbage collector what is there for good, such as the index that was just read.

    It goes through everything now and then, and for as long nobody is answered: 0.2 s with a
    handbook of a few hundred clauses. What was kept before is gone through again only where some
    of it is not needed any more, as it *is_change*.
    """
    if is_change:
        gc.unfreeze()
    gc.collect()
    gc.freeze()
