"""The conditions of L. 521-3, one by one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from core.law.assessment import assess
from core.law.model import ConditionId, Route, Status, Urgency
from tests.law.stories import ON, WITHOUT_ATTESTATION, first, renewal, sentences, status, tried

MET, WEAK, BAD, OPEN = Status.MET, Status.TO_STRENGTHEN, Status.NOT_MET, Status.UNKNOWN
CENTRE = {"kind": "citizen_contact_phone", "on": date(2026, 10, 13), "proof": True}


# ------------------------------------------------------------------ admissibility
@pytest.mark.parametrize(
    ("changes", "expected", "asks"),
    [
        ({}, MET, None),
        ({"identity.family_name": None}, OPEN, "identity.family_name"),
        ({"identity.given_names": None}, OPEN, "identity.given_names"),
        ({"identity.given_names": None, "identity.single_name": True}, MET, None),
        ({"identity.role": "parent", "identity.birth_date": None}, OPEN, "representative.family_name"),
        (
            {"identity.role": "parent", "identity.birth_date": None, "representative.family_name": "X"},
            MET,
            None,
        ),
        ({"contact.address": {}}, OPEN, "contact.address"),
        ({"contact.address": {"city": "Nanterre"}}, OPEN, "contact.address"),
        ({"contact.address": {"street": "1 rue X"}}, OPEN, "contact.address"),
        ({"contact.address": {"care_of": "M. X", "city": "Nanterre"}}, MET, None),
        ({"contact.address_kind": "none"}, BAD, "contact.address_kind"),
        ({"contact.address_kind": "domiciliation", "contact.domiciliation_until": ON}, MET, None),
        (
            {"contact.address_kind": "domiciliation", "contact.domiciliation_until": date(2026, 11, 22)},
            WEAK,
            None,
        ),
        ({"contact.address_kind": "home", "contact.domiciliation_until": date(2020, 1, 1)}, MET, None),
        ({"residence.departement": None}, OPEN, "residence.departement"),
        ({"residence.departement": "00"}, OPEN, "residence.departement"),
        ({"residence.departement": "976"}, MET, None),
    ],
)
def test_admissibility(changes: dict[str, Any], expected: Status, asks: str | None) -> None:
    found = assess(renewal(changes), ON).condition(ConditionId.ADMISSIBILITY)
    assert found.status is expected
    if asks is not None:
        assert asks in {path for step in found.next_steps for path in step.facts}


@pytest.mark.parametrize(
    ("changes", "steps"),
    [
        ({}, 0),
        ({"contact.email_usable": False}, 1),
        ({"contact.email_usable": True}, 0),
        ({"contact.address_kind": "domiciliation", "contact.domiciliation_until": date(2027, 2, 20)}, 1),
        ({"contact.address_kind": "domiciliation", "contact.domiciliation_until": date(2027, 2, 21)}, 0),
        ({"residence.departement": "978"}, 1),
    ],
)
def test_admissibility_may_be_met_with_advice(changes: dict[str, Any], steps: int) -> None:
    found = assess(renewal(changes), ON).condition(ConditionId.ADMISSIBILITY)
    assert found.status is MET
    assert len(found.next_steps) == steps


# ------------------------------------------------------------------ urgency
LATE = {"attempts": tried("11-22", "11-23"), "permit.expires_on": date(2027, 1, 20)}
HARM = {"consequences": [{"kind": "work", "on": date(2026, 12, 1), "proof": True}]}


@pytest.mark.parametrize(
    ("changes", "urgency", "expected"),
    [
        ({}, Urgency.PRESUMED, MET),
        ({"request.kind": None}, Urgency.UNKNOWN, OPEN),
        ({"permit.expires_on": None}, Urgency.UNKNOWN, OPEN),
        ({"permit.expires_on": None, **HARM}, Urgency.UNKNOWN, OPEN),
        ({"permit.expires_on": None, "permit.document": "none"}, Urgency.UNKNOWN, OPEN),
        (HARM, Urgency.PRESUMED, MET),
        # The window closed on the 60th day, 21 November 2026.
        (LATE, Urgency.FRAGILE, WEAK),
        ({**LATE, "attempts": tried("11-21", "11-22")}, Urgency.PRESUMED, MET),
        ({**LATE, "timing.late_reason": "site_blocked"}, Urgency.PRESUMED, MET),
        ({**LATE, "timing.late_reason": "other"}, Urgency.FRAGILE, WEAK),
        ({**LATE, "timing.late_reason": "other", "timing.late_text": "x"}, Urgency.PRESUMED, MET),
        ({**LATE, **HARM}, Urgency.CHARACTERISED, MET),
        # Only proven attempts show that the person was not idle.
        (
            {**LATE, "attempts": [{"on": date(2026, 10, 1), "channel": "anef", "proof": False}]},
            Urgency.FRAGILE,
            WEAK,
        ),
        (
            {**LATE, "attempts": [{"on": date(2026, 10, 1), "approximate": True, "proof": True}]},
            Urgency.FRAGILE,
            WEAK,
        ),
        # After the end of the permit a reason no longer repairs the delay.
        (
            {"permit.expires_on": date(2026, 10, 1), "timing.late_reason": "illness"},
            Urgency.FRAGILE,
            WEAK,
        ),
        (
            {"permit.expires_on": date(2026, 10, 12), "timing.late_reason": "illness"},
            Urgency.PRESUMED,
            MET,
        ),
        # No window: long-term resident.
        (
            {"request.title": "rld_ue_renouvellement", "permit.expires_on": date(2026, 1, 1)},
            Urgency.PRESUMED,
            MET,
        ),
        # Two months only: still early.
        ({"request.title": "famille_ue", "permit.expires_on": date(2027, 2, 1)}, Urgency.FRAGILE, WEAK),
        ({"decisions.oqtf": True}, Urgency.ABSENT, BAD),
        ({"decisions.oqtf": True, "decisions.oqtf_state": "annulled"}, Urgency.PRESUMED, MET),
    ],
)
def test_urgency_of_a_renewal(changes: dict[str, Any], urgency: Urgency, expected: Status) -> None:
    answer = assess(renewal(changes), ON)
    assert answer.urgency is urgency
    assert answer.condition(ConditionId.URGENCY).status is expected


def effect(kind: str, on: str | None, proof: bool = True) -> dict[str, Any]:
    day = {"on": date.fromisoformat(on)} if on else {}
    return {"consequences": [{"kind": kind, "proof": proof, **day}]}


@pytest.mark.parametrize(
    ("changes", "urgency", "expected"),
    [
        ({}, Urgency.CHARACTERISED, MET),
        ({"consequences": []}, Urgency.UNKNOWN, OPEN),
        *[
            (effect(kind, "2026-12-20"), Urgency.CHARACTERISED, MET)
            for kind in ("work", "income", "housing", "health", "studies", "family", "travel", "age_limit")
        ],
        (effect("fear", "2026-12-20"), Urgency.ABSENT, BAD),
        (effect("other", "2026-12-20"), Urgency.FRAGILE, WEAK),
        (effect("driving", "2026-12-20"), Urgency.FRAGILE, WEAK),
        (effect("work", "2026-12-20", proof=False), Urgency.FRAGILE, WEAK),
        (effect("work", None), Urgency.FRAGILE, WEAK),
        (effect("work", "2026-01-02"), Urgency.CHARACTERISED, MET),
        # 180 days ahead is near enough, 181 is not.
        (effect("work", "2027-05-22"), Urgency.CHARACTERISED, MET),
        (effect("work", "2027-05-23"), Urgency.FRAGILE, WEAK),
        ({"consequences": [{"what": "x"}]}, Urgency.ABSENT, BAD),
    ],
)
@pytest.mark.parametrize("kind", ["first", "status_change", "duplicate"])
def test_urgency_of_anything_else(
    changes: dict[str, Any], urgency: Urgency, expected: Status, kind: str
) -> None:
    answer = assess(first({**changes, "request.kind": kind}), ON)
    assert answer.urgency is urgency
    assert answer.condition(ConditionId.URGENCY).status is expected


YOUNG = {
    "identity.birth_date": {"year": 2007, "month": 12, "day": 5},
    "request.title": "ase_avant_16",
    "consequences": [],
}
PASSPORT = {"exhibits": [{"proves": ["identity"], "status": "attached"}]}


@pytest.mark.parametrize(
    ("changes", "urgency", "sources"),
    [
        (PASSPORT, Urgency.CHARACTERISED, {"ce-453391", "ceseda-r431-5"}),
        # L. 435-3 is not among the titles of R. 431-5 2°: no wrong citation.
        ({**PASSPORT, "request.title": "ase_16_18"}, Urgency.CHARACTERISED, {"ce-453391"}),
        ({}, Urgency.FRAGILE, None),
        ({**PASSPORT, "request.title": "aes"}, Urgency.UNKNOWN, None),
        ({**PASSPORT, "request.kind": "status_change"}, Urgency.UNKNOWN, None),
        ({**PASSPORT, "identity.birth_date": {"year": 2007, "month": 11, "day": 23}}, Urgency.UNKNOWN, None),
        ({**PASSPORT, "identity.birth_date": {"year": 2007}}, Urgency.UNKNOWN, None),
        (
            {**PASSPORT, "identity.birth_date": {"year": 2007, "month": 11, "day": 24}},
            Urgency.CHARACTERISED,
            None,
        ),
        (
            {**PASSPORT, "identity.birth_date": {"year": 2008, "month": 11, "day": 23}},
            Urgency.CHARACTERISED,
            None,
        ),
    ],
)
def test_the_nineteenth_birthday(changes: dict[str, Any], urgency: Urgency, sources: set[str] | None) -> None:
    answer = assess(first({**YOUNG, **changes}), ON)
    assert answer.urgency is urgency
    if sources is not None:
        assert set(answer.condition(ConditionId.URGENCY).sources) == sources


def test_the_nearest_harm_to_come_is_named_first() -> None:
    story = {
        "consequences": [
            {"kind": "work", "on": date(2026, 11, 22), "proof": True},
            {"kind": "studies", "on": date(2027, 1, 9), "proof": True},
            {"kind": "income", "on": date(2026, 12, 15), "proof": True},
        ]
    }
    named = sentences(assess(first(story), ON).condition(ConditionId.URGENCY).reasons)
    assert "15 décembre 2026" in named[0]
    past = {"consequences": [{"kind": "work", "on": date(2026, 9, day), "proof": True} for day in (1, 9)]}
    assert "9 septembre" in sentences(assess(first(past), ON).condition(ConditionId.URGENCY).reasons)[0]


def test_a_delay_is_to_be_explained_even_with_a_harm() -> None:
    unexplained = assess(renewal({**LATE, **HARM}), ON).condition(ConditionId.URGENCY)
    explained = assess(renewal({**LATE, **HARM, "timing.late_reason": "illness"}), ON).condition(
        ConditionId.URGENCY
    )
    asked = {path for step in unexplained.next_steps for path in step.facts}
    assert "timing.late_reason" in asked
    assert "timing.late_reason" not in {path for step in explained.next_steps for path in step.facts}


@pytest.mark.parametrize(
    ("changes", "asked", "not_asked"),
    [
        ({"permit.document": "none"}, "permit.document", "permit.expires_on"),
        ({"permit.document": None}, "permit.expires_on", "permit.document"),
        ({**LATE, "permit.expires_on": date(2026, 10, 1)}, "timing.late_reason", "permit.document"),
        (
            {**LATE, "permit.expires_on": date(2026, 10, 1), "timing.late_reason": "illness"},
            "consequences",
            "timing.late_reason",
        ),
    ],
)
def test_the_question_to_ask_of_a_renewal(changes: dict[str, Any], asked: str, not_asked: str) -> None:
    found = assess(renewal({"permit.expires_on": None, **changes}), ON).condition(ConditionId.URGENCY)
    paths = {path for step in found.next_steps for path in step.facts}
    assert asked in paths
    assert not_asked not in paths


# ------------------------------------------------------------------ usefulness
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, MET),
        ({"attempts": []}, OPEN),
        ({"attempts": tried("11-16")}, WEAK),
        ({"attempts": tried("11-20", "11-23")}, WEAK),  # two weeks, three days
        ({"attempts": tried("11-16", "11-22")}, WEAK),  # one week
        ({"attempts": tried("11-16", "11-23")}, MET),  # seven days
        ({"attempts": tried("11-15", "11-21")}, WEAK),  # two weeks, six days
        ({"attempts": tried("11-02", "11-16", proof=False)}, WEAK),
        ({"attempts": tried("11-02", "11-16", approximate=True)}, WEAK),
        ({"attempts": tried("11-16", "11-24", "11-30")}, WEAK),  # to come
        ({"attempts": tried("11-02", "11-16", channel="email")}, WEAK),
        ({"attempts": tried("11-02", channel="booking_site") + tried("11-16")}, WEAK),
        ({"contacts": []}, WEAK),
        ({"contacts": [{"kind": "association", "on": date(2026, 10, 1), "proof": True}]}, WEAK),
        ({"contacts": [{**CENTRE, "proof": False}]}, WEAK),
        ({"contacts": [{**CENTRE, "proof": False, "ticket": "T-1"}]}, MET),
        ({"contacts": [{**CENTRE, "proof": False, "ticket": ""}]}, WEAK),
        ({"contacts": [{**CENTRE, "on": None}]}, WEAK),
        ({"contacts": [{**CENTRE, "approximate": True}]}, WEAK),
        ({"contacts": [{**CENTRE, "on": date(2026, 11, 24)}]}, WEAK),
        ({"contacts": [{**CENTRE, "kind": "digital_access_point"}]}, MET),
        ({"contacts": [{**CENTRE, "kind": "citizen_contact_form"}]}, MET),
        ({"filing.channel": "booking_site", "attempts": tried("11-02", "11-16", channel="booking_site"),
          "contacts": []}, MET),
        ({"filing.channel": "booking_site", "attempts": tried("11-02", "11-16", channel="counter"),
          "contacts": []}, MET),
        ({"appointment.given": True}, OPEN),
        ({"appointment.given": True, "appointment.on": date(2026, 11, 2)}, OPEN),
    ],
)  # fmt: skip
def test_usefulness_of_a_filing(changes: dict[str, Any], expected: Status) -> None:
    assert status(renewal(changes), ConditionId.USEFULNESS) is expected


FORM = {"filing.channel": "demarche_numerique", "attempts": tried("09-01", channel="demarche_numerique")}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"contacts": []}, WEAK),
        ({"contacts": [{"kind": "prefecture_email", "on": date(2026, 10, 1), "proof": True}]}, MET),
        ({"contacts": [{"kind": "prefecture_letter", "on": date(2026, 9, 3), "proof": True}]}, WEAK),
        ({"contacts": [{"kind": "association", "on": date(2026, 10, 1), "proof": True}]}, WEAK),
        ({"contacts": [{"kind": "prefecture_email", "on": date(2026, 10, 1)}]}, WEAK),
        ({"attempts": [], "contacts": [{"kind": "prefecture_email", "on": ON, "proof": True}]}, OPEN),
        (
            {
                "filing.channel": "booking_site",
                "attempts": tried("09-01", channel="booking_site"),
                "contacts": [{"kind": "prefecture_email", "on": date(2026, 10, 1), "proof": True}],
            },
            WEAK,
        ),
    ],
)
def test_reminders_count_where_a_form_is_sent_once(changes: dict[str, Any], expected: Status) -> None:
    assert status(first({**FORM, **changes}), ConditionId.USEFULNESS) is expected


@pytest.mark.parametrize(
    ("channel", "expected"),
    [
        ("booking_site", {"ce-435594", "ce-448178"}),
        ("demarche_numerique", {"ce-435594", "ce-455740", "ce-453391"}),
        ("post", {"ce-435594"}),
    ],
)
def test_each_way_has_its_decision(channel: str, expected: set[str]) -> None:
    story = first({"filing.channel": channel, "attempts": tried("10-01", "11-02", channel=channel)})
    assert set(assess(story, ON).condition(ConditionId.USEFULNESS).sources) == expected


def test_outside_the_list_no_site_can_be_imposed() -> None:
    found = assess(first({"request.title": "aes"}), ON).condition(ConditionId.USEFULNESS)
    assert "ce-461694" in found.sources
    assert any("rendez-vous" in step for step in sentences(found.next_steps))
    written = first(
        {"request.title": "aes", "contacts": [{"kind": "prefecture_email", "on": ON, "proof": True}]}
    )
    assert assess(written, ON).condition(ConditionId.USEFULNESS).next_steps == ()


def test_an_old_last_attempt_calls_for_a_new_one() -> None:
    fresh = renewal({"attempts": tried("10-20", "11-02")})
    stale = renewal({"attempts": tried("10-20", "11-01")})
    steps = [assess(story, ON).condition(ConditionId.USEFULNESS).next_steps for story in (fresh, stale)]
    assert len(steps[1]) == len(steps[0]) + 1
    assert status(stale, ConditionId.USEFULNESS) is MET


def test_the_next_useful_day_is_dated() -> None:
    found = assess(renewal({"attempts": tried("11-19", "11-20")}), ON).condition(ConditionId.USEFULNESS)
    assert found.next_steps[0].by == date(2026, 11, 26)
    late = assess(renewal({"attempts": tried("10-01", "10-02")}), ON).condition(ConditionId.USEFULNESS)
    assert late.next_steps[0].by == ON


@pytest.mark.parametrize(
    ("changes", "route"),
    [
        # A documented harm within seven days does not wait for another week.
        (effect("work", "2026-11-30"), Route.FILE),
        (effect("work", "2026-12-01"), Route.STRENGTHEN),
        (effect("work", "2026-11-30", proof=False), Route.STRENGTHEN),
        # A right that would be lost counts the judge's time too: 22 days.
        (effect("age_limit", "2026-12-15"), Route.FILE),
        (effect("age_limit", "2026-12-16"), Route.STRENGTHEN),
        ({**YOUNG, **PASSPORT, "request.title": "ase_16_18"}, Route.FILE),
    ],
)
def test_what_cannot_wait_is_filed_as_it_is(changes: dict[str, Any], route: Route) -> None:
    story = first({"attempts": tried("11-20", "11-23", channel="booking_site"), **changes})
    answer = assess(story, ON)
    assert answer.route is route
    assert answer.condition(ConditionId.USEFULNESS).status is WEAK


@pytest.mark.parametrize(
    ("message", "exact", "steps"), [("x", True, 0), ("x", False, 1), ("x", None, 1), (None, None, 0)]
)
def test_only_confirmed_words_are_quoted(message: str | None, exact: bool | None, steps: int) -> None:
    asked = {"kind": "prefecture_letter", "on": ON, "asked_substitution": True}
    story = renewal({"blockage.message": message, "blockage.exact_words": exact, "contacts": [CENTRE, asked]})
    found = assess(story, ON).condition(ConditionId.USEFULNESS)
    assert found.status is MET
    assert len(found.next_steps) == steps


@pytest.mark.parametrize(
    ("day", "asks"), [(ON, "appointment.too_late"), (date(2026, 11, 22), "application.filed")]
)
def test_an_appointment_of_today_is_still_to_come(day: date, asks: str) -> None:
    story = renewal({"appointment.given": True, "appointment.on": day})
    found = assess(story, ON).condition(ConditionId.USEFULNESS)
    assert asks in found.next_steps[0].facts


def test_the_substitution_is_asked_for_in_writing() -> None:
    found = assess(renewal(), ON).condition(ConditionId.USEFULNESS)
    assert any("substitution" in step for step in sentences(found.next_steps))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, MET),
        ({"application.proof": None}, WEAK),
        (
            {"application.proof": None, "exhibits": [{"proves": ["application"], "status": "attached"}]},
            MET,
        ),
        (
            {"application.proof": None, "exhibits": [{"proves": ["application"], "status": "to_request"}]},
            WEAK,
        ),
        ({"contacts": []}, WEAK),
        ({"contacts": [{"kind": "prefecture_email", "on": ON, "proof": True}]}, MET),
        ({"contacts": [{"kind": "lawyer", "on": ON, "proof": True}]}, WEAK),
    ],
)
def test_usefulness_of_the_document_due_meanwhile(changes: dict[str, Any], expected: Status) -> None:
    assert status(renewal({**WITHOUT_ATTESTATION, **changes}), ConditionId.USEFULNESS) is expected


TOO_LATE = {
    "appointment.given": True, "appointment.too_late": True, "appointment.on": date(2027, 3, 1),
    "appointment.proof": True, "appointment.earlier_asked_on": date(2026, 11, 20),
}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, MET),
        ({"appointment.proof": None}, WEAK),
        ({"appointment.earlier_asked_on": None}, WEAK),
        ({"appointment.earlier_asked_on": date(2026, 11, 24)}, WEAK),
        ({"appointment.earlier_asked_on": ON}, MET),
    ],
)
def test_usefulness_of_an_earlier_date(changes: dict[str, Any], expected: Status) -> None:
    story = first({**TOO_LATE, **changes})
    assert status(story, ConditionId.USEFULNESS) is expected
    assert assess(story, ON).route is (Route.FILE if expected is MET else Route.STRENGTHEN)


@pytest.mark.parametrize(
    ("outcome", "new_proof", "expected"),
    [
        ("rejected", True, MET),
        ("rejected", None, OPEN),
        ("rejected", False, BAD),
        ("moot", None, MET),
        (None, False, MET),
    ],
)
def test_a_second_request_needs_new_proof(
    outcome: str | None, new_proof: bool | None, expected: Status
) -> None:
    story = renewal(
        {
            "decisions.earlier_refere": True,
            "decisions.earlier_refere_outcome": outcome,
            "decisions.new_proof_since": new_proof,
        }
    )
    assert status(story, ConditionId.USEFULNESS) is expected


# ------------------------------------------------------------------ no obstacle
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, MET),
        ({"decisions.refusal": None}, OPEN),
        ({"decisions.oqtf": None}, OPEN),
        ({"decisions.refusal": True}, BAD),
        ({"decisions.oqtf": True}, BAD),
        ({"decisions.refusal": True, "decisions.refusal_notified_on": ON, "signature.filed_on": ON}, MET),
        (
            {
                "decisions.refusal": True,
                "decisions.refusal_notified_on": date(2026, 11, 22),
                "signature.filed_on": ON,
            },
            BAD,
        ),
        ({"decisions.oqtf": True, "decisions.oqtf_state": "complied"}, MET),
        ({"decisions.oqtf": True, "decisions.oqtf_state": "annulled"}, WEAK),
        (
            {
                "decisions.oqtf": True,
                "decisions.oqtf_state": "annulled",
                "exhibits": [{"proves": ["oqtf_annulled"], "status": "attached"}],
            },
            MET,
        ),
        ({"application.filed": None}, OPEN),
        ({"application.filed": None, "application.status": "draft"}, MET),
        ({"application.filed": None, "application.status": "in_examination"}, OPEN),
        (WITHOUT_ATTESTATION, MET),
        ({**WITHOUT_ATTESTATION, "application.filed_on": None}, OPEN),
        ({**WITHOUT_ATTESTATION, "application.filed_on": date(2026, 7, 1)}, BAD),
        (
            {**WITHOUT_ATTESTATION, "application.filed_on": date(2026, 7, 1), "application.complete": None},
            OPEN,
        ),
        ({**WITHOUT_ATTESTATION, "application.filed_on": None, "request.kind": "change_of_details"}, MET),
        ({**WITHOUT_ATTESTATION, "application.status": "closed", "application.complete": None}, OPEN),
    ],
)
def test_no_decision_stands_in_the_way(changes: dict[str, Any], expected: Status) -> None:
    assert status(renewal(changes), ConditionId.NO_OBSTACLE) is expected


@pytest.mark.parametrize(("filed_on", "warned"), [("2026-08-08", True), ("2026-08-09", False)])
def test_the_end_of_silence_is_warned_of_fifteen_days_before(filed_on: str, warned: bool) -> None:
    story = renewal({**WITHOUT_ATTESTATION, "application.filed_on": date.fromisoformat(filed_on)})
    found = assess(story, ON).condition(ConditionId.NO_OBSTACLE)
    assert [step.by for step in found.next_steps] == ([date(2026, 12, 8)] if warned else [])


# ------------------------------------------------------------------ no serious dispute
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, MET),
        ({"request.papers": None}, OPEN),
        ({"request.papers": "almost"}, WEAK),
        ({"request.papers": "no"}, BAD),
        ({"request.title": None}, OPEN),
        ({"request.title": None, "request.label": "visiteur"}, MET),
        ({"request.title": None, "request.kind": None}, MET),
        ({"residence.file_departement": "92"}, MET),
        ({"residence.file_departement": "69"}, WEAK),
        ({"residence.moved": True}, OPEN),
        ({"residence.moved": True, "residence.file_departement": "92"}, MET),
        ({"residence.moved": False}, MET),
        ({"residence.prefecture_confirmed": False}, WEAK),
        # Six months after expiry, to the day.
        ({"permit.expires_on": date(2026, 4, 12)}, MET),
        ({"permit.expires_on": date(2026, 4, 11)}, WEAK),
        ({"permit.expires_on": date(2026, 4, 11), "request.kind": "first"}, MET),
    ],
)
def test_nothing_is_seriously_disputed(changes: dict[str, Any], expected: Status) -> None:
    assert status(renewal(changes), ConditionId.NO_SERIOUS_DISPUTE) is expected


@pytest.mark.parametrize(("day", "expected"), [(date(2026, 12, 31), MET), (date(2027, 1, 1), WEAK)])
def test_a_title_whose_text_was_to_end_is_checked(day: date, expected: Status) -> None:
    story = first({"request.title": "metiers_tension"})
    assert status(story, ConditionId.NO_SERIOUS_DISPUTE, day) is expected


PROTECTED = {"permit.expires_on": None, "request.kind": "first"}


@pytest.mark.parametrize(
    ("changes", "expected", "source"),
    [
        ({}, MET, "ceseda-r431-15-1"),
        ({"application.complete": None}, OPEN, "ceseda-r431-15-1"),
        # Filed after the 60th day before the end.
        ({"application.filed_on": date(2026, 9, 2)}, WEAK, "ceseda-r431-5"),
        ({"application.filed_on": date(2026, 9, 1)}, MET, "ceseda-r431-15-1"),
        ({**PROTECTED, "nationality.protection": "refugee"}, MET, "ceseda-r431-15-3"),
        ({**PROTECTED, "nationality.protection": "subsidiary"}, MET, "ceseda-r431-15-4"),
        ({**PROTECTED, "nationality.protection": "temporary"}, WEAK, "ceseda-r431-15-1"),
        ({**PROTECTED}, WEAK, "ceseda-r431-15-1"),
        ({**PROTECTED, "filing.channel": "counter"}, MET, "ceseda-r431-12"),
        ({**PROTECTED, "filing.channel": "demarche_numerique"}, MET, "ce-473349"),
        ({"application.status": "favourable", **PROTECTED}, MET, "ceseda-r431-15-1"),
        (
            {
                **PROTECTED,
                "identity.birth_date": {"year": 2007, "month": 12, "day": 5},
                "request.title": "ase_avant_16",
            },
            MET,
            "ceseda-r431-15-1",
        ),
        ({"request.kind": "status_change"}, MET, "ceseda-r431-15-1"),
    ],
)
def test_which_document_is_due(changes: dict[str, Any], expected: Status, source: str) -> None:
    found = assess(renewal({**WITHOUT_ATTESTATION, **changes}), ON).condition(ConditionId.NO_SERIOUS_DISPUTE)
    assert found.status is expected
    assert source in found.sources


# ------------------------------------------------------------------ subsidiarity
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, MET),
        ({"decisions.danger_48h": None}, OPEN),
        ({"decisions.danger_48h": True}, BAD),
        ({"decisions.other_case": True}, WEAK),
        ({"decisions.other_case": False}, MET),
        ({"decisions.refusal": True}, BAD),
        ({**WITHOUT_ATTESTATION, "application.filed_on": date(2026, 7, 1)}, BAD),
    ],
)
def test_no_other_refere_fits(changes: dict[str, Any], expected: Status) -> None:
    assert status(renewal(changes), ConditionId.SUBSIDIARITY) is expected


# ------------------------------------------------------------------ together
def test_a_condition_is_as_good_as_its_worst_point_and_says_it_first() -> None:
    answer = assess(renewal({"decisions.refusal": None, "decisions.oqtf": True}), ON)
    found = answer.condition(ConditionId.NO_OBSTACLE)
    assert found.status is BAD
    assert "OQTF" in str(found.reasons[0].plain)
    assert len(found.reasons) == 3


@pytest.mark.parametrize(
    "changes",
    [
        {"request.papers": None},
        {"attempts": []},
        {"decisions.refusal": None},
        {"decisions.danger_48h": None},
        {"identity.family_name": None},
        {"request.kind": None},
    ],
)
def test_an_unanswered_question_keeps_the_request_from_being_called_ready(changes: dict[str, Any]) -> None:
    assert assess(renewal(), ON).route is Route.FILE
    answer = assess(renewal(changes), ON)
    assert answer.route is Route.STRENGTHEN
    open_facts = {
        path
        for found in answer.conditions
        if found.status is OPEN
        for s in found.next_steps
        for path in s.facts
    }
    assert set(changes) <= open_facts
