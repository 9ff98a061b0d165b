"""Every row of the triage: the route, the remedy, the reason's source, and what is not decided by it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from core.dossier.model import Dossier
from core.law import triage_refusals, triage_urgent
from core.law.assessment import assess
from core.law.model import Remedy, Route
from core.law.triage import RULES, triage
from tests.law.stories import ON, WITHOUT_ATTESTATION, first, renewal

REFUSED = {"decisions.refusal": True, "decisions.refusal_notified_on": date(2026, 11, 9)}
OQTF = {"decisions.oqtf": True, "decisions.oqtf_notified_on": date(2026, 11, 10)}
LAW, ALT, NIL, OUT = Route.LAWYER_NOW, Route.OTHER_REMEDY, Route.NO_OBJECT, Route.OUT_OF_SCOPE

ROWS: list[tuple[str, dict[str, Any], Route, Remedy | None, str]] = [
    ("in detention", {"decisions.detained": True}, LAW, Remedy.LAWYER, "ceseda-l921-2"),
    ("danger", {"decisions.danger_48h": True}, LAW, Remedy.L521_2, "cja-l521-2"),
    ("oqtf, state not known", OQTF, LAW, Remedy.LAWYER, "ce-453391"),
    ("oqtf running", {**OQTF, "decisions.oqtf_state": "running"}, LAW, Remedy.LAWYER, "ceseda-l911-1"),
    ("oqtf, appeal", {**OQTF, "decisions.oqtf_state": "appeal_pending"}, LAW, Remedy.LAWYER, "ceseda-l614-1"),
    ("oqtf not obeyed", {**OQTF, "decisions.oqtf_state": "not_complied"}, LAW, Remedy.LAWYER, "ce-453391"),
    ("oqtf and refusal", {**OQTF, **REFUSED}, LAW, Remedy.LAWYER, "ce-453391"),
    ("house arrest", {"decisions.house_arrest": True}, LAW, Remedy.LAWYER, "ceseda-l921-1"),
    ("ban", {"decisions.entry_ban": True}, LAW, Remedy.LAWYER, "cja-l521-3"),
    ("minor alone", {"identity.role": "minor_alone"}, OUT, Remedy.LAWYER, "civil-388-1-1"),
    ("aged 17", {"identity.birth_date": {"year": 2008, "month": 11, "day": 24}}, OUT, Remedy.LAWYER,
     "civil-388-1-1"),
    ("guardianship", {"identity.role": "guardianship"}, OUT, Remedy.LAWYER, ""),
    ("abroad", {"residence.in_france": False}, OUT, Remedy.OTHER_AUTHORITY, "ceseda-r431-20"),
    ("Wallis", {"residence.departement": "986"}, OUT, Remedy.LAWYER, "ceseda-l444-1"),
    ("Polynesia", {"residence.departement": "987"}, OUT, Remedy.LAWYER, "ceseda-l445-1"),
    ("New Caledonia", {"residence.departement": "988"}, OUT, Remedy.LAWYER, "ceseda-l446-1"),
    ("French", {"nationality.country": "FR"}, OUT, Remedy.OTHER_AUTHORITY, ""),
    ("French too", {"nationality.second_country": "FR"}, OUT, Remedy.OTHER_AUTHORITY, ""),
    ("Belgian", {"nationality.country": "BE"}, OUT, Remedy.LAWYER, "ceseda-r233-18"),
    ("Swiss too", {"nationality.second_country": "CH"}, OUT, Remedy.LAWYER, "ceseda-r233-18"),
    ("card of a European", {"request.title": "citoyen_ue"}, OUT, Remedy.LAWYER, "ceseda-r233-18"),
    ("family of a European", {"nationality.eu_family": True}, OUT, Remedy.LAWYER, "ceseda-r233-17"),
    ("card of the family", {"request.title": "famille_ue"}, OUT, Remedy.LAWYER, "ceseda-r233-17"),
    ("asylum", {"request.kind": "asylum"}, OUT, Remedy.LAWYER, "ceseda-r431-12"),
    ("asylum seeker", {"nationality.protection": "asylum_seeker"}, OUT, Remedy.LAWYER, "ceseda-r431-12"),
    ("nationality", {"request.kind": "nationality"}, OUT, Remedy.OTHER_AUTHORITY, ""),
    ("reunification", {"request.kind": "family_reunification"}, OUT, Remedy.OTHER_AUTHORITY,
     "ceseda-r434-26"),
    ("visa", {"request.kind": "visa_abroad"}, OUT, Remedy.OTHER_AUTHORITY, ""),
    ("child's travel paper", {"request.kind": "minor_circulation_document"}, OUT, Remedy.LAWYER,
     "ceseda-d414-1"),
    ("travel document", {"request.kind": "travel_document"}, OUT, Remedy.LAWYER, "ceseda-d414-1"),
    ("dcem", {"request.title": "dcem"}, OUT, Remedy.LAWYER, "ceseda-d414-1"),
    ("titre de voyage", {"request.title": "titre_voyage"}, OUT, Remedy.LAWYER, "ceseda-d414-1"),
    ("order granted", {"decisions.earlier_refere": True, "decisions.earlier_refere_outcome": "granted"}, ALT,
     Remedy.ENFORCE_THE_ORDER, "cja-r921-1-1"),
    ("refere pending", {"decisions.earlier_refere": True, "decisions.earlier_refere_outcome": "pending"}, NIL,
     Remedy.WAIT, "cja-l511-1"),
    ("refusal", REFUSED, ALT, Remedy.L521_1, "cja-r421-1"),
    ("refusal of the permit", {**REFUSED, "decisions.refusal_kind": "permit"}, ALT, Remedy.L521_1,
     "cja-l521-1"),
    ("no date", {"decisions.refusal": True}, ALT, Remedy.L521_1, "cja-r522-1"),
    ("not registered", {**REFUSED, "decisions.refusal_kind": "registration"}, ALT, Remedy.L521_1,
     "cja-l521-1"),
    ("not registered, papers missing",
     {**REFUSED, "decisions.refusal_kind": "registration", "request.papers": "almost"}, ALT,
     Remedy.COMPLETE_THE_FILE, "ce-472831"),
    ("not registered, but complete",
     {**REFUSED, "decisions.refusal_kind": "registration", "request.papers": "no",
      "application.complete": True}, ALT, Remedy.L521_1, "cja-l521-1"),
    ("closed, papers missing",
     {**REFUSED, "decisions.refusal_kind": "closure", "application.complete": False}, ALT,
     Remedy.COMPLETE_THE_FILE, "ce-472831"),
    ("no appointment, papers missing",
     {**REFUSED, "decisions.refusal_kind": "appointment", "request.papers": "no"}, ALT, Remedy.L521_1,
     "cja-l521-1"),
    ("closed as incomplete", {"application.closed_as_incomplete": True}, ALT, Remedy.COMPLETE_THE_FILE,
     "ce-472831"),
    ("closed as incomplete, permit refused",
     {"application.closed_as_incomplete": True, **REFUSED, "decisions.refusal_kind": "permit"}, ALT,
     Remedy.L521_1, "cja-l521-1"),
    ("complete and closed",
     {"application.filed": True, "application.status": "closed", "application.complete": True}, ALT,
     Remedy.L521_1, "cja-l521-1"),
    ("earlier date refused", {"appointment.given": True, "appointment.earlier_refused": True}, ALT,
     Remedy.L521_1, "ce-436288"),
    ("delivered", {"application.status": "delivered"}, NIL, None, "cja-r222-1"),
    ("favourable", {"application.status": "favourable"}, NIL, Remedy.WAIT, "ceseda-r431-15-1"),
    ("card to collect", {"request.need": "collect_card"}, OUT, Remedy.LAWYER, ""),
    ("card to collect after a favourable decision",
     {"request.need": "collect_card", "application.status": "favourable"}, OUT, Remedy.LAWYER, ""),
    ("documents asked", {"application.documents_asked_on": ON, "application.documents_answered": False}, ALT,
     Remedy.COMPLETE_THE_FILE, "crpa-l114-5"),
    ("documents asked, no day",
     {"application.status": "documents_asked", "application.documents_answered": False}, ALT,
     Remedy.COMPLETE_THE_FILE, "ceseda-r431-11"),
    ("filed, not complete", {"application.filed": True, "application.complete": False}, ALT,
     Remedy.COMPLETE_THE_FILE, "ce-494718"),
    ("five months", {**WITHOUT_ATTESTATION, "application.filed_on": date(2026, 6, 20)}, ALT, Remedy.L521_1,
     "ce-499904"),
    ("four months to the day", {**WITHOUT_ATTESTATION, "application.filed_on": date(2026, 7, 23)}, ALT,
     Remedy.L521_1, "ceseda-r432-2"),
    ("wrong way",
     {"filing.tried_other_channel": True, "attempts": [{"on": date(2026, 10, 1), "channel": "email"}]}, ALT,
     Remedy.FILE_THROUGH_PRESCRIBED_CHANNEL, "ce-493514"),
    ("useful appointment", {"appointment.given": True, "appointment.too_late": False}, NIL, None,
     "ce-436288"),
    ("appointment today", {"appointment.given": True, "appointment.too_late": False, "appointment.on": ON},
     NIL, None, "cja-r222-1"),
    ("late appointment", {"appointment.given": True, "appointment.too_late": True}, ALT,
     Remedy.ASK_FOR_EARLIER_DATE, "ce-436288"),
    ("examined, attestation valid",
     {**WITHOUT_ATTESTATION, "application.receipt": "extension_attestation",
      "application.receipt_until": ON}, NIL, Remedy.WAIT, "ceseda-r432-2"),
    ("examined, permit valid", {**WITHOUT_ATTESTATION, "permit.expires_on": ON}, NIL, Remedy.WAIT,
     "ceseda-r431-15-1"),
    ("duplicate under way",
     {"request.kind": "duplicate", "application.filed": True, "application.receipt": "recepisse",
      "application.receipt_until": date(2027, 1, 1)}, NIL, Remedy.WAIT, "ceseda-r432-2"),
    ("too early", {"permit.expires_on": date(2027, 3, 24)}, NIL, Remedy.WAIT, "ceseda-r431-5"),
    ("too early, papers missing", {"permit.expires_on": date(2027, 3, 24), "request.papers": "no"}, NIL,
     Remedy.WAIT, "ceseda-r431-5"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "route", "remedy", "source"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_each_row_of_the_triage(
    changes: dict[str, Any], route: Route, remedy: Remedy | None, source: str
) -> None:
    verdict = triage(renewal(changes), ON)
    assert verdict is not None
    assert (verdict.route, verdict.remedy) == (route, remedy)
    assert verdict.steps
    assert not source or source in {name for reason in verdict.reasons for name in reason.sources}
    assert all(reason.facts for reason in verdict.reasons)
    assert assess(renewal(changes), ON).next_steps == verdict.steps


# What looks like a row and is none: the conditions decide.
PASSES: list[tuple[str, dict[str, Any]]] = [
    ("the story itself", {}),
    ("oqtf annulled", {**OQTF, "decisions.oqtf_state": "annulled"}),
    ("oqtf obeyed", {**OQTF, "decisions.oqtf_state": "complied"}),
    ("no danger said", {"decisions.danger_48h": None}),
    ("aged 18 today", {"identity.birth_date": {"year": 2008, "month": 11, "day": 23}}),
    ("birth year only", {"identity.birth_date": {"year": 2010}}),
    ("a parent for a child",
     {"identity.role": "parent", "identity.birth_date": {"year": 2015, "month": 1, "day": 1}}),
    ("not born yet", {"identity.birth_date": {"year": 2030, "month": 1, "day": 1}}),
    ("residence not said", {"residence.in_france": None}),
    ("no such département", {"residence.departement": "00"}),
    ("overseas", {"residence.departement": "974"}),
    ("Saint-Martin", {"residence.departement": "978"}),
    ("stateless", {"nationality.country": "XA"}),
    ("refugee", {"nationality.protection": "refugee"}),
    ("refused after filing the request to the judge", {**REFUSED, "signature.filed_on": date(2026, 11, 9)}),
    ("a kind of refusal without a refusal", {"decisions.refusal_kind": "permit"}),
    ("earlier request rejected",
     {"decisions.earlier_refere": True, "decisions.earlier_refere_outcome": "rejected"}),
    ("granted, but not said to be a refere", {"decisions.earlier_refere_outcome": "granted"}),
    ("documents sent", {"application.documents_asked_on": ON, "application.documents_answered": True}),
    ("documents: answer not known", {"application.documents_asked_on": ON}),
    ("completeness not known", {**WITHOUT_ATTESTATION, "application.filed_on": date(2026, 6, 20),
                                "application.complete": None}),
    ("four months less a day", {**WITHOUT_ATTESTATION, "application.filed_on": date(2026, 7, 24)}),
    ("within the period, no document", WITHOUT_ATTESTATION),
    ("attestation over", {**WITHOUT_ATTESTATION, "application.receipt": "extension_attestation",
                          "application.receipt_until": date(2026, 11, 22)}),
    ("day of filing not known", {**WITHOUT_ATTESTATION, "application.filed_on": None,
                                 "application.receipt": "recepisse",
                                 "application.receipt_until": date(2027, 1, 1)}),
    ("only the confirmation of deposit", {**WITHOUT_ATTESTATION,
                                          "application.receipt_until": date(2027, 1, 1)}),
    ("favourable, but no attestation",
     {"application.status": "favourable", "request.need": "attestation"}),
    ("one attempt by the right way",
     {"filing.tried_other_channel": True,
      "attempts": [{"channel": "email"}, {"channel": "anef"}]}),
    ("other way tried too", {"filing.tried_other_channel": True}),
    ("other way, not said so", {"attempts": [{"channel": "email"}]}),
    ("prescribed way not confirmed",
     {"filing.tried_other_channel": True, "filing.confirmed": None, "attempts": [{"channel": "email"}]}),
    ("way of the attempt not said",
     {"filing.tried_other_channel": True, "attempts": [{"proof": True}]}),
    ("no attempt yet", {"filing.tried_other_channel": True, "attempts": []}),
    ("appointment: usefulness not said", {"appointment.given": True}),
    ("appointment over",
     {"appointment.given": True, "appointment.too_late": False, "appointment.on": date(2026, 11, 22)}),
    ("late appointment, harm before",
     {"appointment.given": True, "appointment.too_late": True, "appointment.on": date(2027, 3, 1),
      "consequences": [{"kind": "work", "on": date(2027, 2, 1), "proof": True}]}),
    ("the 120th day", {"permit.expires_on": date(2027, 3, 23)}),
    ("long-term resident, no window",
     {"permit.expires_on": date(2027, 9, 1), "request.title": "rld_ue_renouvellement"}),
    ("draft only", {"application.filed": True, "application.status": "draft",
                    "application.complete": False}),
]  # fmt: skip


@pytest.mark.parametrize("changes", [row[1] for row in PASSES], ids=[row[0] for row in PASSES])
def test_what_triage_leaves_to_the_conditions(changes: dict[str, Any]) -> None:
    assert triage(renewal(changes), ON) is None
    assert assess(renewal(changes), ON).route in (Route.FILE, Route.STRENGTHEN)


def test_the_gravest_rule_speaks_first() -> None:
    everything = renewal(
        {
            **REFUSED, **OQTF, "decisions.detained": True, "decisions.danger_48h": True,
            "nationality.country": "BE", "application.status": "delivered",
        }
    )  # fmt: skip
    verdict = triage(everything, ON)
    assert verdict is not None
    assert verdict.remedy is Remedy.LAWYER
    assert verdict.reasons[0].facts == ("decisions.detained",)


GRANTED = {"decisions.earlier_refere": True, "decisions.earlier_refere_outcome": "granted"}


@pytest.mark.parametrize(
    ("changes", "remedy"),
    [
        # What came after the order decides: a refusal and its deadline, a date, an examination.
        (REFUSED, Remedy.L521_1),
        ({**WITHOUT_ATTESTATION, "application.filed_on": date(2026, 6, 20)}, Remedy.L521_1),
        ({"appointment.given": True, "appointment.too_late": False}, None),
        ({**WITHOUT_ATTESTATION, "permit.expires_on": date(2027, 1, 1)}, Remedy.WAIT),
        ({"appointment.given": True, "appointment.too_late": True}, Remedy.ENFORCE_THE_ORDER),
    ],
)
def test_what_came_after_an_order_decides(changes: dict[str, Any], remedy: Remedy | None) -> None:
    verdict = triage(renewal({**GRANTED, **changes}), ON)
    assert verdict is not None
    assert verdict.remedy is remedy


def test_every_rule_is_documented_and_answers_nothing_on_an_empty_dossier() -> None:
    for rule in RULES:
        assert rule.__doc__
        assert rule(Dossier(), ON) is None


@pytest.mark.parametrize(
    ("changes", "deadline"),
    [
        ({"decisions.oqtf_limit": "one_month"}, date(2026, 12, 10)),
        ({"decisions.oqtf_limit": "forty_eight_hours"}, None),
        ({"decisions.oqtf_limit": "seven_days"}, None),
        ({"decisions.oqtf_limit": "seven_days", "decisions.oqtf_notified_on": date(2026, 11, 16)}, ON),
        ({"decisions.oqtf_limit": "forty_eight_hours", "decisions.oqtf_notified_on": date(2026, 11, 21)}, ON),
        ({"decisions.detained": True, "decisions.oqtf_notified_on": date(2026, 11, 22)}, date(2026, 11, 24)),
        ({"decisions.house_arrest": True, "decisions.oqtf_notified_on": ON}, date(2026, 11, 30)),
        # Not known which period: the shortest that may still run, then the month.
        ({"decisions.oqtf_notified_on": date(2026, 11, 16)}, ON),
        ({"decisions.oqtf_notified_on": date(2026, 11, 15)}, date(2026, 12, 15)),
        ({"decisions.oqtf_state": "annulled"}, None),
        ({"decisions.oqtf_notified_on": None}, None),
        ({"decisions.oqtf_notified_on": date(2026, 10, 1)}, None),
    ],
)
def test_the_last_safe_day_against_an_oqtf(changes: dict[str, Any], deadline: date | None) -> None:
    dossier = renewal({**OQTF, **changes})
    assert triage_urgent.oqtf_deadline(dossier, ON) == deadline
    steps = triage_urgent.obligation_to_leave(dossier, ON)
    if steps is not None:
        assert steps.steps[0].by == deadline
        assert len(steps.reasons) == (2 if deadline else 1)


@pytest.mark.parametrize(
    ("changes", "by", "reasons"),
    [
        (REFUSED, date(2027, 1, 9), 1),
        ({**REFUSED, "decisions.refusal_notified_on": date(2026, 9, 23)}, ON, 1),
        # Safe day 22 November, a Sunday; the free day is today: said, but never as a target.
        ({**REFUSED, "decisions.refusal_notified_on": date(2026, 9, 22)}, None, 2),
        # Over on paper: never « no deadline », a lawyer looks at R. 421-5.
        ({**REFUSED, "decisions.refusal_notified_on": date(2026, 9, 18)}, None, 2),
        ({"decisions.refusal": True}, None, 1),
    ],
)
def test_the_two_months_against_a_refusal(changes: dict[str, Any], by: date | None, reasons: int) -> None:
    verdict = triage(renewal(changes), ON)
    assert verdict is not None
    assert verdict.steps[0].by == by
    assert len(verdict.reasons) == reasons


@pytest.mark.parametrize(
    ("notified", "over"),
    # Safe days Friday 20, Saturday 21 and Sunday 22 November: the free day is Monday 23, today.
    [("2026-09-19", True), ("2026-09-20", False), ("2026-09-21", False), ("2026-09-22", False)],
)
def test_the_free_day_is_only_for_whoever_missed_the_safe_one(notified: str, over: bool) -> None:
    story = {**REFUSED, "decisions.refusal_notified_on": date.fromisoformat(notified)}
    verdict = triage(renewal(story), ON)
    assert verdict is not None
    assert ("cja-r421-5" in verdict.reasons[1].sources) is over


def test_a_refusal_born_of_silence_first_asks_for_its_reasons() -> None:
    verdict = triage(renewal({**WITHOUT_ATTESTATION, "application.filed_on": date(2026, 6, 20)}), ON)
    assert verdict is not None
    ask, suspend = verdict.steps[:2]
    assert ask.sources == ("crpa-l232-4",)
    # Born on 20 October 2026; two months.
    assert ask.by == suspend.by == date(2026, 12, 20)
    assert "20 octobre 2026" in str(verdict.reasons[0].plain)
    old = triage(renewal({**WITHOUT_ATTESTATION, "application.filed_on": date(2026, 2, 1)}), ON)
    assert old is not None
    assert old.steps[0].by is None
    assert "cja-r421-5" in old.reasons[1].sources


def test_documents_and_protection_do_not_hide_an_implicit_refusal() -> None:
    old = {**WITHOUT_ATTESTATION, "application.filed_on": date(2026, 6, 20)}
    assert triage_refusals.implicit_refusal_on(renewal(old), ON) == date(2026, 10, 20)
    for changes in (
        {"application.status": "delivered"},
        {"application.status": "favourable"},
        {"application.complete": None},
        {"application.filed": False},
        {"application.documents_asked_on": date(2026, 7, 1)},
        {"application.filed_on": None},
    ):
        assert triage_refusals.implicit_refusal_on(renewal({**old, **changes}), ON) is None


def test_a_closed_file_has_two_months_from_the_closure() -> None:
    closed = {
        "application.filed": True, "application.status": "closed", "application.complete": True,
        "application.closed_on": date(2026, 11, 2),
    }  # fmt: skip
    verdict = triage(renewal(closed), ON)
    assert verdict is not None
    assert verdict.steps[0].by == date(2027, 1, 2)


def test_a_late_appointment_is_first_asked_for_then_waited_for() -> None:
    late = {"appointment.given": True, "appointment.too_late": True, "appointment.on": date(2027, 6, 1)}
    asked = {**late, "appointment.earlier_asked_on": date(2026, 11, 2)}
    before, after = triage(renewal(late), ON), triage(renewal(asked), ON)
    assert before is not None
    assert after is not None
    assert str(before.steps[0].text).startswith("Écrivez à la préfecture")
    assert str(after.steps[0].text).startswith("Attendez la réponse")


def test_an_age_limit_before_the_appointment_cannot_wait() -> None:
    story = {
        "identity.birth_date": {"year": 2007, "month": 12, "day": 5}, "request.title": "ase_16_18",
        "appointment.given": True, "appointment.too_late": True, "appointment.on": date(2026, 12, 10),
        "consequences": [],
    }  # fmt: skip
    assert triage(first(story), ON) is None
    in_time = triage(first({**story, "appointment.on": date(2026, 12, 5)}), ON)
    assert in_time is not None
    assert in_time.remedy is Remedy.ASK_FOR_EARLIER_DATE


def test_after_filing_a_useful_appointment_is_told_to_the_tribunal() -> None:
    useful = {"appointment.given": True, "appointment.too_late": False, "appointment.on": date(2026, 12, 1)}
    before = triage(renewal(useful), ON)
    after = triage(renewal({**useful, "signature.filed_on": date(2026, 11, 20)}), ON)
    assert before is not None
    assert after is not None
    assert len(after.steps) == len(before.steps) + 1
    assert before.steps[0].by == date(2026, 12, 1)


def test_the_window_is_told_to_whoever_comes_too_early() -> None:
    verdict = triage(renewal({"permit.expires_on": date(2027, 4, 2)}), ON)
    assert verdict is not None
    assert verdict.steps[0].by == date(2026, 12, 3)
    assert "capture" in str(verdict.steps[1].text)
    unready = triage(renewal({"permit.expires_on": date(2027, 4, 2), "request.papers": "no"}), ON)
    assert unready is not None
    assert "papiers" in str(unready.steps[1].text)


def test_waiting_ends_with_the_last_valid_document() -> None:
    verdict = triage(
        renewal(
            {
                **WITHOUT_ATTESTATION, "application.receipt": "recepisse",
                "application.receipt_until": date(2026, 12, 15),
            }
        ),
        ON,
    )  # fmt: skip
    assert verdict is not None
    assert verdict.steps[0].by == date(2026, 12, 15)
