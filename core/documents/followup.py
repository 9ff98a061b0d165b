"""Letters after the requete: withdrawal, new address, reply to the prefecture, the order, its execution.

Each takes the facts that only exist afterwards (number of the case, day of the order) as arguments: a letter
is not made with a gap in it. The reply says nothing that the dossier does not hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from core.documents import french, grammar, words
from core.documents.blocks import Block, Document, bold, heading, items, numbered, para, with_numbers
from core.documents.case import Case, address_lines, article, cite
from core.documents.letters import court_head, letter, prefecture_head
from core.documents.requete import signature
from core.dossier.values import Readiness
from core.i18n import _


class Argument(StrEnum):
    """What prefectures answer, and what can be said back.

    An implicit refusal or an OQTF is not among them: that answer calls for a lawyer, not for a model.
    """

    APPOINTMENT_GIVEN = "appointment_given"
    SITE_WORKS = "site_works"
    NO_SUPPORT_ASKED = "no_support_asked"
    NO_URGENCY = "no_urgency"
    INCOMPLETE = "incomplete"
    WRONG_CHANNEL = "wrong_channel"
    NORMAL_DELAY = "normal_delay"


# How the person recognises the argument in what the prefecture wrote.
ARGUMENT_LABELS = {
    Argument.APPOINTMENT_GIVEN: _("Un rendez-vous a déjà été donné."),
    Argument.SITE_WORKS: _("Le site internet fonctionne."),
    Argument.NO_SUPPORT_ASKED: _("Vous n’avez pas demandé d’aide."),
    Argument.NO_URGENCY: _("Ce n’est pas urgent."),
    Argument.INCOMPLETE: _("Votre dossier n’est pas complet."),
    Argument.WRONG_CHANNEL: _("Vous deviez déposer votre demande autrement."),
    Argument.NORMAL_DELAY: _("Le délai d’attente est normal."),
}


def withdrawal(case: Case, number: str, *, reason: str = "") -> Document:
    """The signed letter that ends the request (R. 636-1 CJA): the person no longer needs the measure."""

    def body() -> Iterator[Block]:
        yield para(
            f"Je me désiste de ma requête en référé n° {number} ({cite('cja-r636-1')}).",
            facts=("signature.court_number",),
            sources=("cja-r636-1",),
        )
        why = french.user_text(reason)
        if why:
            yield para(f"Raison : {french.as_sentence(why)}")

    return letter(case, "desistement", court_head(case), f"Désistement – requête n° {number}", body())


def new_address(case: Case, number: str) -> Document:
    """The letter that tells the registry the address now in the dossier."""

    def body() -> Iterator[Block]:
        yield para(
            f"Je vous informe de ma nouvelle adresse pour la requête n° {number}.",
            facts=("signature.court_number",),
        )
        yield para(f"Nouvelle adresse : {', '.join(address_lines(case))}.", facts=("contact.address",))

    return letter(
        case, "nouvelle-adresse", court_head(case), f"Changement d’adresse – requête n° {number}", body()
    )


def order_letter(case: Case, ordered_on: date, number: str) -> Document:
    """The letter that sends the prefecture the order and asks for its execution."""

    def body() -> Iterator[Block]:
        yield para(
            f"Par une ordonnance du {french.long_date(ordered_on)}, n° {number}, le juge des référés "
            f"{case.place.tribunal.of} vous a donné un ordre me concernant. Vous en trouverez une copie.",
            facts=("residence.departement",),
        )
        yield para(
            f"L’ordonnance prend effet le jour où vous en recevez notification ({cite('cja-r522-13')}). Je "
            "vous demande de l’exécuter dans le délai qu’elle fixe et de me dire comment.",
            sources=("cja-r522-13",),
        )

    return letter(
        case, "courrier-ordonnance", prefecture_head(case), f"Exécution de l’ordonnance n° {number}", body()
    )


def execution_request(
    case: Case, ordered_on: date, number: str, ended_on: date, *, penalty: bool
) -> Document:
    """The request to the tribunal when the time limit of the order has passed (L. 521-4, L. 911-4, L. 911-7).

    `ended_on`: last day of the time limit. `penalty`: whether the order already set a periodic penalty.
    Raises `ValueError` before the end of the time limit: R. 921-1-1 does not allow it yet.
    """
    if case.on <= ended_on:
        raise ValueError("the time limit of the order has not passed")
    name = grammar.signatory(case.dossier)
    blocks: list[Block] = [
        heading("Demande d’exécution d’une ordonnance de référé"),
        para(bold(f"Au juge des référés {case.place.tribunal.of}"), facts=("residence.departement",)),
        para("Demande de ", bold(name), f" contre l’État, pris en la personne {case.place.of_the_prefect}.",
             facts=("identity.family_name",)),
        para(f"Adresse : {', '.join(address_lines(case))}", facts=("contact.address",)),
        numbered(
            f"Par une ordonnance du {french.long_date(ordered_on)}, n° {number}, le juge des référés a donné "
            f"un ordre {case.place.to_the_prefect}. Le délai fixé s’est terminé le "
            f"{french.long_date(ended_on)}."
        ),
        numbered("À ce jour, l’ordonnance n’a pas été exécutée."),
        numbered(
            "La demande d’exécution d’une mesure d’urgence peut être présentée sans délai, une fois passé "
            f"le délai fixé par le juge ({cite('cja-r921-1-1')}). Le juge des référés peut aussi, au vu d’un "
            f"élément nouveau, modifier les mesures qu’il a ordonnées ({cite('cja-l521-4')}).",
            sources=("cja-r921-1-1", "cja-l521-4"),
        ),
        para(bold("Je demande au juge :")),
        items(
            f"d’assurer l’exécution de l’ordonnance, sur le fondement de {article('cja-l911-4')} ;",
            (
                f"de liquider l’astreinte déjà prononcée, sur le fondement de {article('cja-l911-7')}."
                if penalty
                else "d’ajouter une astreinte par jour de retard, sur le fondement de "
                     f"{article('cja-l911-3')}."
            ),
            sources=("cja-l911-4", "cja-l911-7" if penalty else "cja-l911-3"),
        ),
        signature(case),
    ]  # fmt: skip
    return Document(
        "demande-execution",
        "Demande d’exécution d’une ordonnance de référé",
        "fr",
        tuple(with_numbers(blocks)),
        running=f"Demande d’exécution – {name}",
    )


def can_answer(case: Case, argument: Argument) -> bool:
    """Whether the dossier holds something to say against the argument."""
    return any(True for _block in _ANSWERS[argument](case))


def reply(case: Case, number: str, arguments: Iterable[Argument]) -> Document:
    """A short answer to what the prefecture argues, from facts of the dossier alone.

    An argument that the dossier holds nothing against is left out. Raises `ValueError` where nothing is left.
    """
    name = grammar.signatory(case.dossier)
    answers: list[Block] = []
    for argument in dict.fromkeys(arguments):
        said = [block for block in _ANSWERS[argument](case) if block not in answers]
        answers += [heading(_TITLES[argument], 2), *said] if said else []
    if not answers:
        raise ValueError("the dossier holds nothing to say against these arguments")
    blocks: list[Block] = [
        heading(f"Réponse au mémoire du préfet – requête n° {number}"),
        para(bold(f"Au juge des référés {case.place.tribunal.of}"), facts=("residence.departement",)),
        para(
            "Réponse de ",
            bold(name),
            f" au mémoire {case.place.of_the_prefect}.",
            facts=("identity.family_name",),
        ),
        *answers,
        para("Je maintiens les demandes de ma requête."),
        signature(case),
    ]
    return Document(
        "reponse",
        f"Réponse au mémoire du préfet – requête n° {number}",
        "fr",
        tuple(with_numbers(blocks)),
        running=f"Réponse – requête n° {number} – {name}",
    )


def _appointment_given(case: Case) -> Iterator[Block]:
    appointment = case.dossier.appointment
    if appointment.given and appointment.on and appointment.too_late:
        yield numbered(
            f"Le rendez-vous proposé est fixé au {french.long_date(appointment.on)}. Cette date est trop "
            "lointaine pour ma situation : la mesure demandée reste utile.",
            facts=("appointment.on", "appointment.too_late"),
        )


def _site_works(case: Case) -> Iterator[Block]:
    exact = sorted(
        (a for a in case.dossier.attempts if a.on and not a.approximate), key=lambda a: a.on or case.on
    )
    if exact and exact[-1].on:
        last = exact[-1]
        numbers = case.exhibits(last.id)
        yield numbered(
            "Le préfet soutient que le site fonctionne. Mon dernier essai date du "
            f"{french.long_date(exact[-1].on)}"
            f"{french.in_brackets(numbers)} : le blocage existait encore.",
            facts=(f"attempts[{case.dossier.attempts.index(last)}]",),
            exhibits=numbers,
        )


def _no_support_asked(case: Case) -> Iterator[Block]:
    for contact in case.dossier.contacts:
        if contact.on:
            numbers = case.exhibits(contact.id)
            day = french.on_day(contact.on, contact.approximate)
            did = words.CONTACTS.get(contact.kind, "j’ai demandé de l’aide")
            yield numbered(
                f"{day[0].upper()}{day[1:]}, {did}{french.in_brackets(numbers)}.",
                facts=(f"contacts[{case.dossier.contacts.index(contact)}]",),
                exhibits=numbers,
            )


def _no_urgency(case: Case) -> Iterator[Block]:
    permit = case.dossier.permit
    if case.renewal:
        end = (
            f" Mon document {'a expiré' if permit.expires_on < case.on else 'expire'} le "
            f"{french.long_date(permit.expires_on)}."
            if permit.expires_on
            else ""
        )
        yield numbered(
            "Ma demande est un renouvellement. L’urgence est alors en principe constatée "
            f"({cite('ce-453391')}).{end}",
            facts=("request.kind", "permit.expires_on"),
            sources=("ce-453391",),
        )
    yield from _effects(case)


def _effects(case: Case) -> Iterator[Block]:
    for index, consequence in enumerate(case.dossier.consequences):
        what = french.user_text(consequence.what)
        if what and consequence.on:
            numbers = case.exhibits(consequence.id)
            yield numbered(
                f"Le {french.long_date(consequence.on)} : "
                f"{french.without_stop(what)}{french.in_brackets(numbers)}.",
                facts=(f"consequences[{index}]",),
                exhibits=numbers,
            )


def _incomplete(case: Case) -> Iterator[Block]:
    if case.dossier.request.papers is Readiness.ALL and case.filed is not True:
        yield numbered(
            "Le rendez-vous demandé sert à déposer la demande. Tous les documents demandés sont prêts.",
            facts=("request.papers",),
        )


def _wrong_channel(case: Case) -> Iterator[Block]:
    way = words.WAYS.get(case.dossier.filing.channel)
    told = french.user_text(case.dossier.filing.confirmed_by)
    if way and told and case.dossier.filing.confirmed:
        yield numbered(
            f"{way}. Information donnée par : {french.as_sentence(told)}",
            facts=("filing.channel", "filing.confirmed_by"),
        )


_TITLES = {
    Argument.APPOINTMENT_GIVEN: "Le rendez-vous proposé",
    Argument.SITE_WORKS: "Le fonctionnement du site",
    Argument.NO_SUPPORT_ASKED: "L’aide demandée",
    Argument.NO_URGENCY: "L’urgence",
    Argument.INCOMPLETE: "Le dossier",
    Argument.WRONG_CHANNEL: "La façon de déposer la demande",
    Argument.NORMAL_DELAY: "Les effets du délai",
}
_ANSWERS = {
    Argument.APPOINTMENT_GIVEN: _appointment_given,
    Argument.SITE_WORKS: _site_works,
    Argument.NO_SUPPORT_ASKED: _no_support_asked,
    Argument.NO_URGENCY: _no_urgency,
    Argument.INCOMPLETE: _incomplete,
    Argument.WRONG_CHANNEL: _wrong_channel,
    Argument.NORMAL_DELAY: _effects,
}
