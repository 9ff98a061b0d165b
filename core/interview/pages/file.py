"""S14 and S15: the request once sent, what came of it, earlier cases before a judge."""

from __future__ import annotations

from core.dossier.values import FileStatus, ReceiptKind, RefereOutcome
from core.i18n import _
from core.interview.checks import not_before, not_in_future, not_too_far, recent_enough
from core.interview.labels import options
from core.interview.model import (
    Choice,
    DateQuestion,
    Page,
    Section,
    Text,
    Why,
    YesNo,
)
from core.interview.pictures import LookAt, Picture, Spot
from core.interview.predicates import is_one_of, is_yes, maybe_filed
from core.law.model import ConditionId

_HAS_END = (ReceiptKind.RECEPISSE, ReceiptKind.EXTENSION_ATTESTATION)

FILE_STATE = Page(
    id="file-state",
    screen="S14",
    section=Section.FILE,
    heading=_("Où en est votre demande ?"),
    when=maybe_filed,
    where=_("Regardez votre compte ANEF et la confirmation de dépôt."),
    look_at=LookAt(Picture.CONFIRMATION, (Spot.DATES,)),
    why=Why(
        ConditionId.SUBSIDIARITY,
        _("Après plusieurs mois, le silence peut devenir un refus."),
        "ceseda-r432-2",
    ),
    questions=(
        Choice(
            path="application.status",
            label=_("Que dit le site, ou la préfecture ?"),
            options=options(FileStatus),
            unknown=True,
        ),
        DateQuestion(
            path="application.filed_on",
            label=_("Quel jour avez-vous envoyé la demande ?"),
            unknown=True,
            checks=(not_in_future, recent_enough),
        ),
        Text(path="application.number", label=_("Le numéro de la demande"), max_length=60),
        YesNo(
            path="application.complete",
            label=_("Le dossier est-il complet ?"),
            hint=_("Répondez « Oui » si aucun papier ne manque."),
            unknown=True,
        ),
        DateQuestion(
            path="application.documents_asked_on",
            label=_("Quel jour la préfecture a-t-elle demandé des papiers ?"),
            when=is_one_of("application.status", FileStatus.DOCUMENTS_ASKED),
            unknown=True,
            checks=(not_in_future, not_before("application.filed_on")),
        ),
        YesNo(
            path="application.documents_answered",
            label=_("Avez-vous envoyé ces papiers ?"),
            when=is_one_of("application.status", FileStatus.DOCUMENTS_ASKED),
            unknown=True,
        ),
        DateQuestion(
            path="application.closed_on",
            label=_("Quel jour la demande a-t-elle été clôturée ?"),
            when=is_one_of("application.status", FileStatus.CLOSED),
            unknown=True,
            checks=(not_in_future, not_before("application.filed_on")),
        ),
        YesNo(
            path="application.closed_as_incomplete",
            label=_("Est-ce parce qu’il manquait des papiers ?"),
            when=is_one_of("application.status", FileStatus.CLOSED),
            unknown=True,
        ),
        YesNo(
            path="application.proof",
            label=_("Avez-vous la confirmation de dépôt ?"),
            hint=_("Un e-mail, un PDF ou une image de l’écran."),
        ),
    ),
)

RECEIPT = Page(
    id="receipt",
    screen="S14",
    section=Section.FILE,
    heading=_("Quel papier avez-vous eu après l’envoi ?"),
    when=maybe_filed,
    why=Why(
        ConditionId.USEFULNESS,
        _("Le juge peut ordonner de donner le papier qui manque."),
        "ceseda-r431-15-1",
    ),
    questions=(
        Choice(
            path="application.receipt",
            label=_("J’ai reçu :"),
            options=options(
                ReceiptKind,
                hints={
                    ReceiptKind.DEPOSIT_CONFIRMATION: _("Elle dit seulement que la demande est arrivée."),
                    ReceiptKind.EXTENSION_ATTESTATION: _("Elle dit que vous pouvez rester en attendant."),
                },
            ),
            unknown=True,
        ),
        DateQuestion(
            path="application.receipt_until",
            label=_("Jusqu’à quelle date ?"),
            when=is_one_of("application.receipt", *_HAS_END),
            unknown=True,
            checks=(recent_enough, not_too_far),
        ),
        YesNo(
            path="application.receipt_allows_work",
            label=_("Est-il écrit que vous pouvez travailler ?"),
            when=is_one_of("application.receipt", *_HAS_END),
            unknown=True,
        ),
    ),
)

APPOINTMENT = Page(
    id="appointment",
    screen="S14",
    section=Section.FILE,
    heading=_("Quand est votre rendez-vous ?"),
    when=is_yes("appointment.given"),
    where=_("Regardez la convocation, l’e-mail ou le SMS."),
    why=Why(
        ConditionId.USEFULNESS,
        _("Avec un rendez-vous proche, le juge n’a plus rien à ordonner."),
        "ce-436288",
    ),
    questions=(
        DateQuestion(
            path="appointment.on",
            label=_("La date du rendez-vous"),
            unknown=True,
            checks=(recent_enough, not_too_far),
        ),
        YesNo(
            path="appointment.too_late",
            label=_("Est-ce trop tard pour vous ?"),
            hint=_("Exemple : vous perdez votre travail avant cette date."),
            unknown=True,
        ),
        YesNo(
            path="appointment.earlier_refused",
            label=_("La préfecture a-t-elle refusé une date plus proche ?"),
            hint=_("Répondez « Non » si vous n’avez pas demandé."),
            when=is_yes("appointment.too_late"),
            unknown=True,
        ),
        DateQuestion(
            path="appointment.earlier_asked_on",
            label=_("Quel jour avez-vous demandé une date plus proche ?"),
            hint=_("Laissez vide si vous n’avez pas demandé."),
            when=is_yes("appointment.too_late"),
            checks=(not_in_future, recent_enough),
        ),
        YesNo(path="appointment.proof", label=_("Avez-vous la convocation ?")),
    ),
)

OTHER_CASES = Page(
    id="other-cases",
    screen="S15",
    section=Section.FILE,
    heading=_("Avez-vous déjà demandé quelque chose à un juge ?"),
    why=Why(
        ConditionId.ADMISSIBILITY,
        _("Une deuxième requête a besoin d’une preuve nouvelle."),
        "cja-l521-4",
    ),
    questions=(
        YesNo(
            path="decisions.earlier_refere",
            label=_("Avez-vous déjà fait un référé pour ce titre ?"),
            hint=_("Un référé est une demande urgente au tribunal."),
            unknown=True,
        ),
        DateQuestion(
            path="decisions.earlier_refere_on",
            label=_("Quel jour le juge a-t-il répondu ?"),
            when=is_yes("decisions.earlier_refere"),
            unknown=True,
            checks=(not_in_future, recent_enough),
        ),
        Text(
            path="decisions.earlier_refere_number",
            label=_("Le numéro de l’ordonnance"),
            hint=_("Il est en haut de la première page."),
            when=is_yes("decisions.earlier_refere"),
            max_length=60,
        ),
        Choice(
            path="decisions.earlier_refere_outcome",
            label=_("Qu’a dit le juge ?"),
            options=options(RefereOutcome),
            when=is_yes("decisions.earlier_refere"),
            unknown=True,
        ),
        YesNo(
            path="decisions.new_proof_since",
            label=_("Avez-vous une preuve nouvelle depuis ?"),
            when=is_yes("decisions.earlier_refere"),
            unknown=True,
        ),
        YesNo(
            path="decisions.other_case",
            label=_("Avez-vous une autre affaire au tribunal pour ce titre ?"),
            unknown=True,
        ),
    ),
)

PAGES = (FILE_STATE, RECEIPT, APPOINTMENT, OTHER_CASES)
