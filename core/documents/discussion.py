"""The legal discussion of the requete, condition by condition. Fixed words come from sources alone.

Order: the text, the case law that applies to this blockage, urgency, usefulness, no decision in the way, no
serious dispute, why no other summary procedure. A rule is stated only where this case calls for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.documents import french, meaning_law
from core.documents.blocks import Block, Facts, Quotation, heading, inline, numbered
from core.documents.case import Case, article, cite, extract, short
from core.documents.conclusions import is_site
from core.documents.meaning import LAW_FOLLOWS, Said, yours
from core.documents.papers import DECIDES_PAPER, Paper, paper_due
from core.documents.urgency import urgency
from core.documents.usefulness import usefulness
from core.dossier.values import BlockedStep, Channel, MeasureKind, OqtfState, Readiness
from core.i18n import Message, _
from core.law.model import ConditionId, Status
from core.law.sources import printable


def discussion(case: Case) -> Iterator[Block]:
    """Everything between the facts and the demands."""
    yield heading("La discussion", 1, _("Pourquoi vous pouvez demander cela"))
    yield heading("Le droit applicable", 2, _("Ce que dit la loi"))
    yield from framework(case)
    yield heading("L’urgence", 2, _("Pourquoi c’est urgent"))
    yield from urgency(case)
    yield heading("L’utilité de la mesure", 2, _("Pourquoi l’ordre du juge est utile"))
    yield from usefulness(case)
    yield heading(
        "Les décisions existantes"
        if case.dossier.decisions.refusal
        else "L’absence d’obstacle à l’exécution d’une décision administrative",
        2,
        _("Les décisions qui existent déjà")
        if case.dossier.decisions.refusal
        else _("Pourquoi aucune décision n’est bloquée"),
    )
    yield from no_obstacle(case)
    yield heading(
        "L’absence de contestation sérieuse", 2, _("Pourquoi le droit n’est pas sérieusement discuté")
    )
    yield from no_serious_dispute(case)
    yield heading("Le choix de cette procédure", 2, _("Pourquoi cette procédure et pas une autre"))
    yield from subsidiarity(case)


def framework(case: Case) -> Iterator[Block]:
    """L. 521-3, then the rule that fits this blockage."""
    yield numbered(f"Aux termes de {article('cja-l521-3')} :", sources=("cja-l521-3",), means=(LAW_FOLLOWS,))
    yield _quote("cja-l521-3", printable("cja-l521-3").quotation or "", *meaning_law.L521_3)
    yield from _case_law(case)
    yield from _filing_way(case)
    yield from _documents_due(case)


def _case_law(case: Case) -> Iterator[Block]:
    if case.measure is MeasureKind.EARLIER_DATE:
        yield numbered(
            "Le refus d’avancer un rendez-vous trop lointain est une décision qui peut être contestée. "
            "Lorsque l’urgence ne permet pas d’attendre ce refus, l’étranger peut saisir le juge des référés "
            f"sur le fondement de {short('cja-l521-3')} ({cite('ce-436288')}).",
            sources=("cja-l521-3", "ce-436288"),
            means=meaning_law.CE_436288,
        )
        return
    if case.measure is MeasureKind.PROVISIONAL_DOCUMENT and case.filed:
        return
    yield numbered(
        "Le préfet doit recevoir l’étranger et enregistrer sa demande complète dans un délai raisonnable. "
        "Lorsque le rendez-vous ne peut être obtenu que sur un site internet, et que plusieurs tentatives "
        "qui n’ont pas été effectuées la même semaine ont échoué, l’étranger peut demander au juge des "
        f"référés, sur le fondement de {short('cja-l521-3')}, qu’une date lui soit donnée "
        f"({cite('ce-435594')}).",
        sources=("cja-l521-3", "ce-435594"),
        means=meaning_law.CE_435594,
    )
    step = case.dossier.blockage.step
    if is_site(case.channel) and not (
        case.channel is Channel.BOOKING_SITE and step in (None, BlockedStep.BOOKING)
    ):
        yield numbered(
            "Il en va de même lorsque le rendez-vous ne peut être demandé qu’après des formalités en ligne, "
            "et que l’étranger montre qu’il n’a pas pu les accomplir à cause d’un dysfonctionnement, "
            "constaté lors de plusieurs tentatives qui n’ont pas été effectuées la même semaine "
            f"({cite('ce-455740')}).",
            sources=("ce-455740",),
            means=meaning_law.CE_455740,
        )


def _filing_way(case: Case) -> Iterator[Block]:
    if case.measure is MeasureKind.EARLIER_DATE or case.filed:
        return
    if case.teleservice:
        where, where_means = _prescribed(case)
        yield numbered(
            f"{where}. Un téléservice ne peut être rendu obligatoire que si l’accès normal au service public "
            "et l’exercice effectif des droits sont garantis. Pour les titres de séjour, cela suppose un "
            "accompagnement et une solution de substitution, pour le cas où la conception ou le "
            f"fonctionnement de l’outil empêche de s’en servir ({cite('ce-452798')}). "
            f"{article('ceseda-r431-2')[0].upper()}{article('ceseda-r431-2')[1:]} prévoit ainsi, à son "
            "troisième alinéa :",
            facts=("request.title", "filing.channel", "filing.confirmed"),
            sources=("ce-452798", "ceseda-r431-2"),
            means=(where_means, *meaning_law.CE_452798, LAW_FOLLOWS),
        )
        yield _quote(
            "ceseda-r431-2",
            extract("ceseda-r431-2", "En outre, une solution de substitution"),
            *meaning_law.R431_2,
        )
    elif case.off_list and is_site(case.channel):
        yield numbered(
            "À ma connaissance, le titre demandé ne figure pas sur la liste des titres dont la demande se "
            f"fait au moyen du téléservice ({cite('ceseda-r431-2')}). La demande est alors effectuée à la "
            "préfecture ou à la sous-préfecture, et à Paris à la préfecture de police "
            f"({short('ceseda-r431-3').removeprefix('l’')} "
            "du même code). Le préfet ne peut pas imposer un téléservice pour un tel titre "
            f"({cite('ce-461694')}).",
            facts=("request.title", "filing.channel"),
            sources=("ceseda-r431-2", "ceseda-r431-3", "ce-461694"),
            means=meaning_law.CE_461694,
        )


def _prescribed(case: Case) -> tuple[str, Message]:
    """Why the request goes through the teleservice, and what that means."""
    if case.on_list:
        return (
            "À ma connaissance, le titre demandé est de ceux qui se demandent au moyen du téléservice",
            _("À votre connaissance, ce titre se demande sur le site de l’État (« téléservice »)."),
        )
    if case.dossier.filing.confirmed:
        return (
            "La préfecture demande de déposer cette demande au moyen du téléservice",
            _("La préfecture demande de déposer sur le site de l’État (« téléservice »)."),
        )
    return (
        "Cette demande se fait au moyen du téléservice",
        _("Cette demande se fait sur le site de l’État (« téléservice »)."),
    )


def _documents_due(case: Case) -> Iterator[Block]:
    """The provision on the paper due after the filing, where that paper is asked for."""
    measure = case.dossier.measure
    if not (measure.provisional_document or case.measure is MeasureKind.PROVISIONAL_DOCUMENT):
        return
    due = paper_due(case)
    ident, beginning, whole = _PROVISIONS[due]
    text = extract(ident, beginning)
    once = "Une fois la demande enregistrée, un récépissé est dû. " if ident == "ceseda-r431-12" else ""
    facts = ("measure.kind", "measure.provisional_document", *DECIDES_PAPER)
    yield numbered(
        f"{once}Selon {article(ident)} :",
        facts=facts,
        sources=(ident,),
        means=(*((meaning_law.RECEIPT_DUE,) if once else ()), LAW_FOLLOWS),
    )
    yield _quote(ident, text if whole else _first_sentence(text), *meaning_law.PROVISIONS[due], facts=facts)
    if (
        ident == "ceseda-r431-12"
        and case.channel is Channel.DEMARCHE_NUMERIQUE
        and case.filed
        and case.renewal
    ):
        yield numbered(
            "Une demande de renouvellement complète, déposée par le site démarches-simplifiées, donne droit "
            f"à ce récépissé ({cite('ce-473349')}).",
            sources=("ce-473349",),
            means=meaning_law.CE_473349,
        )


# Where each paper is provided for: the source, how its paragraph begins, whether it is quoted whole.
_PROVISIONS = {
    Paper.RECEIPT: ("ceseda-r431-12", "L’étranger admis à souscrire", False),
    Paper.DEPOSIT: ("ceseda-r431-15-1", "Le dépôt d’une demande", False),
    Paper.EXTENSION: ("ceseda-r431-15-1", "Lorsque l’instruction d’une demande complète", False),
    Paper.EXTENSION_AGE: ("ceseda-r431-15-1", "Lorsque l’étranger mentionné", False),
    Paper.REFUGEE: ("ceseda-r431-15-3", "Dès la souscription", True),
    Paper.SUBSIDIARY: ("ceseda-r431-15-4", "Dès la souscription", True),
}


def no_obstacle(case: Case) -> Iterator[Block]:
    """No decision is known; or what is known, and why the measure does not touch it."""
    decisions = case.dossier.decisions
    sources: list[str] = []
    said = Said()
    if decisions.refusal is False and decisions.oqtf is False:
        said.add(
            f"Aucune décision n’a été prise, à ma connaissance, sur {case.voice.my_request}.",
            _("À votre connaissance, aucune décision n’a été prise sur la demande."),
        )
    if decisions.oqtf and decisions.oqtf_state is OqtfState.ANNULLED:
        said.add(
            "L’obligation de quitter le territoire français a été annulée : elle ne peut plus être exécutée.",
            _("L’OQTF a été annulée : elle ne peut plus être appliquée."),
        )
    condition = case.assessment.condition(ConditionId.NO_OBSTACLE)
    if case.filed and case.dossier.application.filed_on and condition.status is Status.MET:
        sources += ["ceseda-r432-1", "ceseda-r432-2"]
        said.add(
            "Le délai au bout duquel le silence de la préfecture vaut refus "
            f"(articles {short('ceseda-r432-1').removeprefix('l’article ')} et "
            f"{cite('ceseda-r432-2').removeprefix('article ')}) n’est pas terminé.",
            _("Après un certain délai, le silence de la préfecture veut dire « refus »."),
            _("Ce délai n’est pas fini."),
        )
    only_document = case.measure is MeasureKind.PROVISIONAL_DOCUMENT
    said.add(
        "La mesure demandée porte seulement sur le document remis pendant l’examen de la demande."
        if only_document
        else "La mesure demandée permet seulement d’enregistrer et d’examiner la demande.",
        _("L’ordre du juge concerne seulement le papier donné pendant l’étude de la demande.")
        if only_document
        else _("L’ordre du juge permet seulement d’enregistrer et d’étudier la demande."),
    )
    if not decisions.refusal and (not decisions.oqtf or decisions.oqtf_state is OqtfState.ANNULLED):
        said.add(
            "Elle ne fait obstacle à l’exécution d’aucune décision administrative.",
            _("Cet ordre n’empêche d’appliquer aucune décision de l’administration."),
        )
    yield numbered(
        said.text,
        facts=(
            "decisions.refusal",
            "decisions.oqtf",
            "decisions.oqtf_state",
            "application.filed_on",
            "measure.kind",
        ),
        sources=tuple(sources),
        means=said.means,
    )


def no_serious_dispute(case: Case) -> Iterator[Block]:
    """Right prefecture, papers ready, and the permit itself is not asked for."""
    yield numbered(
        f"{case.dwells} dans le département où exerce {case.place.the_prefect}. Le titre de séjour est "
        "délivré par le préfet du département de résidence et, à Paris, par le préfet de police "
        f"({cite('ceseda-r431-20')}).",
        facts=("residence.departement", "contact.address_kind"),
        sources=("ceseda-r431-20",),
        means=(
            yours(
                case,
                _("Vous vivez dans le département de ce préfet : {prefect}.", prefect=case.place.the_prefect),
                _(
                    "Votre enfant vit dans le département de ce préfet : {prefect}.",
                    prefect=case.place.the_prefect,
                ),
            ),
            *meaning_law.R431_20,
        ),
    )
    if case.permit is not None and case.permit.algerian:
        yield numbered(
            "Pour les ressortissants algériens, le droit au séjour est fixé par "
            f"l’{cite('accord-franco-algerien')}.",
            facts=("nationality.country", "request.title"),
            sources=("accord-franco-algerien",),
            means=meaning_law.ALGERIAN_AGREEMENT,
        )
    ready = (
        "Le dossier est prêt. "
        if case.dossier.request.papers is Readiness.ALL and case.filed is not True
        else ""
    )
    yield numbered(
        f"{ready}Je ne demande pas au juge de décider du droit au séjour. Le préfet garde le pouvoir "
        "d’examiner la demande et d’y répondre.",
        facts=("request.papers", "application.filed"),
        means=(
            *((_("Le dossier est prêt."),) if ready else ()),
            _("Vous ne demandez pas au juge de décider du droit de rester en France."),
            _("Le préfet garde le pouvoir d’étudier la demande et d’y répondre."),
        ),
    )


def subsidiarity(case: Case) -> Iterator[Block]:
    """Why L. 521-1 and L. 521-2 cannot give this measure (CE, Section, 5 February 2016)."""
    here = "" if case.dossier.decisions.refusal else "C’est le cas ici. "
    yield numbered(
        f"La procédure de {article('cja-l521-3')} ne peut être utilisée que si celles des articles L. 521-1 "
        f"et L. 521-2 ne permettent pas d’obtenir la mesure ({cite('ce-393540')}). {here}La suspension de "
        "l’article L. 521-1 suppose une décision : je ne demande pas de suspendre une décision. La "
        "procédure de l’article L. 521-2 suppose une atteinte grave et manifestement illégale à une liberté "
        "fondamentale et une décision en quarante-huit heures : ce n’est pas l’objet de cette requête.",
        facts=("decisions.refusal",),
        sources=("cja-l521-3", "cja-l521-1", "cja-l521-2", "ce-393540"),
        means=(
            *meaning_law.CE_393540,
            *((_("C’est le cas ici."),) if here else ()),
            *meaning_law.OTHER_PROCEDURES,
        ),
    )


def _quote(ident: str, text: str, *means: Message, facts: Facts = ()) -> Quotation:
    """The words of a source; `facts` are the answers that call for it, where not every case does."""
    return Quotation(inline(french.quoted(text)), facts=facts, sources=(ident,), means=means)


def _first_sentence(text: str) -> str:
    """The first sentence of a provision; article numbers hold full stops, so a capital must follow."""
    import re

    found = re.match(r".+?[a-zé]\.(?=\s[A-ZÉ]|$)", text)
    return found.group(0) if found else text
