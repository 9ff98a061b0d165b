"""The facts about the request's state, decisions and other proceedings: what must be said to the judge.

What is known and could be held against the person is disclosed: the prefect would say it anyway, and a
requete that hides it is lost.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.documents import french, meaning_words, words
from core.documents.blocks import Block, numbered
from core.documents.case import Case
from core.documents.meaning import Said, asked_for, dated, reference, shown, was_on
from core.dossier import evidence
from core.dossier.values import FileStatus, OqtfState, ReceiptKind
from core.i18n import _


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
    said = Said()
    if case.filed is False:
        _not_registered(case, said)
    else:
        when = f" {french.on_day(told.filed_on)}" if told.filed_on else ""
        under = f", sous le numéro {number}" if number else ""
        said.add(
            f"J’ai déposé {case.the_request}{when}{under}{french.in_brackets(numbers)}.",
            _("Vous avez déposé cette demande : {request}.", request=case.request_name),
            *asked_for(case),
            *((was_on(told.filed_on),) if told.filed_on else ()),
            *((reference(number),) if number else ()),
            *shown(numbers),
        )
        _examination(case, said)
        _receipt(case, said)
    receipts = case.exhibits(evidence.RECEIPT)
    yield numbered(
        said.text,
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
        means=said.means,
    )


def _not_registered(case: Case, said: Said) -> None:
    said.add(
        "À ce jour, la demande de mon enfant n’a pas pu être enregistrée."
        if case.voice.parent
        else "À ce jour, ma demande n’a pas pu être enregistrée.",
        _("Jusqu’à aujourd’hui, la demande n’a pas pu être enregistrée."),
    )
    if case.dossier.application.status is FileStatus.DRAFT:
        said.add(words.STATUSES[FileStatus.DRAFT], meaning_words.STATUSES[FileStatus.DRAFT])


def _examination(case: Case, said: Said) -> None:
    """What became of a filed request."""
    told = case.dossier.application
    sentence = words.STATUSES.get(told.status)
    if sentence:
        said.add(sentence, meaning_words.STATUSES[told.status])
    if told.complete:
        said.add("Le dossier est complet.", _("Le dossier est complet."))
    if told.documents_asked_on:
        said.add(
            f"La préfecture a demandé des documents {french.on_day(told.documents_asked_on)}.",
            _("La préfecture a demandé des documents."),
            was_on(told.documents_asked_on),
        )
        if told.documents_answered:
            said.add("J’y ai répondu.", _("Vous avez répondu."))
    if told.closed_on:
        why = " comme incomplète" if told.closed_as_incomplete else ""
        said.add(
            f"La demande a été clôturée{why} {french.on_day(told.closed_on)}.",
            _("La demande a été fermée, parce qu’elle a été jugée incomplète.")
            if told.closed_as_incomplete
            else _("La demande a été fermée."),
            was_on(told.closed_on),
        )


def _receipt(case: Case, said: Said) -> None:
    told = case.dossier.application
    if told.receipt is None:
        return
    if told.receipt is ReceiptKind.NONE:
        said.add(
            "Je n’ai reçu ni récépissé ni attestation.",
            _("Vous n’avez reçu ni récépissé ni attestation."),
        )
        return
    until = told.receipt_until
    numbers = case.exhibits(evidence.RECEIPT)
    when = f", valable jusqu’au {french.long_date(until)}" if until else ""
    said.add(
        f"J’ai reçu {words.RECEIPTS[told.receipt]}{when}{french.in_brackets(numbers)}.",
        _("Vous avez reçu ce papier : {paper}.", paper=meaning_words.RECEIPTS[told.receipt]),
        *((_("Il est valable jusqu’au {day}.", day=until),) if until else ()),
        *shown(numbers),
    )


def _appointment(case: Case) -> Iterator[Block]:
    appointment = case.dossier.appointment
    if not appointment.given:
        return
    numbers = case.exhibits(evidence.APPOINTMENT)
    when = f" pour le {french.long_date(appointment.on)}" if appointment.on else ""
    said = Said()
    said.add(
        f"La préfecture m’a donné un rendez-vous{when}{french.in_brackets(numbers)}.",
        _("La préfecture vous a donné un rendez-vous."),
        *((dated(appointment.on),) if appointment.on else ()),
        *shown(numbers),
    )
    if appointment.too_late:
        said.add(
            "Cette date est trop lointaine pour ma situation.",
            _("Cette date est trop loin pour votre situation."),
        )
    if appointment.earlier_asked_on:
        said.add(
            f"J’ai demandé une date plus proche {french.on_day(appointment.earlier_asked_on)}.",
            _("Vous avez demandé une date plus proche."),
            was_on(appointment.earlier_asked_on),
        )
    if appointment.earlier_refused:
        said.add(
            "La préfecture a refusé de donner une date plus proche.",
            _("La préfecture a refusé de donner une date plus proche."),
        )
    yield numbered(
        said.text,
        facts=(
            "appointment.given",
            "appointment.on",
            "appointment.too_late",
            "appointment.earlier_asked_on",
            "appointment.earlier_refused",
        ),
        exhibits=numbers,
        means=said.means,
    )


def _disclosures(case: Case) -> Iterator[Block]:
    decisions = case.dossier.decisions
    if decisions.refusal:
        kind = words.REFUSALS.get(decisions.refusal_kind, "Une décision de refus m’a été notifiée")
        day = decisions.refusal_notified_on
        yield numbered(
            f"{kind}{f' {french.on_day(day)}' if day else ''}.",
            facts=("decisions.refusal", "decisions.refusal_kind", "decisions.refusal_notified_on"),
            means=(
                meaning_words.REFUSALS.get(decisions.refusal_kind, _("Vous avez reçu un refus.")),
                *((was_on(day),) if day else ()),
            ),
        )
    if decisions.oqtf:
        day = decisions.oqtf_notified_on
        numbers = case.exhibits(evidence.OQTF_ANNULLED) if decisions.oqtf_state is OqtfState.ANNULLED else ()
        said = Said()
        said.add(
            "Une obligation de quitter le territoire français m’a été notifiée"
            f"{f' {french.on_day(day)}' if day else ''}.",
            _("Vous avez reçu une OQTF (obligation de quitter le territoire français)."),
            *((was_on(day),) if day else ()),
        )
        became = words.OQTF_STATES.get(decisions.oqtf_state)
        if became:
            said.add(
                f"{became.removesuffix('.')}{french.in_brackets(numbers)}.",
                meaning_words.OQTF_STATES[decisions.oqtf_state],
                *shown(numbers),
            )
        yield numbered(
            said.text,
            facts=("decisions.oqtf", "decisions.oqtf_notified_on", "decisions.oqtf_state"),
            exhibits=numbers,
            means=said.means,
        )
    others = Said()
    if decisions.entry_ban:
        others.add(
            "Une interdiction de retour sur le territoire français m’a été notifiée.",
            _("Vous avez reçu une interdiction de retour en France."),
        )
    if decisions.house_arrest:
        others.add(
            "Je fais l’objet d’une assignation à résidence.",
            _("Vous êtes assigné ou assignée à résidence : vous devez rester dans un lieu."),
        )
    if decisions.detained:
        others.add(
            "Je suis actuellement en rétention ou en détention.",
            _("Vous êtes maintenant en rétention ou en détention."),
        )
    if others:
        yield numbered(
            others.text,
            facts=("decisions.entry_ban", "decisions.house_arrest", "decisions.detained"),
            means=others.means,
        )


def _no_decision(case: Case) -> Iterator[Block]:
    decisions = case.dossier.decisions
    oqtf = "obligation de quitter le territoire français"
    found = {
        (False, False): (
            f"ni refus ni {oqtf}",
            _("Vous n’avez reçu ni refus ni OQTF (obligation de quitter le territoire français)."),
        ),
        (False, True): ("aucun refus", _("Vous n’avez reçu aucun refus.")),
        (True, False): (
            f"aucune {oqtf}",
            _("Vous n’avez reçu aucune OQTF (obligation de quitter le territoire français)."),
        ),
    }.get((decisions.refusal is not False, decisions.oqtf is not False))
    if found:
        nothing, means = found
        parent = case.voice.parent
        we = "mon enfant et moi n’avons reçu" if parent else "je n’ai reçu"
        yield numbered(
            f"À ce jour, {we} {nothing}.",
            facts=("decisions.refusal", "decisions.oqtf"),
            means=(means, *((_("C’est vrai aussi pour votre enfant."),) if parent else ())),
        )


def _proceedings(case: Case) -> Iterator[Block]:
    decisions = case.dossier.decisions
    if decisions.earlier_refere:
        day, number = decisions.earlier_refere_on, french.user_text(decisions.earlier_refere_number)
        numbers = case.exhibits(evidence.EARLIER_ORDER)
        said = Said()
        said.add(
            f"J’ai déjà saisi le juge des référés{f' {french.on_day(day)}' if day else ''}"
            f"{f' (n° {number})' if number else ''}{french.in_brackets(numbers)}.",
            _("Vous avez déjà écrit au juge des référés."),
            *((was_on(day),) if day else ()),
            *((reference(number),) if number else ()),
            *shown(numbers),
        )
        outcome = words.REFERES.get(decisions.earlier_refere_outcome)
        if outcome:
            said.add(outcome, meaning_words.REFERES[decisions.earlier_refere_outcome])
        if decisions.new_proof_since:
            said.add(
                "Depuis, j’ai réuni de nouvelles preuves, jointes à cette requête.",
                _("Depuis, vous avez de nouvelles preuves. Vous les joignez."),
            )
        yield numbered(
            said.text,
            facts=(
                "decisions.earlier_refere",
                "decisions.earlier_refere_on",
                "decisions.earlier_refere_number",
                "decisions.earlier_refere_outcome",
                "decisions.new_proof_since",
            ),
            exhibits=numbers,
            means=said.means,
        )
    if decisions.other_case:
        yield numbered(
            "Une autre affaire est en cours au sujet de ce titre de séjour.",
            facts=("decisions.other_case",),
            means=(_("Une autre affaire est en cours au sujet de ce titre de séjour."),),
        )
