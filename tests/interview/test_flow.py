"""Next, back, progress, what counts: computed from the dossier alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given

from core.dossier import examples, paths
from core.dossier.model import Attempt, Consequence, Dossier
from core.dossier.values import (
    Channel,
    ConsequenceKind,
    DocumentKind,
    Mode,
    OqtfState,
    PartialDate,
    RequestKind,
    Role,
)
from core.interview import flow
from core.interview.model import UNKNOWN, Raw, RawDate, Repeat, Section
from core.interview.pages import ALL_PAGES
from core.law.assessment import assess
from core.law.model import Assessment
from tests.dossier.strategies import dossiers

ON = date(2026, 11, 23)


def put(dossier: Dossier, **answers: object) -> Dossier:
    """`put(d, permit__document=…)`: several answers by path."""
    for name, value in answers.items():
        dossier = paths.put(dossier, name.replace("__", "."), value)
    return dossier


def shown(dossier: Dossier) -> list[str]:
    return [page.id for page in flow.visible_pages(dossier)]


def asked(dossier: Dossier, page_id: str) -> list[str]:
    return [question.path for question in flow.visible_questions(flow.page(page_id), dossier)]


def test_a_new_dossier_starts_at_the_welcome() -> None:
    first = flow.first_open_page(Dossier())
    assert first is not None
    assert first.id == "welcome" == shown(Dossier())[0]
    assert flow.previous_page(Dossier(), "welcome") is None
    assert flow.next_page(Dossier(), ALL_PAGES[-1].id) is None


def test_an_unknown_page_is_an_error() -> None:
    with pytest.raises(KeyError):
        flow.page("nowhere")


@pytest.mark.parametrize(
    ("answers", "page_id", "path", "is_asked"),
    [
        ({"decisions__refusal": True}, "refusal", "decisions.refusal_kind", True),
        ({"decisions__refusal": False}, "refusal", "decisions.refusal_kind", False),
        ({}, "refusal", "decisions.refusal_kind", False),
        ({"decisions__oqtf": True}, "oqtf", "decisions.detained", True),
        ({"identity__role": Role.PARENT}, "child-name", "identity.family_name", True),
        ({"identity__role": Role.PARENT}, "name", "identity.family_name", False),
        ({"identity__role": Role.SELF}, "name", "identity.family_name", True),
        ({"identity__single_name": True}, "name", "identity.given_names", False),
        ({"permit__document": DocumentKind.NONE}, "document-dates", "permit.expires_on", False),
        ({"permit__document": DocumentKind.CARD}, "document-dates", "permit.expires_on", True),
        ({"permit__document": DocumentKind.CARD}, "document", "permit.lost_on", False),
        (
            {"permit__document": DocumentKind.CARD, "permit__lost": True},
            "document", "permit.lost_on", True,
        ),
        ({"residence__prefecture_confirmed": True}, "prefecture", "residence.moved", False),
        (
            {"residence__in_france": True, "residence__prefecture_confirmed": False},
            "prefecture", "residence.moved", True,
        ),
        ({"blockage__no_message": True}, "message", "blockage.message", False),
        ({"blockage__message": "Erreur"}, "message", "blockage.exact_words", True),
        ({}, "message", "blockage.exact_words", False),
        ({"application__filed": True}, "file-state", "application.status", True),
        ({"application__filed": False}, "file-state", "application.status", False),
        ({"appointment__given": True}, "appointment", "appointment.on", True),
        ({"measure__penalty": True}, "measure", "measure.penalty_eur_per_day", True),
        ({"measure__costs": False}, "measure", "measure.costs_cents", False),
        (
            {"consequences": (Consequence(id="q1", kind=ConsequenceKind.FAMILY),)},
            "consequences", "family.children", True,
        ),
        (
            {"consequences": (Consequence(id="q1", kind=ConsequenceKind.WORK),)},
            "consequences", "family.children", False,
        ),
    ],
)  # fmt: skip
def test_a_detail_is_asked_only_where_it_applies(
    answers: dict[str, object], page_id: str, path: str, is_asked: bool
) -> None:
    assert (path in asked(put(Dossier(), **answers), page_id)) is is_asked


def test_do_not_know_whether_filed_asks_what_the_site_says() -> None:
    assert "file-state" in shown(paths.put_unknown(Dossier(), "application.filed"))


@pytest.mark.parametrize(
    ("first", "proof", "asked_why"),
    [
        (date(2026, 7, 1), True, False),
        (date(2026, 7, 2), True, True),
        (date(2026, 6, 30), False, True),
        (None, None, True),
    ],
)
def test_a_late_start_is_asked_about(first: date | None, proof: bool | None, asked_why: bool) -> None:
    attempts = () if first is None else (Attempt(id="a1", on=first, proof=proof),)
    dossier = put(
        Dossier(),
        permit__document=DocumentKind.CARD,
        permit__expires_on=date(2026, 8, 30),
        request__kind=RequestKind.RENEWAL,
        attempts=attempts,
    )
    assert ("timing.late_reason" in asked(dossier, "key-date")) is asked_why
    first_permit = put(dossier, request__kind=RequestKind.FIRST)
    assert "timing.late_reason" not in asked(first_permit, "key-date")


# --- Early ends.


@pytest.mark.parametrize(
    ("answers", "last"),
    [
        ({"identity__role": Role.MINOR_ALONE}, "red-flags"),
        ({"identity__role": Role.GUARDIANSHIP}, "red-flags"),
        ({"residence__in_france": False}, "red-flags"),
        ({"decisions__danger_48h": True}, "red-flags"),
        ({"decisions__oqtf": True, "decisions__oqtf_state": OqtfState.NOT_COMPLIED}, "oqtf"),
        ({"decisions__oqtf": True, "decisions__detained": True}, "oqtf"),
        ({"decisions__oqtf": True, "decisions__house_arrest": True}, "oqtf"),
        ({"decisions__oqtf": True, "decisions__entry_ban": True}, "oqtf"),
        ({"decisions__refusal": True, "decisions__refusal_kind": "permit"}, "refusal"),
        ({"residence__in_france": True, "residence__departement": "988"}, "prefecture"),
        ({"nationality__country": "BE"}, "nationality"),
        ({"nationality__eu_family": True}, "nationality"),
        ({"request__kind": RequestKind.NATIONALITY}, "request"),
        ({"request__kind": RequestKind.TRAVEL_DOCUMENT}, "request"),
        # These go on.
        ({"decisions__oqtf": True, "decisions__oqtf_state": OqtfState.ANNULLED}, "signature"),
        ({"decisions__oqtf": True}, "signature"),
        ({"decisions__house_arrest": True}, "signature"),
        ({"decisions__refusal": True, "decisions__refusal_kind": "closure"}, "signature"),
        ({"nationality__country": "DZ"}, "signature"),
        ({"request__kind": RequestKind.RENEWAL}, "signature"),
    ],
)
def test_answers_that_lead_elsewhere_end_the_questions(answers: dict[str, object], last: str) -> None:
    dossier = put(Dossier(), **answers)
    if "decisions__refusal_kind" in answers:
        dossier = msgspec.convert(msgspec.to_builtins(dossier), Dossier)
    assert shown(dossier)[-1] == last
    with_volunteer = put(dossier, preferences__mode=Mode.WITH_VOLUNTEER)
    assert shown(with_volunteer)[-1] == "signature"


def test_an_early_end_hides_pages_and_keeps_what_they_say() -> None:
    dossier = put(examples.load("cergy").dossier, decisions__danger_48h=True)
    assert shown(dossier)[-1] == "red-flags"
    assert flow.relevant(dossier).attempts == dossier.attempts


# --- What counts.


def test_answers_of_a_branch_left_behind_are_kept_and_do_not_count() -> None:
    told = put(
        Dossier(),
        decisions__refusal=True,
        decisions__refusal_notified_on=date(2026, 10, 1),
        measure__penalty=True,
        measure__penalty_eur_per_day=50,
        blockage__message="Erreur",
        blockage__exact_words=True,
    )
    changed = put(told, decisions__refusal=False, measure__penalty=False, blockage__no_message=True)
    assert changed.decisions.refusal_notified_on == date(2026, 10, 1)
    counted = flow.relevant(changed)
    assert counted.decisions.refusal_notified_on is None
    assert counted.measure.penalty_eur_per_day is None
    assert counted.blockage.message is None
    assert counted.blockage.exact_words is None
    back = put(changed, decisions__refusal=True, measure__penalty=True, blockage__no_message=None)
    assert flow.relevant(back) == told


def test_do_not_know_on_a_branch_left_behind_does_not_count() -> None:
    dossier = paths.put_unknown(put(Dossier(), decisions__refusal=False), "decisions.refusal_kind")
    assert flow.relevant(dossier).unknown == ()


def test_an_answer_left_behind_decides_nothing() -> None:
    # « Moved » was said while the prefecture was in doubt; it is not in doubt any more.
    dossier = put(
        Dossier(),
        residence__in_france=True,
        residence__prefecture_confirmed=True,
        residence__moved=True,
        residence__file_departement="75",
    )
    assert asked(dossier, "prefecture") == [
        "residence.postal_code",
        "residence.commune",
        "residence.departement",
        "residence.prefecture_confirmed",
        "residence.office",
    ]
    assert flow.relevant(dossier).residence.file_departement is None


def test_the_name_of_the_child_stays_where_a_parent_asks() -> None:
    dossier = put(
        Dossier(),
        identity__role=Role.PARENT,
        identity__family_name="DIALLO",
        identity__given_names="Awa",
        representative__family_name="DIALLO",
    )
    assert flow.relevant(dossier) == dossier
    alone = put(dossier, identity__role=Role.SELF)
    assert flow.relevant(alone).identity.family_name == "DIALLO"
    assert flow.relevant(alone).representative.family_name is None


def test_details_of_items_left_behind_do_not_count() -> None:
    attempt = Attempt(id="a1", on=ON, same_message=True, result="Rien ne s’affiche.")
    counted = flow.relevant(put(Dossier(), attempts=(attempt,)))
    assert counted.attempts == (msgspec.structs.replace(attempt, result=None),)
    other = msgspec.structs.replace(attempt, same_message=False)
    assert flow.relevant(put(Dossier(), attempts=(other,))).attempts == (other,)


def test_what_no_page_asks_stays() -> None:
    dossier = put(Dossier(), signature__filed_on=ON, invented=("contact",), signature__court_number="2600001")
    assert flow.relevant(dossier) == dossier


@pytest.mark.parametrize("name", examples.names())
def test_what_counts_of_an_example(name: str) -> None:
    told = examples.load(name).dossier
    before, after = dict(paths.leaves(told)), dict(paths.leaves(flow.relevant(told)))
    lost = {path for path, value in before.items() if value not in (None, ()) and after.get(path) != value}
    # Details without their question: « no » again, or the family where nothing about it is claimed.
    assert lost <= {
        "residence.at_mail_address",
        "residence.moved",
        "decisions.entry_ban",
        "family.partner_in_france",
        "family.children",
    }


# --- Taking answers.


def test_good_answers_are_taken_where_others_are_wrong() -> None:
    page = flow.page("document-dates")
    start = put(Dossier(), permit__document=DocumentKind.CARD)
    taken = flow.submit(
        page,
        {
            "permit.issued_on": RawDate("3", "11", "2025"),
            "permit.expires_on": RawDate("2", "11", "26"),
            "permit.allows_work": True,
        },
        start,
        ON,
    )
    assert [error.path for error in taken.errors] == ["permit.expires_on"]
    assert taken.dossier.permit.issued_on == date(2025, 11, 3)
    assert taken.dossier.permit.allows_work is True
    assert taken.dossier.permit.expires_on is None


def test_dates_of_one_page_are_checked_against_each_other_as_typed() -> None:
    start = put(
        Dossier(),
        permit__document=DocumentKind.CARD,
        permit__issued_on=date(2015, 1, 1),
        permit__expires_on=date(2016, 1, 1),
    )
    both = {
        "permit.issued_on": RawDate("3", "11", "2025"),
        "permit.expires_on": RawDate("2", "11", "2026"),
    }
    assert flow.submit(flow.page("document-dates"), both, start, ON).errors == ()
    swapped = {
        "permit.issued_on": RawDate("3", "11", "2025"),
        "permit.expires_on": RawDate("2", "11", "2024"),
    }
    wrong = flow.submit(flow.page("document-dates"), swapped, start, ON)
    assert [error.path for error in wrong.errors] == ["permit.expires_on"]
    assert "3 novembre 2025" in str(wrong.errors[0].message)


def test_a_required_answer_is_asked_for() -> None:
    taken = flow.submit(flow.page("welcome"), {"preferences.understood": False}, Dossier(), ON)
    assert [error.path for error in taken.errors] == ["preferences.understood"]
    assert taken.dossier == Dossier()


def test_do_not_know_is_an_answer_and_can_be_taken_back() -> None:
    page = flow.page("red-flags")
    unknown = flow.submit(page, {"decisions.refusal": UNKNOWN}, Dossier(), ON)
    assert unknown.errors == ()
    assert paths.is_unknown(unknown.dossier, "decisions.refusal")
    known = flow.submit(page, {"decisions.refusal": False}, unknown.dossier, ON)
    assert known.dossier == put(Dossier(), decisions__refusal=False)


def test_saying_again_that_one_does_not_know_changes_nothing() -> None:
    dossier = paths.put_unknown(paths.put_unknown(Dossier(), "decisions.refusal"), "decisions.oqtf")
    again = flow.submit(flow.page("red-flags"), {"decisions.refusal": UNKNOWN}, dossier, ON)
    assert again.dossier == dossier


def test_emptying_a_field_takes_the_answer_back() -> None:
    dossier = put(Dossier(), contact__phone="06 12 34 56 78")
    taken = flow.submit(flow.page("reach"), {"contact.phone": " "}, dossier, ON)
    assert taken.errors == ()
    assert taken.dossier == Dossier()


def test_an_answer_that_is_not_shown_is_not_taken() -> None:
    taken = flow.submit(flow.page("measure"), {"measure.penalty_eur_per_day": "50"}, Dossier(), ON)
    assert taken == flow.Submission(Dossier(), ())
    taken = flow.submit(
        flow.page("measure"), {"measure.penalty": True, "measure.penalty_eur_per_day": "50"}, Dossier(), ON
    )
    assert taken.dossier.measure.penalty_eur_per_day == 50


@pytest.mark.parametrize(
    ("page_id", "path", "good", "bad"),
    [
        ("nationality", "nationality.country", "DZ", "XX"),
        ("prefecture", "residence.departement", "2A", "20"),
        ("request", "request.title", "visiteur", "carte"),
        ("document", "permit.title", "cra_10ans", "10"),
    ],
)
def test_a_search_takes_only_what_is_in_the_list(page_id: str, path: str, good: str, bad: str) -> None:
    start = put(Dossier(), residence__in_france=True, permit__document=DocumentKind.CARD)
    kept = flow.submit(flow.page(page_id), {path: good}, start, ON)
    assert kept.errors == ()
    assert paths.get(kept.dossier, path) == good
    refused = flow.submit(flow.page(page_id), {path: bad}, start, ON)
    assert [error.path for error in refused.errors] == [path]
    assert refused.dossier == start


def test_the_permits_follow_the_nationality() -> None:
    start = put(Dossier(), permit__document=DocumentKind.ALGERIAN_CERTIFICATE, nationality__country="DZ")
    assert flow.submit(flow.page("document"), {"permit.title": "cra_10ans"}, start, ON).errors == ()
    assert flow.submit(flow.page("document"), {"permit.title": "visiteur"}, start, ON).errors != ()


def attempts_question() -> Repeat:
    question = flow.page("attempts").questions[0]
    assert isinstance(question, Repeat)
    return question


def test_an_item_is_taken_like_a_page() -> None:
    repeat = attempts_question()
    item = flow.new_item(repeat, put(Dossier(), attempts=(Attempt(id="a7"),)))
    assert item == Attempt(id="a8")
    answers: dict[str, Raw] = {
        "on": RawDate("3", "novembre", "2026"),
        "approximate": False,
        "at": "14h05",
        "channel": Channel.ANEF,
        "same_message": False,
        "result": "Page blanche",
        "proof": True,
    }
    taken = flow.submit_item(repeat, item, answers, Dossier(), ON)
    assert taken.errors == ()
    assert isinstance(taken.item, Attempt)
    assert taken.item.on == date(2026, 11, 3)
    assert taken.item.result == "Page blanche"
    assert taken.item.approximate is None
    wrong = flow.submit_item(repeat, taken.item, {"on": RawDate("24", "11", "2026")}, Dossier(), ON)
    assert [error.path for error in wrong.errors] == ["on"]
    assert wrong.item == taken.item


def test_an_exhibit_can_lose_what_it_shows() -> None:
    repeat = flow.page("exhibits").questions[0]
    assert isinstance(repeat, Repeat)
    item = flow.submit_item(
        repeat, flow.new_item(repeat, Dossier()), {"proves": ("permit",)}, Dossier(), ON
    ).item
    assert item.proves == ("permit",)  # type: ignore[attr-defined]
    emptied = flow.submit_item(repeat, item, {"proves": ""}, Dossier(), ON)
    assert emptied.errors == ()
    assert emptied.item.proves == ()  # type: ignore[attr-defined]


# --- How far.


def test_progress_counts_pages_and_names_states() -> None:
    lines = {line.section: line for line in flow.progress(Dossier())}
    assert lines[Section.START].state is flow.SectionState.OPEN
    assert lines[Section.START].done == 0
    assert Section.FOLLOW_UP not in lines
    started = put(Dossier(), preferences__understood=True)
    line = flow.progress(started)[0]
    assert (line.state, line.done) == (flow.SectionState.STARTED, 1)
    done = flow.progress(examples.load("cergy").dossier)
    assert all(line.state is flow.SectionState.DONE and line.done == line.total for line in done)


def test_an_optional_page_waits_until_a_later_page_is_answered() -> None:
    told = put(examples.load("cergy").dossier, contact__phone=None, contact__email=None)
    assert flow.first_open_page(told) is None
    stopped = told
    for page in ALL_PAGES[ALL_PAGES.index(flow.page("reach")) :]:
        for question in page.questions:
            stopped = paths.put(stopped, question.path, paths.get(Dossier(), question.path))
    waiting = flow.first_open_page(stopped)
    assert waiting is not None
    assert waiting.id == "reach"


def test_a_renewal_blocked_on_anef_takes_at_most_25_pages() -> None:
    assert len(shown(examples.load("cergy").dossier)) <= 25


# --- From a finding to its question.


def named_facts(assessment: Assessment) -> set[str]:
    conditions = assessment.conditions
    return {
        *(fact for reason in assessment.route_reasons for fact in reason.facts),
        *(fact for step in assessment.next_steps for fact in step.facts),
        *(fact for condition in conditions for fact in condition.facts),
        *(fact for condition in conditions for step in condition.next_steps for fact in step.facts),
        *(fact for contradiction in assessment.contradictions for fact in contradiction.facts),
    }


@given(dossiers())
def test_every_answer_that_the_law_speaks_of_can_be_given(dossier: Dossier) -> None:
    # The day of filing is asked after the documents (S24 of the journey), not here.
    for fact in named_facts(assess(flow.relevant(dossier), ON)) - {"signature.filed_on"}:
        assert flow.page_asking(fact, dossier) is not None, fact


@pytest.mark.parametrize(
    ("path", "answers", "page_id"),
    [
        ("attempts", {}, "attempts"),
        ("attempts[3].on", {}, "attempts"),
        ("permit.expires_on", {}, "document-dates"),
        ("identity.family_name", {}, "name"),
        ("identity.family_name", {"identity__role": Role.PARENT}, "child-name"),
        ("contact.address", {}, "mail"),
        ("contact.add", {}, None),
        ("signature.filed_on", {}, None),
        ("schema", {}, None),
    ],
)
def test_the_page_of_an_answer(path: str, answers: dict[str, object], page_id: str | None) -> None:
    page = flow.page_asking(path, put(Dossier(), **answers))
    assert (page.id if page else None) == page_id


# --- blocks: the pages of a section at once -----------------------------------------------------------


@given(dossiers())
def test_the_blocks_together_are_the_visible_pages(dossier: Dossier) -> None:
    blocks = [page for section in Section for page in flow.block(section, dossier)]
    assert blocks == list(flow.visible_pages(dossier))
    for section in Section:
        asked_here = flow.block_questions(section, dossier)
        assert list(asked_here) == [page.id for page in flow.block(section, dossier)]
        for page_id, questions in asked_here.items():
            assert questions == flow.visible_questions(flow.page(page_id), dossier)


@pytest.mark.parametrize("name", examples.names())
def test_a_block_takes_answers_as_its_pages_one_by_one(name: str) -> None:
    told = examples.example(name, ON)
    at_once = page_by_page = Dossier(preferences=told.preferences)
    for section in Section:
        answers = {
            question.path: _typed(paths.get(told, question.path))
            for page in ALL_PAGES
            if page.section is section
            for question in page.questions
        }
        at_once = flow.submit_block(section, answers, at_once, ON).dossier
        for page in ALL_PAGES:
            if page.section is section and page in flow.visible_pages(page_by_page):
                page_by_page = flow.submit(page, answers, page_by_page, ON).dossier
    assert at_once == page_by_page
    assert at_once.identity.family_name == told.identity.family_name or not flow.block(Section.YOU, at_once)


def test_a_page_that_an_answer_opens_counts_in_the_same_block() -> None:
    answers: dict[str, Raw] = {"decisions.refusal": True, "decisions.refusal_states_remedies": True}
    told = flow.submit_block(Section.START, answers, Dossier(), ON).dossier
    assert told.decisions.refusal_states_remedies is True
    answers["decisions.refusal"] = False
    told = flow.submit_block(Section.START, answers, Dossier(), ON).dossier
    assert told.decisions.refusal_states_remedies is None


def test_a_block_names_every_wrong_answer() -> None:
    answers: dict[str, Raw] = {"identity.birth_date": RawDate("31", "2", "1949"), "contact.email": "non"}
    result = flow.submit_block(Section.YOU, answers, put(Dossier(), identity__role=Role.SELF), ON)
    assert [error.path for error in result.errors] == ["identity.birth_date", "contact.email"]


def _typed(value: Any) -> Raw:
    """What an editor reports for a value that the dossier holds."""
    if isinstance(value, date):
        return RawDate(str(value.day), str(value.month), str(value.year))
    if isinstance(value, PartialDate):
        return RawDate(str(value.day or ""), str(value.month or ""), str(value.year))
    typed: Raw = value
    return typed
