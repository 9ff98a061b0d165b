"""What must hold for every dossier."""

from __future__ import annotations

import json
from dataclasses import replace as replace_answer
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from core.dossier.model import Attempt, Consequence, Dossier, HelpContact
from core.dossier.paths import get
from core.dossier.values import ConsequenceKind, ContactKind, Readiness, RefereOutcome
from core.law import facts, regime
from core.law.action_plan import action_plan, calendar, phone_script
from core.law.assessment import assess, assessment_json
from core.law.measure import allowed_kinds, proposed_measure
from core.law.model import Assessment, ConditionId, Route, Status
from core.law.points import RANK
from core.law.sources import SOURCES
from tests.law.cases import cases
from tests.law.strategies import ON, dossiers, without_dates

ROUTES = {Route.FILE: 2, Route.STRENGTHEN: 1}
PAST = st.integers(0, 200).map(lambda n: ON - timedelta(days=n))
# Stories near a verdict: random dossiers alone almost never come close to `file`.
STORIES = st.sampled_from([replace(case.dossier(), schema=1) for case in cases().values() if case.base])
ANY = dossiers | STORIES


def not_worse(before: Assessment, after: Assessment) -> None:
    assert ROUTES.get(after.route, 0) >= ROUTES.get(before.route, 0)
    for ident in ConditionId:
        was, now = before.condition(ident).status, after.condition(ident).status
        assert RANK.index(now) >= RANK.index(was), ident


@given(dossiers)
@settings(max_examples=300)
def test_every_dossier_gets_a_complete_answer(dossier: Dossier) -> None:
    answer = assess(dossier, ON)
    assert tuple(found.id for found in answer.conditions) == tuple(ConditionId)
    assert answer.route_reasons
    assert (answer.route is Route.OTHER_REMEDY) <= (answer.remedy is not None)
    named = {
        source
        for reason in (*answer.route_reasons, *(r for c in answer.conditions for r in c.reasons))
        for source in reason.sources
    } | {source for step in answer.next_steps for source in step.sources}
    named |= {source for deadline in answer.deadlines for source in deadline.sources}
    assert named <= SOURCES.keys()
    assert all(deadline.on >= ON for deadline in answer.deadlines)
    json.dumps(assessment_json(answer))
    paths = {path for found in answer.conditions for path in found.facts}
    paths |= {path for reason in answer.route_reasons for path in reason.facts}
    paths |= {path for found in answer.contradictions for path in found.facts}
    paths |= {path for step in answer.next_steps for path in step.facts}
    for path in paths:
        get(dossier, path)  # raises for a path that the model lacks
    for found in answer.conditions:
        assert found.reasons
        assert found.status is Status.MET or found.next_steps or answer.route not in ROUTES


@given(ANY)
def test_the_same_dossier_and_day_give_the_same_answer(dossier: Dossier) -> None:
    assert assess(dossier, ON) == assess(dossier, ON)


@given(dossiers)
def test_without_dates_the_day_changes_nothing(dossier: Dossier) -> None:
    timeless = without_dates(dossier)
    today, tomorrow = assess(timeless, ON), assess(timeless, ON + timedelta(days=1))

    def told(answer: Assessment) -> dict[str, object]:
        return {**assessment_json(answer), "on": None}

    assert told(today) == told(tomorrow)


@given(ANY, PAST)
def test_one_more_proven_attempt_never_makes_it_worse(dossier: Dossier, day: date) -> None:
    way = regime.channel(dossier)
    more = Attempt(id="a99", on=day, channel=way, proof=True)
    richer = replace(dossier, attempts=(*dossier.attempts, more))
    not_worse(assess(dossier, ON), assess(richer, ON))


@given(ANY, PAST, st.sampled_from(list(ContactKind)))
def test_one_more_proven_contact_never_makes_it_worse(dossier: Dossier, day: date, kind: ContactKind) -> None:
    more = HelpContact(id="c99", on=day, kind=kind, ticket="T", proof=True)
    not_worse(assess(dossier, ON), assess(replace(dossier, contacts=(*dossier.contacts, more)), ON))


@given(ANY, st.integers(-90, 90), st.sampled_from(sorted(facts.CHARACTERISING)))
def test_one_more_documented_harm_never_makes_it_worse(dossier: Dossier, days: int, kind: str) -> None:
    day = ON + timedelta(days=days)
    more = Consequence(id="q99", on=day, kind=ConsequenceKind(kind), what="x", proof=True)
    richer = replace(dossier, consequences=(*dossier.consequences, more))
    not_worse(assess(dossier, ON), assess(richer, ON))


@given(ANY)
def test_a_complete_file_never_makes_it_worse(dossier: Dossier) -> None:
    ready = replace(dossier, request=replace(dossier.request, papers=Readiness.ALL))
    not_worse(assess(dossier, ON), assess(ready, ON))


@given(ANY)
def test_new_proof_after_a_rejection_never_makes_it_worse(dossier: Dossier) -> None:
    rejected = replace(dossier.decisions, earlier_refere=True, earlier_refere_outcome=RefereOutcome.REJECTED)
    before = replace(dossier, decisions=rejected)
    after = replace(dossier, decisions=replace(rejected, new_proof_since=True))
    not_worse(assess(before, ON), assess(after, ON))


@given(ANY, st.data())
def test_removing_evidence_never_makes_it_better(dossier: Dossier, data: st.DataObject) -> None:
    def kept(number: int) -> bool:
        return bool(data.draw(st.booleans(), label=f"keep {number}"))

    poorer = replace(
        dossier,
        exhibits=(),
        attempts=tuple(a if kept(n) else replace(a, proof=False) for n, a in enumerate(dossier.attempts)),
        contacts=tuple(
            c if kept(n) else replace(c, proof=False, ticket=None) for n, c in enumerate(dossier.contacts)
        ),
        consequences=tuple(
            q if kept(n) else replace(q, proof=False) for n, q in enumerate(dossier.consequences)
        ),
        application=replace(dossier.application, proof=False),
        appointment=replace(dossier.appointment, proof=False),
    )
    not_worse(assess(poorer, ON), assess(dossier, ON))


@given(ANY)
def test_the_measure_is_one_that_may_be_asked(dossier: Dossier) -> None:
    proposed = proposed_measure(dossier, ON)
    assert proposed.kind in proposed.allowed == allowed_kinds(dossier, ON)
    assert 2 <= proposed.delay_days <= 30
    assert proposed.penalty_eur_per_day in (50, 100)
    assert {source for reason in proposed.reasons for source in reason.sources} <= SOURCES.keys()


@given(ANY)
@settings(max_examples=50)
def test_the_plan_is_dated_and_becomes_a_calendar(dossier: Dossier) -> None:
    plan = action_plan(dossier, ON)
    days = [step.by for step in plan if step.by is not None]
    assert len(days) == len(plan)
    assert days == sorted(days)
    assert min(days) >= ON
    assert calendar(plan, ON).count(b"BEGIN:VEVENT") == len(plan)
    assert phone_script(dossier)


def test_an_empty_dossier_is_neither_favoured_nor_condemned() -> None:
    answer = assess(Dossier(), ON)
    assert answer.route is Route.STRENGTHEN
    assert {found.status for found in answer.conditions} == {Status.UNKNOWN}
    asked = {path for found in answer.conditions for step in found.next_steps for path in step.facts}
    assert {"request.kind", "attempts", "decisions.refusal", "decisions.oqtf", "application.filed"} <= asked
    assert replace_answer(answer, on=ON) == answer
