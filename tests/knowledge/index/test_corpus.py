"""What decides whether a stored corpus may be used again."""

from pathlib import Path

import grimp

from knowledge.index.corpus import indexing_sources

KNOWLEDGE = Path(__file__).parents[3] / "knowledge"
REFUSALS = {"knowledge.errors"}
"""Its types are raised, and decide nothing of what is indexed."""


def test_a_stored_corpus_is_made_again_when_the_code_that_made_it_changes() -> None:
    """Every module that a corpus is made by counts: the stemmer too, and the lists of words."""
    graph = grimp.build_graph("knowledge", cache_dir=None)
    sources = {path.relative_to(KNOWLEDGE).with_suffix("") for path in indexing_sources()}
    names = {".".join(("knowledge", *path.parts)).removesuffix(".__init__") for path in sources}

    assert graph.find_upstream_modules("knowledge.index.corpus") - names <= REFUSALS
    assert "knowledge.text.tokens" in names
