"""The facts about the request's state, decisions and other proceedings: what must be said to the judge.

What is known and could be held against the person is disclosed: the prefect would say it anyway, and a
requete that hides it is lost.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.documents import french, words
from core.documents.blocks import Block, numbered
from core.documents.case import Case
from core.dossier import evidence
from core.dossier.values import FileStatus, OqtfState, ReceiptKind


def state(case: Case) -> Iterator[Block]:
    """State of the request, appointment, decisions, other proceedings."""
    if not case.filed:
        yield from application(case)
    yield from _appointment(case)
    yield from _disclosures(case)
    yield from _no_decision(case)
    yield from _proceedings(case)


def application(case: Case) -> Iterator[Block]:
    """What became of the request: not registered yet, or filed, with its number and the paper received."""
    told = case.dossier.application
    if case.filed is None:
        return
    numbers = case.exhibits(evidence.APPLICATION)
    number = french.user_text(told.number)
    if case.filed is False:
        sentences = ["À ce jour, ma demande n’a pas pu être enregistrée."]
        if case.voice.parent:
            sentences = ["À ce jour, la demande de mon enfant n’a pas pu être enregistrée."]
        if told.status is FileStatus.DRAFT:
            sentences.append(words.STATUSES[FileStatus.DRAFT])
    else:
        when = f" {french.on_day(told.filed_on)}" if told.filed_on else ""
        under = f", sous le numéro {number}" if number else ""
        sentences = [f"J’ai déposé {case.the_request}{when}{under}{french.in_brackets(numbers)}."]
        sentence = words.STATUSES.get(told.status)
        if sentence:
            sentences.append(sentence)
        if told.complete:
            sentences.append("Le dossier est complet.")
        if told.documents_asked_on:
            asked = french.on_day(told.documents_asked_on)
            answered = " J’y ai répondu." if told.documents_answered else ""
            sentences.append(f"La préfecture a demandé des documents {asked}.{answered}")
        if told.closed_on:
            why = " comme incomplète" if told.closed_as_incomplete else ""
            sentences.append(f"La demande a été clôturée{why} {french.on_day(told.closed_on)}.")
        sentences += _receipt(case)
    receipts = case.exhibits(evidence.RECEIPT)
    yield numbered(
        " ".join(sentences),
        facts=(
            "application.filed",
            "application.filed_on",
            "application.number",
            "application.status",
            "application.complete",
            "application.documents_asked_on",
            "application.documents_answered",
            "application.closed_on",
            "application.closed_as_incomplete",
            "application.receipt",
            "application.receipt_until",
            *(case.requested if case.filed else ()),
        ),
        exhibits=tuple(sorted({*(numbers if case.filed else ()), *(receipts if case.filed else ())})),
    )


def _receipt(case: Case) -> list[str]:
    application = case.dossier.application
    if application.receipt is None:
        return []
    if application.receipt is ReceiptKind.NONE:
        return ["Je n’ai reçu ni récépissé ni attestation."]
    until = application.receipt_until
    when = f", valable jusqu’au {french.long_date(until)}" if until else ""
    shown = french.in_brackets(case.exhibits(evidence.RECEIPT))
    return [f"J’ai reçu {words.RECEIPTS[application.receipt]}{when}{shown}."]


def _appointment(case: Case) -> Iterator[Block]:
    appointment = case.dossier.appointment
    if not appointment.given:
        return
    numbers = case.exhibits(evidence.APPOINTMENT)
    when = f" pour le {french.long_date(appointment.on)}" if appointment.on else ""
    sentences = [f"La préfecture m’a donné un rendez-vous{when}{french.in_brackets(numbers)}."]
    if appointment.too_late:
        sentences.append("Cette date est trop lointaine pour ma situation.")
    if appointment.earlier_asked_on:
        sentences.append(f"J’ai demandé une date plus proche {french.on_day(appointment.earlier_asked_on)}.")
    if appointment.earlier_refused:
        sentences.append("La préfecture a refusé de donner une date plus proche.")
    yield numbered(
        " ".join(sentences),
        facts=(
            "appointment.given",
            "appointment.on",
            "appointment.too_late",
            "appointment.earlier_asked_on",
            "appointment.earlier_refused",
        ),
        exhibits=numbers,
    )


def _disclosures(case: Case) -> Iterator[Block]:
    decisions = case.dossier.decisions
    if decisions.refusal:
        kind = words.REFUSALS.get(decisions.refusal_kind, "Une décision de refus m’a été notifiée")
        day = decisions.refusal_notified_on
        yield numbered(
            f"{kind}{f' {french.on_day(day)}' if day else ''}.",
            facts=("decisions.refusal", "decisions.refusal_kind", "decisions.refusal_notified_on"),
        )
    if decisions.oqtf:
        day = decisions.oqtf_notified_on
        numbers = case.exhibits(evidence.OQTF_ANNULLED) if decisions.oqtf_state is OqtfState.ANNULLED else ()
        sentences = [
            "Une obligation de quitter le territoire français m’a été notifiée"
            f"{f' {french.on_day(day)}' if day else ''}."
        ]
        became = words.OQTF_STATES.get(decisions.oqtf_state)
        if became:
            sentences.append(f"{became.removesuffix('.')}{french.in_brackets(numbers)}.")
        yield numbered(
            " ".join(sentences),
            facts=("decisions.oqtf", "decisions.oqtf_notified_on", "decisions.oqtf_state"),
            exhibits=numbers,
        )
    others = [
        sentence
        for given, sentence in (
            (decisions.entry_ban, "Une interdiction de retour sur le territoire français m’a été notifiée."),
            (
                decisions.house_arrest,
                "Je fais l’objet d’une assignation à résidence.",
            ),
            (decisions.detained, "Je suis actuellement en rétention ou en détention."),
        )
        if given
    ]
    if others:
        yield numbered(
            " ".join(others),
            facts=("decisions.entry_ban", "decisions.house_arrest", "decisions.detained"),
        )


def _no_decision(case: Case) -> Iterator[Block]:
    decisions = case.dossier.decisions
    oqtf = "obligation de quitter le territoire français"
    nothing = {
        (False, False): f"ni refus ni {oqtf}",
        (False, True): "aucun refus",
        (True, False): f"aucune {oqtf}",
    }.get((decisions.refusal is not False, decisions.oqtf is not False))
    if nothing:
        we = "mon enfant et moi n’avons reçu" if case.voice.parent else "je n’ai reçu"
        yield numbered(f"À ce jour, {we} {nothing}.", facts=("decisions.refusal", "decisions.oqtf"))


def _proceedings(case: Case) -> Iterator[Block]:
    decisions = case.dossier.decisions
    if decisions.earlier_refere:
        day, number = decisions.earlier_refere_on, french.user_text(decisions.earlier_refere_number)
        numbers = case.exhibits(evidence.EARLIER_ORDER)
        sentences = [
            f"J’ai déjà saisi le juge des référés{f' {french.on_day(day)}' if day else ''}"
            f"{f' (n° {number})' if number else ''}{french.in_brackets(numbers)}."
        ]
        outcome = words.REFERES.get(decisions.earlier_refere_outcome)
        if outcome:
            sentences.append(outcome)
        if decisions.new_proof_since:
            sentences.append("Depuis, j’ai réuni de nouvelles preuves, jointes à cette requête.")
        yield numbered(
            " ".join(sentences),
            facts=(
                "decisions.earlier_refere",
                "decisions.earlier_refere_on",
                "decisions.earlier_refere_number",
                "decisions.earlier_refere_outcome",
                "decisions.new_proof_since",
            ),
            exhibits=numbers,
        )
    if decisions.other_case:
        yield numbered(
            "Une autre affaire est en cours au sujet de ce titre de séjour.", facts=("decisions.other_case",)
        )
