"""Which paper is due while the request is examined, and how the requete names it.

Source of each: `discussion` quotes it. A paper that no provision gives in this case is never asked for: a
first request without a stay document gives a deposit confirmation on the teleservice, not an extension.
"""

from __future__ import annotations

from enum import StrEnum

from core.documents.blocks import Means
from core.documents.case import Case, article, cite, short
from core.dossier.values import DocumentKind, MeasureKind, Protection
from core.i18n import _
from core.law import regime
from core.law.sources import printable
from core.reference import Known

# The answers that decide which paper is due, and whether it allows work.
DECIDES_PAPER = (
    "request.kind", "request.title", "filing.channel", "permit.document", "permit.allows_work",
    "nationality.protection",
)  # fmt: skip

_STAY_DOCUMENTS = frozenset(
    {
        DocumentKind.CARD,
        DocumentKind.ALGERIAN_CERTIFICATE,
        DocumentKind.LONG_STAY_VISA,
        DocumentKind.PROVISIONAL_AUTHORISATION,
    }
)


class Paper(StrEnum):
    """The paper that the filing gives."""

    RECEIPT = "receipt"
    DEPOSIT = "deposit"
    EXTENSION = "extension"
    EXTENSION_AGE = "extension_age"
    REFUGEE = "refugee"
    SUBSIDIARY = "subsidiary"


_PROTECTED = {Protection.REFUGEE: Paper.REFUGEE, Protection.SUBSIDIARY: Paper.SUBSIDIARY}


def paper_due(case: Case) -> Paper:
    """The paper due in this case (R. 431-12, R. 431-15-1, R. 431-15-3, R. 431-15-4 CESEDA)."""
    protection = case.dossier.nationality.protection
    if case.teleservice and protection in _PROTECTED:
        return _PROTECTED[protection]
    # The substitution and the appointment are a physical registration: the receipt is what it gives.
    if not case.teleservice or case.measure in (MeasureKind.SUBSTITUTION, MeasureKind.APPOINTMENT):
        return Paper.RECEIPT
    if case.renewal or case.dossier.permit.document in _STAY_DOCUMENTS:
        return Paper.EXTENSION
    return Paper.EXTENSION_AGE if named_in_r431_5(case) else Paper.DEPOSIT


def provisional_document(case: Case) -> tuple[str, tuple[str, ...]]:
    """The paper as the demands name it, with the right to work where it is sure, and its sources."""
    paper = paper_due(case)
    name, ident = _NAMES[paper]
    # The object and the first demand already name the code for a substitution.
    where = short(ident) if case.measure is MeasureKind.SUBSTITUTION else article(ident)
    document = f"{name} {where}"
    if not _lets_work(case):
        return document, (ident,)
    if paper is Paper.RECEIPT:
        work = "ceseda-r431-15" if case.renewal else "ceseda-r431-14"
    else:
        work = "ceseda-r431-15-2"
    return f"{document}, autorisant à travailler ({cite(work)})", (ident, work)


def _lets_work(case: Case) -> bool:
    """Whether the paper is asked for with the right to work, which only stands where it is sure."""
    if paper_due(case) in (Paper.REFUGEE, Paper.SUBSIDIARY, Paper.DEPOSIT):
        return False
    return regime.work_allowed_meanwhile(case.dossier) is Known.YES


def provisional_means(case: Case) -> Means:
    """The paper asked for, under its French name, and what it is."""
    means = [
        {
            Paper.RECEIPT: _("Récépissé : un papier provisoire, donné après l’enregistrement de la demande."),
            Paper.DEPOSIT: _("Attestation de dépôt en ligne : un papier qui montre l’envoi de la demande."),
        }.get(
            paper_due(case),
            _("Attestation de prolongation de l’instruction : un papier provisoire pendant l’étude."),
        )
    ]
    if paper_due(case) in (Paper.REFUGEE, Paper.SUBSIDIARY):
        means.append(_("Ce papier dure six mois. On peut le renouveler."))
    if _lets_work(case):
        means.append(_("Vous demandez que ce papier permette de travailler."))
    return tuple(means)


_EXTENSION = "l’attestation de prolongation de l’instruction"
_NAMES = {
    Paper.RECEIPT: ("le récépissé prévu à", "ceseda-r431-12"),
    Paper.DEPOSIT: ("l’attestation dématérialisée de dépôt en ligne prévue à", "ceseda-r431-15-1"),
    Paper.EXTENSION: (f"{_EXTENSION} prévue à", "ceseda-r431-15-1"),
    Paper.EXTENSION_AGE: (f"{_EXTENSION} prévue à", "ceseda-r431-15-1"),
    Paper.REFUGEE: (f"{_EXTENSION}, d’une durée de six mois renouvelable, prévue à", "ceseda-r431-15-3"),
    Paper.SUBSIDIARY: (f"{_EXTENSION}, d’une durée de six mois renouvelable, prévue à", "ceseda-r431-15-4"),
}


def named_in_r431_5(case: Case) -> bool:
    """Whether the permit's own article is one that R. 431-5 2° CESEDA names; an Algerian's never is."""
    if case.permit is None or case.permit.algerian or case.permit.article is None:
        return False
    quotation = (printable("ceseda-r431-5").quotation or "").replace("\N{NO-BREAK SPACE}", " ")
    second = next((paragraph for paragraph in quotation.split("\n") if paragraph.startswith("2°")), "")
    named = {part.strip(" ,;.") for part in second.replace(" et ", ",").replace(" ou ", ",").split(",")}
    return case.permit.article.replace("\N{NO-BREAK SPACE}", " ") in {
        n.rpartition("articles ")[2] for n in named
    }
