"""Sheets from the assessment: what is weak before signing, the plan of action, the referral sheet.

For the person and for who helps them. Never part of the requete, so that they cannot be filed by mistake.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.documents import french, grammar
from core.documents.blocks import Block, Document, Items, Style, bold, heading, inline, para
from core.documents.case import Case, missing
from core.documents.sheets import Say, dates, points, sentences, sheet, speaker, to_do
from core.i18n import Message, _
from core.law import action_plan as plan
from core.law import wording
from core.law.model import Status

_WEAK = (Status.NOT_MET, Status.TO_STRENGTHEN, Status.UNKNOWN)
_RUNNING = _("Pour vous – ne pas envoyer au tribunal")


def needs_before_signing(case: Case) -> bool:
    """Whether something is weak, contradictory or missing, or could still be made better."""
    return bool(
        case.assessment.contradictions
        or missing(case)
        or case.assessment.next_steps
        or any(found.status in _WEAK for found in case.assessment.conditions)
    )


def before_signing(case: Case, language: str) -> Document:
    """What is weak, for the person only: a document of its own, never a page of the requete."""
    say = speaker(language)
    return sheet(
        "avant-de-signer",
        _("Avant de signer : les points à vérifier"),
        language,
        _before_signing(case, say),
        _RUNNING,
    )


def _before_signing(case: Case, say: Say) -> Iterator[Block]:
    assessment = case.assessment
    yield para(bold(say(wording.ROUTE_SENTENCES[assessment.route])), style=Style.WARNING)
    yield from sentences(say, (reason.plain for reason in assessment.route_reasons))
    lacking = missing(case)
    if lacking:
        yield heading(say(_("Il manque une réponse pour écrire la requête")), 2)
        yield points(say, *(message for _path, message in lacking))
    for found in assessment.conditions:
        if found.status not in _WEAK and not found.next_steps:
            continue
        yield heading(
            say(
                _(
                    "{condition} : {status}",
                    condition=wording.CONDITION_NAMES[found.id],
                    status=wording.STATUS_WORDS[found.status],
                )
            ),
            2,
        )
        yield points(say, *(reason.plain for reason in found.reasons))
        if found.next_steps:
            yield to_do(say, found.next_steps)
    if assessment.contradictions:
        yield heading(say(_("Des réponses qui ne vont pas ensemble")), 2)
        yield points(say, *(found.text for found in assessment.contradictions))
    yield para(say(wording.NO_PROMISE), style=Style.SMALL)


def action_plan(case: Case, language: str) -> Document:
    """The plan of action: what to do, by when, with a box to fill by hand."""
    say = speaker(language)
    return sheet("plan-action", _("Votre plan d’action"), language, _action_plan(case, say), _RUNNING)


def _action_plan(case: Case, say: Say) -> Iterator[Block]:
    yield para(say(_("Faites ces actes dans l’ordre. Notez la date quand c’est fait.")))
    yield to_do(say, plan.action_plan(case.dossier, case.on))
    yield heading(say(_("Une bonne capture d’écran")), 2)
    yield points(say, *plan.good_capture())
    yield from dates(say, case.assessment.deadlines)


def orientation(case: Case, language: str) -> Document:
    """The referral sheet: to show to a lawyer or an association, with the facts that matter to them."""
    say = speaker(language)
    return sheet(
        "orientation",
        _("Fiche d’orientation"),
        language,
        _orientation(case, say),
        _("Fiche à montrer à un avocat ou à une association"),
    )


def _orientation(case: Case, say: Say) -> Iterator[Block]:
    assessment = case.assessment
    yield para(say(_("Montrez cette fiche à un avocat, à une association ou à un point-justice.")))
    yield heading(say(_("Pourquoi ce n’est pas le bon moment pour cette requête")), 2)
    for reason in assessment.route_reasons:
        yield para(say(reason.plain), facts=reason.facts, sources=reason.sources)
        if reason.dense is not None:
            yield para(say(reason.dense), style=Style.SMALL, facts=reason.facts, sources=reason.sources)
    if assessment.remedy is not None:
        yield heading(say(_("L’autre voie")), 2)
        yield para(bold(say(wording.REMEDY_LABELS[assessment.remedy])))
    if assessment.next_steps:
        yield heading(say(_("Ce qu’il faut faire")), 2)
        yield to_do(say, assessment.next_steps)
    yield from dates(say, assessment.deadlines)
    told = list(_facts(case))
    if told:
        yield heading(say(_("Les faits donnés par la personne")), 2)
        yield Items(
            tuple(inline(bold(say(label)), say(_(" : {text}", text=text))) for label, text, _p in told),
            facts=tuple(path for _label, _text, path in told),
        )
    yield heading(say(_("Les papiers à apporter")), 2)
    yield points(
        say,
        _("Toutes les pages des décisions reçues, avec l’enveloppe."),
        _("Le passeport et le titre de séjour, même fini."),
        _("Les captures d’écran, les lettres et les réponses."),
    )
    yield para(say(wording.NO_PROMISE), style=Style.SMALL)


def _facts(case: Case) -> Iterator[tuple[Message, str | Message, str]]:
    dossier = case.dossier
    if grammar.full_name(dossier):
        yield _("Nom et prénom"), grammar.full_name(dossier), "identity.family_name"
    if case.departement is not None:
        yield _("Département"), case.departement.name, "residence.departement"
    if dossier.request.kind is not None:
        yield _("Demande"), case.request_name, "request.kind"
    for label, day, path in (
        (_("Fin du document actuel"), dossier.permit.expires_on, "permit.expires_on"),
        (_("Demande déposée le"), dossier.application.filed_on, "application.filed_on"),
        (_("Refus notifié le"), dossier.decisions.refusal_notified_on, "decisions.refusal_notified_on"),
        (_("OQTF notifiée le"), dossier.decisions.oqtf_notified_on, "decisions.oqtf_notified_on"),
    ):
        if day is not None:
            yield label, _("{day}", day=day), path
    number = french.user_text(dossier.application.number)
    if number:
        yield _("Numéro de la demande"), number, "application.number"
