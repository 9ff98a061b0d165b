"""The reading side by side: the same words as the requete, in passages, and ticks that follow the words."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from core.documents import bundle, read_marks
from core.documents.blocks import Inline, Items, Table, plain, texts
from core.documents.case import Case
from core.documents.french import no_break
from core.documents.lecture import lecture
from core.documents.meaning import own_words
from core.documents.read_marks import Choice
from core.documents.reading import Passage, marked_french, passages, spoken
from core.documents.requete import requete
from core.dossier.paths import put
from core.i18n import _, named_time, ngettext
from core.languages import FRENCH, TRANSLATED, Language
from core.law.assessment import assess
from gui.preview.note_rows import rows
from tests.documents.stories import STORIES, case_of, story
from tests.documents.test_meaning import TOLD, spaced


def french(passage: Passage) -> str:
    return "\n".join(plain(pair.french) for pair in passage.pairs)


@pytest.mark.parametrize("name", TOLD)
def test_every_word_of_the_requete_is_read_in_order(name: str) -> None:
    told = story(name)
    read = " ".join(french(passage) for passage in passages(told, "fr"))
    at = 0
    for block in requete(told).blocks:
        for text in texts(block):
            if isinstance(block, Items | Table):
                assert text in read
                continue
            at = read.index(text, at)


@pytest.mark.parametrize("name", TOLD)
@pytest.mark.parametrize("language", ["fr", "ar", "zh_Hans"])
def test_both_columns_have_a_text_in_every_line(name: str, language: str) -> None:
    for passage in passages(story(name), language):
        assert all(plain(pair.french).strip() and plain(pair.theirs).strip() for pair in passage.pairs)


def bold(runs: Inline) -> list[str]:
    return [run.text for run in runs if run.bold]


def test_names_days_and_numbers_stand_out_in_both_columns() -> None:
    means = (
        _("Vous avez écrit à {name}.", name="Mme Awa DIARRA"),
        _("C’était le {day}.", day=date(2026, 3, 1)),
        ngettext("{number} pièce.", "{number} pièces.", 2),
    )
    text = (
        "1. Le 1er mars 2026 à 10 h 15, j’ai écrit à Mme Awa DIARRA (article L. 521-3) 2 fois, pour 7,92 €."
    )
    marked = marked_french(no_break(text), means)
    assert plain(marked) == no_break(text)
    assert list(map(spaced, bold(marked))) == ["1er mars 2026", "10 h 15", "Mme Awa DIARRA", "2", "7,92 €"]
    assert bold(spoken(means, "fr")) == ["Mme Awa DIARRA", "1er mars 2026", "2"]
    assert (
        plain(spoken(means, "fr")) == "Vous avez écrit à Mme Awa DIARRA. C’était le 1er mars 2026. 2 pièces."
    )
    assert any("01/03/2026" in run for run in bold(spoken(means, "en")))


def test_the_citation_of_a_decision_does_not_stand_out() -> None:
    text = "Le juge l’a dit (CE, 10 juin 2020, n° 435594)."
    assert bold(marked_french(no_break(text), (), ("ce-435594",))) == []


def test_a_letter_of_ours_in_a_name_marks_nothing() -> None:
    means = (_("Nom : {name}", name="A\ue000B"),)
    assert bold(spoken(means, "fr")) == ["AB"]


def test_who_asks_is_one_passage_and_each_demand_is_its_own() -> None:
    read = passages(story("cergy"), "fr")
    claimant = next(passage for passage in read if "Louisa KACI" in french(passage))
    assert len(claimant.pairs) == 6
    demands = [p for p in read if french(p).startswith(("1° ", "2° ", "3° "))]
    assert len(demands) == 3
    quoted = next(passage for passage in read if "Aux termes" in french(passage))
    assert len(quoted.pairs) == 2
    table = next(passage for passage in read if "lundi 24 février 2025" in spaced(french(passage)))
    assert len(table.pairs) == 5
    assert table.facts[0] == "attempts[0]"


def ticked(read: tuple[Passage, ...]) -> read_marks.Marks:
    marks: read_marks.Marks = ()
    for passage in read:
        if not passage.level:
            marks = read_marks.with_choice(marks, passage, Choice.UNDERSTOOD)
    return read_marks.decode(read_marks.encode(marks))


@pytest.mark.parametrize("name", TOLD)
def test_what_was_ticked_stays_ticked_the_next_day(name: str) -> None:
    told = story(name)
    marks = ticked(passages(told, "fr"))
    tomorrow = told.on + timedelta(days=1)
    again = passages(Case(told.dossier, told.assessment, tomorrow), "ar")
    asked = [passage for passage in again if not passage.level]
    assert read_marks.understood(marks, asked) == len(asked)


def test_a_changed_answer_asks_for_its_passages_again_and_no_other() -> None:
    told = story("cergy")
    marks = ticked(passages(told, "fr"))
    changed = case_of(put(told.dossier, "measure.delay_days", 8), told.on)
    again = [p for p in passages(changed, "fr") if not p.level and read_marks.choice_of(marks, p) is None]
    assert len(again) == 2
    assert all("8 jours" in spaced(french(p)) and read_marks.has_changed(marks, p) for p in again)


def test_a_new_paragraph_moves_numbers_and_unreads_nothing() -> None:
    told = story("cergy")
    marks = ticked(passages(told, "fr"))
    changed = case_of(put(told.dossier, "residence.moved", True), told.on)
    changed = case_of(put(changed.dossier, "residence.file_departement", "75"), told.on)
    again = [p for p in passages(changed, "fr") if not p.level and read_marks.choice_of(marks, p) is None]
    assert ["changé de département" in french(p) for p in again] == [True]
    assert not read_marks.has_changed(marks, again[0])


def test_a_tick_replaces_the_older_one_of_its_passage() -> None:
    passage = next(p for p in passages(story("cergy"), "fr") if not p.level)
    marks = read_marks.with_choice((), passage, Choice.TO_CHANGE)
    marks = read_marks.with_choice(marks, passage, Choice.UNDERSTOOD)
    assert [mark.choice for mark in marks] == [Choice.UNDERSTOOD]


def test_ticks_hold_no_word_of_the_person() -> None:
    data = read_marks.encode(ticked(passages(story("cergy"), "fr")))
    assert b"KACI" not in data
    assert b"Nanterre" not in data


@pytest.mark.parametrize("data", [None, b"", b"\xff", b"{}", b'[{"place": "KACI"}]'])
def test_damaged_ticks_count_as_none(data: bytes | None, caplog: pytest.LogCaptureFixture) -> None:
    assert read_marks.decode(data) == ()
    assert "KACI" not in caplog.text


@pytest.mark.parametrize("name", TOLD)
@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_printed_reading_pairs_every_line(name: str, language: str) -> None:
    meaning, requete_ = lecture(story(name), language)
    assert meaning.name == requete_.name == ("lecture" if language == "fr" else f"lecture-{language}")
    lines = list(rows(meaning, requete_))
    assert len(lines) >= sum(len(p.pairs) for p in passages(story(name), language))


@pytest.mark.parametrize("name", STORIES)
def test_the_reading_is_in_the_folder_where_a_requete_is_and_the_language_is_another(name: str) -> None:
    told = story(name)
    for language in ("fr", "ar"):
        made = {m.document.name for m in bundle.bundle(told, language)}
        wanted = "requete" in made and language == "ar"
        assert any(one.startswith("lecture") for one in made) == wanted
        assert bundle.writes_requete(told) == ("requete" in made)


def test_every_sheet_for_the_person_is_in_their_language_beside_the_french() -> None:
    for name in ("cergy", "captures-un-soir"):
        told = story(name)
        assert told.assessment == assess(told.dossier, told.on)
        for made in bundle.bundle(told, "ar"):
            if made.personal:
                assert made.document.language == "ar"
                assert made.french is not None
                assert len(list(rows(made.document, made.french))) > 3


def test_the_day_and_the_signature_are_two_lines() -> None:
    (signature,) = (p for p in passages(story("cergy"), "fr") if "Signature" in french(p))
    day, sign = ((spaced(plain(pair.french)), plain(pair.theirs)) for pair in signature.pairs)
    assert day[0].startswith("Fait à Nanterre, le ")
    assert "Nanterre" in day[1]
    assert sign[0] == "Signature : Mme Louisa KACI"
    assert "à la main" in sign[1]
    assert "Louisa KACI" in sign[1]


@pytest.mark.parametrize("language", [FRENCH, *TRANSLATED], ids=lambda one: one.code)
@pytest.mark.parametrize("typed", ["Je suis seule.", "Je suis seule"])
def test_what_a_person_wrote_stands_in_quotes_and_the_sentence_ends_after_them(
    language: Language, typed: str
) -> None:
    runs = spoken((own_words(typed),), language.code)
    assert bold(runs) == ["Je suis seule"]
    assert plain(runs).endswith({"bn": "।", "zh_Hans": "。"}.get(language.code, "."))
    assert "»" in plain(runs)[-4:] or "”" in plain(runs)[-4:]


def test_hours_are_written_as_each_reader_writes_them_and_stand_out() -> None:
    means = (_("Heure\N{NO-BREAK SPACE}: {hour}.", hour=named_time(time(10, 15))),)
    assert [spaced(run) for run in bold(spoken(means, "fr"))] == ["10 h 15"]
    assert bold(spoken(means, "ru")) == ["10:15"]
    told = story("captures-un-soir")
    hours = [attempt.at for attempt in told.dossier.attempts if attempt.at is not None]
    assert hours
    (table,) = (block for block in requete(told).blocks if isinstance(block, Table) and block.means)
    said = [spaced(plain(spoken(means, "fr"))) for means in table.means]
    assert any(f"{hours[0].hour} h {hours[0].minute:02}" in row for row in said)


def test_the_titles_that_the_program_gives_say_what_they_mean() -> None:
    *_others, exhibits = passages(story("cergy"), "en")
    names = {bold(pair.french)[0]: bold(pair.theirs)[1] for pair in exhibits.pairs}
    assert names["Justificatif de domicile"].startswith("Justificatif de domicile (")
    # The person's own title has no translation.
    assert names["Attestation d’hébergement de ma fille"] == "Attestation d’hébergement de ma fille"
