"""No file of the house needs, over however many others, a file that needs it."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

import grimp
import pytest


def _in_order(graph: grimp.ImportGraph) -> list[str]:
    needs = {file: graph.find_modules_directly_imported_by(file) for file in graph.modules}
    return list(TopologicalSorter(needs).static_order())


def test_files_stand_in_an_order() -> None:
    order = _in_order(grimp.build_graph("a11y"))
    assert len(order) > 500
    assert order.index("a11y.errors") < order.index("a11y.cli")


def test_a_circle_is_seen() -> None:
    graph = grimp.ImportGraph()
    for one, other in (("a", "b"), ("b", "c"), ("c", "a")):
        graph.add_import(importer=one, imported=other)
    with pytest.raises(CycleError):
        _in_order(graph)
