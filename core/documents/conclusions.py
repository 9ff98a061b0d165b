"""What is asked of the judge: in one sentence for the object, in numbered demands at the end.

Never the permit itself, never damages. The periodic penalty and the costs stand only where asked for.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.documents import french
from core.documents.blocks import Block, Inline, Items, Means, Paragraph, bold, heading, inline, para
from core.documents.case import Case, article
from core.documents.meaning import asked_for, delay, shown, yours
from core.documents.papers import DECIDES_PAPER, provisional_document, provisional_means
from core.dossier import evidence
from core.dossier.values import Channel, MeasureKind
from core.i18n import Message, _

_MONEY = (
    "measure.penalty", "measure.penalty_eur_per_day", "measure.costs", "measure.costs_cents",
    "measure.costs_paper",
)  # fmt: skip


def object_sentence(case: Case) -> Paragraph:
    """The object of the request in one sentence."""
    what, sources = main_order(case)
    return para(
        f"Je demande au juge des référés d’ordonner {case.place.to_the_prefect} {what}.",
        facts=_asked(case),
        sources=sources,
        means=(*_order_means(case), *_delay_means(case)),
    )


def _asked(case: Case) -> tuple[str, ...]:
    """The answers in `main_order`."""
    always = ("measure.kind", "measure.delay_days", "residence.departement")
    match case.measure:
        case MeasureKind.PROVISIONAL_DOCUMENT:
            return (*always, *DECIDES_PAPER)
        case MeasureKind.EARLIER_DATE:
            return (*always, "appointment.on", *case.requested)
        case _:
            return (*always, *case.requested)


def main_order(case: Case) -> tuple[str, tuple[str, ...]]:
    """« de me convoquer, dans un délai de 15 jours, pour … » and the sources it names."""
    delay = f", {case.order}," if case.order else ""
    child = " avec mon enfant" if case.voice.parent else ""
    request = case.the_request
    match case.measure:
        case MeasureKind.SUBSTITUTION:
            return (
                f"de me convoquer{child}{delay} pour l’enregistrement de {request} au titre de la solution "
                f"de substitution prévue à {article('ceseda-r431-2')}",
                ("ceseda-r431-2",),
            )
        case MeasureKind.APPOINTMENT:
            return f"de me fixer{delay} un rendez-vous pour le dépôt de {request}", ()
        case MeasureKind.EARLIER_DATE:
            given = case.dossier.appointment.on
            instead = f" que celui du {french.long_date(given)}" if given else ""
            return f"de me fixer{delay} un rendez-vous plus proche{instead}, pour le dépôt de {request}", ()
        case MeasureKind.REGISTRATION:
            return f"d’enregistrer{delay or ''} {request}", ()
        case MeasureKind.PROVISIONAL_DOCUMENT:
            document, sources = provisional_document(case)
            return f"de {case.voice.to_me}remettre{case.voice.to_child}{delay} {document}", sources


def _order_means(case: Case) -> Means:
    """What the judge is asked to order, the name of the request included."""
    first: Message
    prefect = _("L’ordre est pour : {prefect}.", prefect=case.place.the_prefect)
    request = (_("Le nom de la demande : {request}.", request=case.request_name), *asked_for(case))
    match case.measure:
        case MeasureKind.SUBSTITUTION:
            first = yours(
                case,
                _("Vous demandez cet ordre du juge : vous convoquer à la préfecture."),
                _("Vous demandez cet ordre du juge : vous convoquer à la préfecture avec votre enfant."),
            )
            goal = _(
                "Le but : enregistrer la demande autrement que par le site (« solution de substitution »)."
            )
            return first, prefect, goal, *request
        case MeasureKind.APPOINTMENT:
            first = _("Vous demandez cet ordre du juge : vous donner un rendez-vous pour déposer la demande.")
        case MeasureKind.EARLIER_DATE:
            first = _("Vous demandez cet ordre du juge : vous donner un rendez-vous plus proche.")
            given = case.dossier.appointment.on
            if given:
                return first, _("Vous avez maintenant un rendez-vous le {day}.", day=given), prefect, *request
        case MeasureKind.REGISTRATION:
            first = _("Vous demandez cet ordre du juge : enregistrer la demande.")
        case MeasureKind.PROVISIONAL_DOCUMENT:
            first = yours(
                case,
                _("Vous demandez cet ordre du juge : vous donner un papier."),
                _("Vous demandez cet ordre du juge : donner un papier à votre enfant."),
            )
            return first, prefect, *provisional_means(case)
    return first, prefect, *request


def _delay_means(case: Case) -> Means:
    days = case.dossier.measure.delay_days
    return () if days is None else (_("Le délai demandé : {delay}.", delay=delay(days)),)


def conclusions(case: Case) -> Iterator[Block]:
    """« Par ces motifs », the demands, in the order of their importance."""
    demands: list[Inline] = []
    means: list[Means] = []
    sources: list[str] = []
    what, named = main_order(case)
    after = " à compter de la notification de l’ordonnance"
    if case.order:
        what = what.replace(case.order, f"{case.order}{after}", 1)
    demands.append(inline(f"d’ordonner {case.place.to_the_prefect} {what} ;"))
    counted = _("Le délai commence quand la préfecture reçoit la décision du juge (ordonnance).")
    means.append((*_order_means(case), *_delay_means(case), *((counted,) if case.order else ())))
    sources += named
    facts = _asked(case)
    measure = case.dossier.measure
    if measure.provisional_document and case.measure is not MeasureKind.PROVISIONAL_DOCUMENT:
        document, named = provisional_document(case)
        demands.append(
            inline(
                f"d’ordonner {case.place.to_the_prefect} de {case.voice.to_me}remettre{case.voice.to_child}, "
                f"dès l’enregistrement de la demande complète, {document} ;"
            )
        )
        means.append(
            (
                yours(
                    case,
                    _("Vous demandez aussi un papier, dès que la demande complète est enregistrée."),
                    _(
                        "Vous demandez aussi un papier pour votre enfant, dès que la demande complète est "
                        "enregistrée."
                    ),
                ),
                _("L’ordre est pour : {prefect}.", prefect=case.place.the_prefect),
                *provisional_means(case),
            )
        )
        sources += named
        facts += ("measure.provisional_document", *DECIDES_PAPER)
    if measure.penalty and measure.penalty_eur_per_day:
        demands.append(
            inline(
                f"à titre complémentaire, d’assortir cette injonction d’une astreinte de "
                f"{french.euros(measure.penalty_eur_per_day)} par jour de retard, sur le fondement de "
                f"{article('cja-l911-3')} ;"
            )
        )
        means.append(
            (
                _("Vous demandez aussi une somme pour chaque jour de retard (« astreinte »)."),
                _("La somme par jour : {amount}.", amount=french.euros(measure.penalty_eur_per_day)),
            )
        )
        sources.append("cja-l911-3")
    exhibits: tuple[int, ...] = ()
    if measure.costs and measure.costs_cents:
        exhibits = case.exhibits(evidence.COSTS)
        paper = french.user_text(measure.costs_paper)
        detail = f" ({paper})" if paper else ""
        demands.append(
            inline(
                f"de mettre à la charge de l’État la somme de {french.euros_of_cents(measure.costs_cents)}, "
                f"qui correspond à mes frais{detail}{french.in_brackets(exhibits)}, au titre de "
                f"{article('cja-l761-1')} ;"
            )
        )
        means.append(
            (
                _(
                    "Vous demandez que l’État paie vos frais : {amount}.",
                    amount=french.euros_of_cents(measure.costs_cents),
                ),
                *((_("Le papier de ces frais : {paper}.", paper=paper),) if paper else ()),
                *shown(exhibits),
            )
        )
        sources.append("cja-l761-1")
    last = demands[-1][-1]
    demands[-1] = (*demands[-1][:-1], type(last)(last.text.removesuffix("\N{NO-BREAK SPACE};") + "."))
    yield heading("Ce que je demande au juge", 1, _("Ce que vous demandez au juge"))
    yield para(
        bold("Par ces motifs, je demande au juge des référés :"),
        facts=("measure.kind",),
        means=(_("Pour toutes ces raisons, voici ce que vous demandez au juge des référés."),),
    )
    yield Items(
        tuple(demands),
        tuple(f"{n}°" for n in range(1, len(demands) + 1)) if len(demands) > 1 else (),
        facts=tuple(dict.fromkeys((*facts, *_MONEY))),
        sources=tuple(dict.fromkeys(sources)),
        exhibits=exhibits,
        means=tuple(means),
    )


def is_site(channel: Channel | None) -> bool:
    """Whether the filing way is a site on the internet."""
    return channel in (Channel.ANEF, Channel.BOOKING_SITE, Channel.DEMARCHE_NUMERIQUE)
