"""Usefulness in the requete: the attempts, the help sought, and that nothing else remains."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents import french
from core.documents.blocks import Block, numbered
from core.documents.case import GOAL, Case, cite, goal, of, short
from core.documents.meaning import RULED, shown
from core.dossier.values import Channel, ContactKind, MeasureKind
from core.i18n import Message, _, ngettext
from core.law.facts import CONTACT_CENTRE, PREFECTURE_CONTACTS
from core.law.periods import week_of


def usefulness(case: Case) -> Iterator[Block]:
    """Attempts, help sought, and that nothing else remains."""
    dossier = case.dossier
    exact = [a.on for a in dossier.attempts if a.on is not None and not a.approximate]
    weeks = len({week_of(day) for day in exact})
    numbers = case.exhibits(*(a.id for a in dossier.attempts))
    if weeks > 1:
        yield numbered(
            f"J’ai constaté le blocage dans {weeks} semaines différentes{french.in_brackets(numbers)}. Je "
            f"n’ai pas pu {goal(case)}.",
            facts=("attempts", *GOAL),
            exhibits=numbers,
            means=(
                ngettext(
                    "Vous avez vu le blocage dans {number} semaine.",
                    "Vous avez vu le blocage dans {number} semaines différentes.",
                    weeks,
                ),
                *shown(numbers),
                _not_reached(case),
            ),
        )
    elif exact:
        yield numbered(
            f"J’ai essayé sans pouvoir {goal(case)}{french.in_brackets(numbers)}.",
            facts=("attempts", *GOAL),
            exhibits=numbers,
            means=(_("Vous avez essayé."), _not_reached(case), *shown(numbers)),
        )
    booking = case.exhibits(*(a.id for a in dossier.attempts if a.channel is Channel.BOOKING_SITE))
    if booking:
        yield numbered(
            "Les captures d’écran d’un site de rendez-vous ne portent pas de nom, parce que la page qui "
            "annonce l’absence de créneau s’affiche avant que l’usager donne son identité. Elles sont "
            f"pourtant des éléments de preuve ({cite('ce-448178')}).",
            facts=("attempts",),
            sources=("ce-448178",),
            exhibits=booking,
            means=(
                _("Sur la capture d’un site de rendez-vous, il n’y a pas de nom."),
                _("C’est normal : le site dit « pas de rendez-vous » avant de demander le nom."),
                _("Ces captures sont quand même des éléments de preuve."),
                RULED,
                *shown(booking),
            ),
        )
    yield from _diligence(case)
    if case.measure is MeasureKind.PROVISIONAL_DOCUMENT:
        yield numbered(
            "La mesure demandée me donnerait le document prévu par les textes.",
            facts=("measure.kind",),
            means=(_("L’ordre du juge vous donnerait le papier prévu par la loi."),),
        )
    elif case.measure is MeasureKind.EARLIER_DATE:
        yield numbered(
            "La mesure demandée est donc utile : je ne connais pas d’autre moyen d’obtenir un rendez-vous à "
            "temps.",
            facts=("measure.kind", "attempts", "contacts"),
            means=(
                _("Vous ne connaissez pas d’autre moyen d’avoir un rendez-vous à temps."),
                _("C’est pour cela que l’ordre du juge est utile."),
            ),
        )
    else:
        yield numbered(
            "La mesure demandée est donc utile : je ne connais pas d’autre moyen de faire enregistrer "
            f"{case.voice.my_request}.",
            facts=("measure.kind", "attempts", "contacts"),
            means=(
                _("Vous ne connaissez pas d’autre moyen de faire enregistrer la demande."),
                _("C’est pour cela que l’ordre du juge est utile."),
            ),
        )


def _not_reached(case: Case) -> Message:
    """What the attempts did not bring: the same goals as `goal`."""
    if case.filed:
        return _("Vous n’avez pas pu obtenir le papier demandé.")
    if case.channel in (Channel.BOOKING_SITE, Channel.COUNTER):
        return _("Vous n’avez pas pu obtenir un rendez-vous.")
    return _("Vous n’avez pas pu déposer la demande.")


_ASKED_CENTRE = _("Vous avez demandé de l’aide au centre de contact citoyens.")
_ASKED_DESK = _("Vous avez demandé de l’aide au point d’accueil numérique.")
_ASKED_PREFECTURE = _("Vous avez demandé de l’aide à la préfecture.")


def _diligence(case: Case) -> Iterator[Block]:
    contacts = case.dossier.contacts
    centre = [c for c in contacts if c.kind in CONTACT_CENTRE]
    desk = [c for c in contacts if c.kind is ContactKind.DIGITAL_ACCESS_POINT]
    prefecture = [c for c in contacts if c.kind in PREFECTURE_CONTACTS]
    support = [
        words
        for words, told in (("au centre de contact citoyens", centre), ("au point d’accueil numérique", desk))
        if told
    ]
    support_means = tuple(words for words, told in ((_ASKED_CENTRE, centre), (_ASKED_DESK, desk)) if told)
    if support and case.teleservice and not case.filed:
        numbers = case.exhibits(*(c.id for c in centre + desk))
        yield numbered(
            f"J’ai demandé de l’aide {french.listed(support)}{french.in_brackets(numbers)}. C’est "
            "l’accompagnement "
            f"que prévoit {short('ceseda-r431-2')}. Il n’a pas permis "
            f"{of(goal(case))}.",
            facts=("contacts", *GOAL),
            sources=("ceseda-r431-2",),
            exhibits=numbers,
            means=(
                *support_means,
                *shown(numbers),
                _("C’est l’aide que la loi prévoit."),
                _("Cette aide n’a pas suffi."),
                _not_reached(case),
            ),
        )
        asked, also = prefecture, "aussi "
    else:
        asked, also = centre + desk + prefecture, ""
    if not asked:
        return
    numbers = case.exhibits(*(c.id for c in asked))
    where = french.listed([*([] if also else support), *(["à la préfecture"] if prefecture else [])])
    yield numbered(
        f"J’ai {also}demandé de l’aide {where}{french.in_brackets(numbers)}. Cela n’a pas permis "
        f"{of(goal(case))}.",
        facts=("contacts", *GOAL),
        exhibits=numbers,
        means=(
            *(() if also else support_means),
            *((_ASKED_PREFECTURE,) if prefecture else ()),
            *shown(numbers),
            _("Cela n’a pas suffi."),
            _not_reached(case),
        ),
    )
