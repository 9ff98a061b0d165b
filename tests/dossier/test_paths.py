"""Answers by path."""

from __future__ import annotations

from datetime import date

import pytest

from core.dossier import paths
from core.dossier.model import Attempt, Dossier, Exhibit


def test_an_answer_is_read_and_written_without_touching_the_old_dossier() -> None:
    old = Dossier()
    new = paths.put(old, "permit.expires_on", date(2027, 3, 14))
    assert paths.get(new, "permit.expires_on") == date(2027, 3, 14)
    assert paths.get(old, "permit.expires_on") is None


def test_i_do_not_know_is_an_answer_and_a_later_answer_replaces_it() -> None:
    dossier = paths.put_unknown(paths.put(Dossier(), "decisions.oqtf", True), "decisions.oqtf")
    assert paths.get(dossier, "decisions.oqtf") is None
    assert paths.is_unknown(dossier, "decisions.oqtf")
    assert paths.is_answered(dossier, "decisions.oqtf")
    dossier = paths.put(dossier, "decisions.oqtf", False)
    assert not paths.is_unknown(dossier, "decisions.oqtf")
    assert paths.is_answered(dossier, "decisions.oqtf")


def test_no_is_an_answer() -> None:
    assert paths.is_answered(paths.put(Dossier(), "application.filed", False), "application.filed")


@pytest.mark.parametrize("path", ["permit.nothing", "nothing", "permit.expires_on.year"])
def test_a_path_the_model_lacks_is_a_mistake_of_ours(path: str) -> None:
    with pytest.raises(AttributeError):
        paths.put(Dossier(), path, "x")


def test_ids_are_never_used_twice() -> None:
    dossier = Dossier(attempts=(Attempt(id="a1"), Attempt(id="a7")), exhibits=(Exhibit(id="e3"),))
    assert paths.new_id(dossier, "a") == "a8"
    assert paths.new_id(dossier, "e") == "e4"
    assert paths.new_id(dossier, "c") == "c1"


def test_the_exhibit_of_an_attempt_taken_out_never_proves_another_one() -> None:
    dossier = Dossier(
        attempts=(Attempt(id="a1"),),
        exhibits=(Exhibit(id="e1", proves=("a2", "address", "application")),),
    )
    assert paths.new_id(dossier, "a") == "a3"


def test_leaves_name_every_answer() -> None:
    dossier = Dossier(attempts=(Attempt(id="a1", on=date(2026, 11, 3)),))
    leaves = dict(paths.leaves(dossier))
    assert leaves["attempts[0].on"] == date(2026, 11, 3)
    assert "contact.address.city" in leaves
