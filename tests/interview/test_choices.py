"""The lists made from the reference tables, and the sentences made from answers."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

import core.languages
from core import reference
from core.dossier import examples, paths
from core.dossier.model import Attempt, Dossier, Exhibit
from core.dossier.values import BlockedStep, Channel, MeasureKind, RequestKind
from core.i18n import render
from core.interview import choices, flow
from core.interview.model import Choice, Search
from tests.interview.walk import EVERY_QUESTION, REPEATS

ON = date(2026, 11, 23)
SEARCHES = [
    q
    for q in (*(q for _p, q in EVERY_QUESTION), *(q for _p, r in REPEATS for q in r.questions))
    if isinstance(q, Search)
]


def put(dossier: Dossier, **answers: object) -> Dossier:
    for name, value in answers.items():
        dossier = paths.put(dossier, name.replace("__", "."), value)
    return dossier


@pytest.mark.parametrize("question", SEARCHES, ids=lambda q: q.path)
def test_every_list_has_distinct_values_with_words(question: Search) -> None:
    options = question.options(Dossier())
    assert options
    assert len({option.value for option in options}) == len(options)
    assert all(render(option.label).strip() for option in options)


def test_nationalities_end_with_stateless_and_births_have_none() -> None:
    nationalities = {option.value: option.label for option in choices.nationality_options(Dossier())}
    births = {option.value for option in choices.country_options(Dossier())}
    assert render(nationalities["DZ"]) == "Algérie"
    assert render(nationalities["DZ"], "ar") == "الجزائر"
    assert list(nationalities)[-1] == "XA"
    assert "XA" not in births


def test_a_departement_shows_its_prefect_and_its_tribunal() -> None:
    options = {option.value: option for option in choices.departement_options(Dossier())}
    assert options["92"].label == "92 – Hauts-de-Seine"
    assert options["92"].hint == "préfet des Hauts-de-Seine, tribunal administratif de Cergy-Pontoise"
    assert "préfet de police" in str(options["75"].hint)


def test_whoever_renews_is_proposed_the_permit_they_hold() -> None:
    dossier = put(Dossier(), permit__title="visiteur", permit__label="visiteur")
    assert choices.proposed_permit(dossier, ON) is None
    renewal = put(dossier, request__kind=RequestKind.RENEWAL)
    assert choices.proposed_permit(renewal, ON) == "visiteur"
    assert choices.proposed_label(renewal, ON) == "visiteur"


def test_algerians_are_offered_the_certificates_of_their_agreement() -> None:
    def codes(country: str | None) -> set[str]:
        options = choices.permit_options(paths.put(Dossier(), "nationality.country", country))
        return {option.value for option in options}

    assert "cra_10ans" in codes("DZ")
    assert "visiteur" not in codes("DZ")
    assert "cra_10ans" not in codes("ML")
    assert "visiteur" in codes("ML")
    assert codes("DZ") | codes("ML") <= codes(None)


def test_messages_of_the_same_site_and_step_come_first() -> None:
    def texts(**answers: object) -> list[str]:
        return [one.text for one in choices.known_messages(put(Dossier(), **answers))]

    anef = texts(filing__channel=Channel.ANEF, blockage__step=BlockedStep.LOGIN)
    assert anef[0].startswith("Mot de passe oublié.")
    booking = texts(filing__channel=Channel.BOOKING_SITE, blockage__step=BlockedStep.BOOKING)
    assert "Aucun créneau disponible" in booking
    assert "Aucun créneau disponible" not in anef
    assert texts(filing__channel=Channel.POST) == []
    # No site told: all of them.
    assert set(texts()) == {message.text for message in reference.site_messages().values()}


def test_messages_of_the_failure_told_come_before_others_of_the_step() -> None:
    told = put(
        Dossier(),
        filing__channel=Channel.ANEF,
        blockage__step=BlockedStep.LOGIN,
        blockage__family="ACC-5",
    )
    families = {message.text: message.family for message in reference.site_messages().values()}
    found = [families[one.text] for one in choices.known_messages(told)]
    assert found[: found.count("ACC-5")] == ["ACC-5"] * found.count("ACC-5")
    assert found.count("ACC-5") > 1


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (
            "Mot de passe oublié.",
            ("décision de justice", "Vu en 2025.", "peut dire autre chose"),
        ),
        ("Demande invalide.", ("association", "Vu en 2025.", "qu’une partie")),
        ("Compte désactivé", ("logiciel du site", "Votre écran peut dire autre chose.")),
    ],
)
def test_each_message_says_where_it_is_from_and_that_it_may_differ(text: str, note: tuple[str, ...]) -> None:
    known = choices.known_messages(put(Dossier(), filing__channel=Channel.ANEF))
    words = render(next(one.note for one in known if one.text.startswith(text)))
    assert all(part in words for part in note)


def test_only_messages_of_the_step_are_near() -> None:
    told = put(Dossier(), filing__channel=Channel.ANEF, blockage__step=BlockedStep.CHOICE)
    known = choices.known_messages(told)
    assert [one.text[:16] for one in known if one.near] == ["Demande invalide"]
    assert all(one.near for one in choices.known_messages(put(Dossier(), filing__channel=Channel.ANEF)))


def test_failures_of_the_step_come_first() -> None:
    login = choices.family_options(put(Dossier(), blockage__step=BlockedStep.LOGIN))
    assert login[0].value.startswith("ACC-")
    upload = choices.family_options(put(Dossier(), blockage__step=BlockedStep.UPLOAD))
    assert upload[0].value == "FRM-2"
    assert {o.value for o in login} == {o.value for o in upload}


@pytest.mark.parametrize(
    ("title", "kind", "words"),
    [
        ("visiteur", RequestKind.RENEWAL, "est dans la liste"),
        ("aes", RequestKind.FIRST, "n’est pas dans la liste"),
        ("salarie", RequestKind.RENEWAL, None),
        (None, None, None),
    ],
)
def test_what_the_list_says_of_the_way(
    title: str | None, kind: RequestKind | None, words: str | None
) -> None:
    told = choices.channel_told(put(Dossier(), request__title=title, request__kind=kind), ON)
    assert bool(told) is (words is not None)
    assert words is None or words in render(told[0])


def test_a_paper_can_show_what_was_told_and_what_every_request_needs() -> None:
    dossier = Dossier(
        attempts=(Attempt(id="a1", on=date(2026, 11, 3), channel=Channel.ANEF, proof=True),),
        exhibits=(Exhibit(id="e1", title="Tout", proves=("identity", "address")),),
    )
    words = {option.value: option.label for option in choices.proof_options(dossier)}
    assert str(words[("a1",)]) == "Capture d’écran du site ANEF (03/11/2026)"
    assert words[("permit",)]
    # An exhibit that shows two facts can be opened and left as it is.
    assert str(words[("identity", "address")]) == "Passeport (page d’identité) + Justificatif de domicile"


def test_papers_that_answers_speak_of_are_proposed_and_said() -> None:
    dossier = Dossier(
        attempts=(Attempt(id="a1", channel=Channel.ANEF, proof=True), Attempt(id="a2", proof=False))
    )
    (proposed,) = choices.proposed_exhibits(dossier)
    assert proposed.proves == ("a1",)
    assert [render(told) for told in choices.announced_exhibits_told(dossier, ON)] == [
        "1 pièce est déjà comptée, grâce à vos réponses."
    ]
    both = paths.put(dossier, "attempts", tuple(replace(one, proof=True) for one in dossier.attempts))
    assert [render(told) for told in choices.announced_exhibits_told(both, ON)] == [
        "2 pièces sont déjà comptées, grâce à vos réponses."
    ]
    listed = paths.put(dossier, "exhibits", (proposed,))
    assert choices.proposed_exhibits(listed) == ()
    assert choices.announced_exhibits_told(listed, ON) == ()


def test_only_a_measure_that_fits_is_offered_and_the_first_is_proposed() -> None:
    question = next(q for _p, q in EVERY_QUESTION if q.path == "measure.kind")
    assert isinstance(question, Choice)
    for name in examples.names():
        kept = examples.load(name)
        offered = [option.value for option in flow.offered(question, kept.dossier, kept.day)]
        assert offered
        assert choices.default_measure(kept.dossier, kept.day) in offered
        assert choices.default_delay(kept.dossier, kept.day) in range(1, 121)
        assert choices.default_penalty(kept.dossier, kept.day) in range(1, 301)
        assert choices.measures_told(kept.dossier, kept.day)
    booking = examples.load("aes-rdv")
    refused = flow.submit(
        flow.page("measure"), {"measure.kind": MeasureKind.EARLIER_DATE}, booking.dossier, booking.day
    )
    assert [error.path for error in refused.errors] == ["measure.kind"]
    taken = flow.submit(
        flow.page("measure"), {"measure.kind": MeasureKind.APPOINTMENT}, booking.dossier, booking.day
    )
    assert taken.errors == ()


FRENCH_AND_ARABIC = (core.languages.FRENCH, core.languages.find("ar"))


def test_the_languages_of_the_person_stay_where_one_can_choose(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = put(Dossier(), preferences__note_language="ar")
    monkeypatch.setattr(choices, "offered", lambda: FRENCH_AND_ARABIC)
    assert [option.label for option in choices.language_options(Dossier())] == ["Français", "العربية"]
    assert flow.relevant(dossier).preferences.note_language == "ar"
    monkeypatch.setattr(choices, "offered", lambda: FRENCH_AND_ARABIC[:1])
    # While the program runs, the languages that it offers stay the same.
    flow.relevant.cache_clear()
    assert flow.relevant(dossier).preferences.note_language == "fr"


def test_an_emptied_language_goes_back_to_french(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choices, "offered", lambda: FRENCH_AND_ARABIC)
    dossier = put(Dossier(), preferences__note_language="ar")
    taken = flow.submit(flow.page("welcome"), {"preferences.note_language": ""}, dossier, ON)
    assert taken.dossier == Dossier()
