"""What was printed is kept and compared with the answers of today; what cannot be read counts as none."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from core.documents import freeze, printed
from core.documents.blocks import Document, para
from core.dossier.examples import names
from tests.documents.stories import case, story


def kept(name, answers=None):
    told = case(name, answers)
    return printed.as_printed(told.dossier, told.on)


def test_the_documents_for_offices_are_kept_in_french_and_read_back():
    told = story("cergy")
    data = printed.encoded(told.dossier, told.on)
    found = printed.read(data)
    assert data is not None
    assert found is not None
    assert [d.name for d in found.documents] == [
        "requete", "inventaire", "absence-de-decision", "chronologie",
    ]  # fmt: skip
    assert (found.on, found.language) == (told.on, "fr")
    assert printed.has_requete(found)
    assert "L. 521-3" in data.decode().replace("\N{NO-BREAK SPACE}", " ")


def test_nothing_is_kept_where_nothing_goes_to_an_office():
    told = story("oqtf")
    assert printed.encoded(told.dossier, told.on) is None


@pytest.mark.parametrize("name", names())
def test_another_day_alone_changes_no_sentence(name):
    told = story(name)
    before = printed.as_printed(told.dossier, told.on)
    later = printed.as_printed(told.dossier, told.on + timedelta(days=1), signed_on=told.on)
    assert freeze.changes(before, later) == ()


def test_the_day_of_the_signature_that_the_person_gave_stays():
    told = case("cergy", {"signature.on": story("cergy").on - timedelta(days=1)})
    later = printed.as_printed(told.dossier, told.on, signed_on=told.on)
    assert freeze.changes(printed.as_printed(told.dossier, told.on), later) == ()


def test_another_answer_changes_the_sentences_that_say_it():
    found = freeze.changes(kept("cergy"), kept("cergy", {"measure.delay_days": 8}))
    assert {change.document for change in found} == {"requete"}
    assert len(found) == 2


def test_a_requete_that_would_no_longer_be_written_is_noticed():
    assert not printed.has_requete(
        kept("cergy", {"identity.family_name": None, "identity.given_names": None})
    )


def spoiled():
    whole = printed.encoded(story("cergy").dossier, story("cergy").on)
    assert whole is not None
    touched = freeze.Frozen(
        on=story("cergy").on,
        language="fr",
        documents=(
            msgspec.structs.replace(
                freeze.freeze(
                    [Document("requete", "Requête", "fr", (para("Un."),))], story("cergy").on, "fr"
                ).documents[0],
                sentences=("Autre.",),
            ),
        ),
    )
    return [
        b"", b"\xff\x00", b"null", b"[]", b'{"on": 3}', whole[:-1], b"[" * 100_000,
        whole.replace(b"fr", b"\xff"), freeze.encode(touched),
    ]  # fmt: skip


@pytest.mark.parametrize("data", spoiled())
def test_what_cannot_be_read_counts_as_none_and_is_not_logged(data, caplog):
    assert printed.read(data) is None
    assert len(caplog.records) == 1
    assert "KACI" not in caplog.text
    assert "Autre" not in caplog.text


def test_no_text_kept_is_no_trouble(caplog):
    assert printed.read(None) is None
    assert caplog.records == []
