from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.documents.blocks import Document, numbered, para, with_numbers
from core.documents.freeze import Change, ChangeKind, changes, decode, encode, freeze, intact, summary
from core.documents.requete import requete
from core.dossier.model import Attempt
from core.dossier.values import Channel
from tests.documents.stories import case, story


def frozen(*paragraphs):
    blocks = tuple(with_numbers(numbered(text) for text in paragraphs))
    return freeze([Document("requete", "Requête", "fr", blocks)], story("cergy").on, "fr")


def test_the_same_documents_have_not_changed():
    printed = freeze([requete(story("cergy"))], story("cergy").on, "fr")
    assert changes(printed, printed) == ()
    assert str(summary(())) == "Aucune phrase n’a changé."


def test_a_changed_answer_changes_the_sentences_that_say_it_and_no_other():
    before = freeze([requete(case("cergy"))], story("cergy").on, "fr")
    after = freeze([requete(case("cergy", {"measure.delay_days": 8}))], story("cergy").on, "fr")
    found = changes(before, after)
    assert [change.kind for change in found] == [ChangeKind.CHANGED] * 2
    assert all("8 jours" in change.after.replace("\xa0", " ") for change in found)
    assert str(summary(found)) == "2 phrases ont changé."


def test_one_attempt_more_does_not_renumber_the_rest_into_changes():
    told = story("cergy").dossier.attempts
    more = Attempt(id="a6", on=told[-1].on, channel=Channel.ANEF, result="Page blanche")
    before = freeze([requete(case("cergy"))], story("cergy").on, "fr")
    after = freeze([requete(case("cergy", {"attempts": (*told, more)}))], story("cergy").on, "fr")
    found = changes(before, after)
    assert any("Page blanche" in change.after for change in found)
    assert len(found) < 6


def test_added_removed_and_changed_sentences_are_told_apart():
    before, after = frozen("Un. Deux.", "Trois."), frozen("Un. Deux bis.", "Trois.", "Quatre.")
    assert changes(before, after) == (
        Change(document="requete", kind=ChangeKind.CHANGED, before="Deux.", after="Deux bis."),
        Change(document="requete", kind=ChangeKind.ADDED, before="", after="Quatre."),
    )
    assert [change.kind for change in changes(after, before)] == [ChangeKind.CHANGED, ChangeKind.REMOVED]


def test_a_document_on_one_side_only_counts_sentence_by_sentence():
    nothing = freeze([], story("cergy").on, "fr")
    assert len(changes(nothing, frozen("Un. Deux."))) == 2
    assert len(changes(frozen("Un. Deux."), nothing)) == 2


def test_what_is_kept_reads_back_and_shows_when_it_was_touched():
    kept = frozen("Un. Deux.")
    assert decode(encode(kept)) == kept
    assert intact(kept)
    document = msgspec.structs.replace(kept.documents[0], sentences=("Un.", "Autre."))
    assert not intact(msgspec.structs.replace(kept, documents=(document,)))
    with pytest.raises(msgspec.ValidationError):
        decode(b'{"on": 3}')


@given(
    st.lists(st.sampled_from(["Un.", "Deux.", "Trois."])),
    st.lists(st.sampled_from(["Un.", "Deux.", "Neuf."])),
)
def test_changes_lead_from_one_text_to_the_other(old, new):
    before = freeze([Document("d", "d", "fr", tuple(para(t) for t in old))], story("cergy").on, "fr")
    after = freeze([Document("d", "d", "fr", tuple(para(t) for t in new))], story("cergy").on, "fr")
    found = changes(before, after)
    assert (found == ()) == (old == new)
    assert sum(bool(c.after) - bool(c.before) for c in found) == len(new) - len(old)
