"""Which times the rule about ambiguous times looks at."""

from __future__ import annotations

from pathlib import Path

import pytest

from fardplan.model.base import Value
from fardplan.model.edition import FILES, FOLDERS, SHARED_FILES
from fardplan.model.fields import fields_of, leaves, models_in
from fardplan.model.time import FuzzyTime
from fardplan.rules.ambiguous_time import fields_with_times
from fardplan.source.collection import load
from fardplan.source.tree import WorkingTree

DOCUMENTS = (*FILES.values(), *FOLDERS.values(), *SHARED_FILES.values())


@pytest.mark.parametrize("model", DOCUMENTS, ids=lambda model: model.__name__)
def test_no_field_with_a_time_is_passed_over(model: type[Value]):
    """What the rule leaves out of a file holds no time, at any depth."""
    for held in models_in(model):
        seen = set(fields_with_times(held))
        for spec in fields_of(held):
            inside = {one.scalar for each in models_in(spec.model) for one in fields_of(each)}
            assert (spec in seen) == (FuzzyTime in {spec.scalar, *inside})


def test_every_time_that_is_shipped_is_seen():
    """Looking at fewer fields finds the same times in the same places."""
    collection = load(WorkingTree(Path(__file__).parents[2])).collection
    documents = [
        value for edition in collection.editions.values() for _, value in edition.documents()
    ]
    for document in (*documents, *(value for _, value in collection.shared_documents())):
        every = {one.route for one in leaves(document) if isinstance(one.value, FuzzyTime)}
        seen = leaves(document, fields=fields_with_times)
        assert {one.route for one in seen if isinstance(one.value, FuzzyTime)} == every
