from __future__ import annotations

import pytest

from fardplan.editing.key_order import key_order, model_at, spot_in
from fardplan.model.edition import FILES, FOLDERS, SHARED_FILES
from fardplan.model.fields import fields_of, models_in

ACTIVITY = "roadmaps/lan/activities/a.yaml"
MODELS = sorted(
    {
        inner
        for model in (*FOLDERS.values(), *FILES.values(), *SHARED_FILES.values())
        for inner in models_in(model)
    },
    key=lambda model: model.__name__,
)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_key_has_a_place(model):
    """Each key of a model has one place in the order, and an id comes first."""
    order = key_order(model)
    assert sorted(order) == sorted(spec.key for spec in fields_of(model))
    assert order.index("id") == 0 if "id" in order else True


def test_own_keys_come_before_those_of_all():
    """What the thing is comes first, its number at its title, where it is known from last."""
    order = key_order(model_at(ACTIVITY))
    assert order[:4] == ("title", "number", "wording", "goal")
    assert order[-5:] == ("previously", "easy_read", "translations", "sources", "remarks")


@pytest.mark.parametrize(
    ("path", "route", "name"),
    [
        (ACTIVITY, (), "Activity"),
        (ACTIVITY, ("projektplan", "financing", 0), "Financing"),
        (ACTIVITY, ("translations", "en"), "Translation"),
        (ACTIVITY, ("decision_points", 0), "DecisionPoint"),  # a list in place of the mapping
        (ACTIVITY, ("decision_points", "points", 0), "DecisionPoint"),
        (ACTIVITY, ("sources", "document"), None),
        (ACTIVITY, ("okand", "x"), None),
        (ACTIVITY, ("title", 0), None),
        ("roadmaps/lan/okand.yaml", (), None),
        ("roadmaps/organisations.yaml", ("bodies", 3), "Body"),
    ],
)
def test_model_at(path, route, name):
    """The path of a file and a route in it lead to the model of the mapping there."""
    model = model_at(path, route)
    assert (model and model.__name__) == name


@pytest.mark.parametrize(
    ("route", "is_prose"),
    [
        (("text",), True),
        (("title",), False),
        (("projektplan", "mandate"), True),
        (("translations", "en", "text"), True),
        (("translations", "en"), False),
        (("partners", 0), False),
        (("okand",), False),
    ],
)
def test_prose(route, is_prose):
    """Which texts are Markdown is known, also in lists and mappings."""
    assert spot_in(ACTIVITY, route).is_prose is is_prose


def test_keys_that_users_choose_have_no_order():
    """Language codes and the like stay as they stand."""
    assert spot_in(ACTIVITY, ("translations",)).keys() == ()
