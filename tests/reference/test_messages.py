"""Failure families and messages: only what a source shows, in forms the dossier accepts."""

import msgspec
import pytest

from core.dossier.model import Blockage
from core.dossier.values import BlockedStep, Channel
from core.reference import (
    MessageKind,
    Site,
    Stage,
    Tier,
    failure_families,
    failure_family,
    families_at,
    messages,
    messages_at,
    site_messages,
    tables,
)
from core.reference.tables import BrokenTable

FAMILIES = [
    "ACC-1", "ACC-2", "ACC-3", "ACC-4", "ACC-5", "ACC-6", "ACC-7", "ELI-1", "ELI-2", "ELI-3", "ELI-4",
    "ELI-5", "ELI-6", "FRM-1", "FRM-2", "FRM-3", "FRM-4", "PAY-1", "DAT-1", "DAT-2", "FIL-1", "FIL-2",
    "FIL-3", "DOC-1", "DOC-2", "DOC-3", "DOC-4", "VIS-1",
]  # fmt: skip
# The three messages whose exact words stand in an order, an official answer or several publications.
ESTABLISHED = {
    "anef-reset-sent": "Mot de passe oublié. Un message a été envoyé à l’adresse électronique correspondant "
    "à l’identifiant saisi",
    "booking-no-slot": "Il n’existe plus de plage horaire libre pour votre demande de rendez-vous. Veuillez "
    "recommencer ultérieurement.",
    "anef-deposit-no-right": "ne constitue pas une preuve de régularité du séjour et ne permet pas "
    "l’ouverture de droits associés à un séjour régulier",
}


def test_the_families_are_those_of_the_catalogue():
    assert list(failure_families()) == FAMILIES


def test_a_dossier_can_hold_every_family():
    for code in failure_families():
        assert msgspec.convert({"family": code}, Blockage).family == code


def test_who_cannot_file_and_who_has_filed():
    filed = {f.code for f in failure_families().values() if f.stage is Stage.FILED}
    assert filed == {"DAT-2", "FIL-1", "FIL-2", "FIL-3", "DOC-1", "DOC-2", "DOC-3", "DOC-4"}


def test_families_at_a_step():
    assert [f.code for f in families_at(BlockedStep.UPLOAD)] == ["FRM-2"]
    assert [f.code for f in families_at(BlockedStep.LOGIN)] == ["ACC-1", "ACC-2", "ACC-3", "ACC-4", "ACC-5"]
    assert families_at(BlockedStep.BOOKING) == ()
    assert {f for step in BlockedStep for f in families_at(step)} == set(failure_families().values())


def test_labels_are_short_plain_sentences_of_the_person():
    for family in failure_families().values():
        assert len(family.plain_name.split()) <= 12
        assert str(family.label) == family.plain_name


def test_established_messages_are_word_for_word():
    assert {i: m.text for i, m in site_messages().items() if m.tier is Tier.OFFICIAL} == ESTABLISHED


def test_what_the_software_says_by_default_is_never_passed_off_as_seen():
    for message in site_messages().values():
        if message.kind is MessageKind.DEFAULT:
            assert message.tier is Tier.SOFTWARE
            assert message.seen_on is None


def test_every_message_has_a_source_and_a_known_family():
    for message in site_messages().values():
        assert message.source
        assert message.family is None or failure_family(message.family).code == message.family


def test_a_message_with_words_missing_is_not_complete():
    for message in site_messages().values():
        assert not (message.complete and ("…" in message.text or "[" in message.text))


def test_no_message_says_the_same_twice_on_one_site():
    texts = [(m.site, m.text) for m in site_messages().values()]
    assert len(set(texts)) == len(texts)


def test_messages_of_a_channel_best_established_first():
    found = messages_at(Channel.BOOKING_SITE)
    assert found[0].id == "booking-no-slot"
    assert [m.tier for m in found] == sorted(m.tier for m in found)
    assert {m.site for m in found} == {Site.BOOKING_DEPARTEMENT, Site.BOOKING_NATIONAL}
    assert messages_at(Channel.ANEF, BlockedStep.LOGIN)[0].id == "anef-reset-sent"
    assert all(m.step is BlockedStep.LOGIN for m in messages_at(Channel.ANEF, BlockedStep.LOGIN))
    assert messages_at(Channel.POST) == ()


GOOD = {
    "id": "m1", "site": "anef", "family": "ACC-1", "step": "login", "text": "Erreur", "complete": "yes",
    "kind": "message", "tier": "1", "seen_on": "2025-07", "source": "order", "notes": "",
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, None),
        ({"seen_on": ""}, None),
        ({"family": "ABC-9"}, "failure_families"),
        ({"seen_on": "July 2025"}, "seen_on"),
        ({"source": ""}, "source"),
        ({"tier": "4"}, "tier"),
        ({"text": ""}, "text"),
    ],
)
def test_a_message_without_its_provenance_is_refused(change, said, tmp_path, monkeypatch):
    failure_families()  # from the real table
    cells = {**GOOD, **change}
    (tmp_path / "messages.csv").write_text(
        f"{','.join(cells)}\n{','.join(cells.values())}\n", encoding="utf-8"
    )
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    read = messages.site_messages.__wrapped__
    if said is None:
        assert list(read()) == ["m1"]
    else:
        with pytest.raises(BrokenTable, match=said):
            read()
