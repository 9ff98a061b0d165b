"""Letters before the requete: to the prefecture, to the contact centre, and the words to say on the phone.

They state facts, ask for a way to file, and never ask for the permit itself: a letter that did could make
a decision. Court French, plain `str`: French offices read them.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.documents import french, grammar, words
from core.documents.blocks import Block, Document, Items, Paragraph, Style, bold, heading, inline, items, para
from core.documents.case import GOAL, NAMED, Case, address_lines, article, goal
from core.documents.papers import DECIDES_PAPER, provisional_document
from core.documents.requete import signature
from core.dossier.model import Attempt
from core.dossier.values import ContactKind, MeasureKind, Readiness
from core.i18n import render
from core.law.action_plan import phone_script


def prefecture_letter(case: Case) -> Document:
    """The letter or e-mail that asks the prefecture for a way to file, before the judge is asked."""
    return letter(case, "courrier-prefecture", prefecture_head(case), _object(case), _prefecture_body(case))


def contact_centre_message(case: Case) -> Document:
    """What to write in the contact centre's form and what to say on the phone (arrete of 1 August 2023)."""
    return Document(
        "message-centre-contact",
        "Message pour le centre de contact citoyens",
        "fr",
        tuple(_contact_centre(case)),
        running=f"Centre de contact citoyens – {grammar.signatory(case.dossier)}",
    )


def letter(case: Case, name: str, head: tuple[str, ...], about: str, body: Iterator[Block]) -> Document:
    """A letter: sender, addressee, object, body, signature."""
    return Document(
        name,
        about,
        "fr",
        (
            _sender(case),
            para("\n".join(head), style=Style.RIGHT, facts=("residence.departement",)),
            para(bold("Objet :"), f" {about}", facts=("measure.kind",)),
            para("Madame, Monsieur,"),
            *body,
            para(
                "Je vous remercie de votre réponse écrite et vous prie d’agréer mes salutations "
                "respectueuses."
            ),
            signature(case),
        ),
        running=f"{about} – {grammar.signatory(case.dossier)}",
    )


def _sender(case: Case) -> Paragraph:
    contact, identity = case.dossier.contact, case.dossier.identity
    lines = list(address_lines(case))
    for label, text in (
        ("Téléphone", contact.phone),
        ("Courriel", contact.email),
        ("Numéro étranger", identity.foreigner_number),
    ):
        if french.user_text(text):
            lines.append(f"{label} : {french.user_text(text)}")
    return para(
        bold(grammar.signatory(case.dossier)),
        *(f"\n{line}" for line in lines),
        style=Style.BLOCK,
        facts=(
            *case.signed_by,
            "contact.address",
            "contact.phone",
            "contact.email",
            "identity.foreigner_number",
        ),
    )


def prefecture_head(case: Case) -> tuple[str, ...]:
    """The addressee. The street is left to the person: the table's addresses are to be checked."""
    prefect = case.place.of_the_prefect
    return (f"À l’attention {prefect}", "Service des étrangers", case.place.prefecture_city)


def court_head(case: Case) -> tuple[str, ...]:
    """The registry of the tribunal."""
    return (f"Greffe {case.place.tribunal.of}", case.place.tribunal.city)


def _object(case: Case) -> str:
    match case.measure:
        case MeasureKind.SUBSTITUTION:
            return "Demande de solution de substitution au téléservice"
        case MeasureKind.EARLIER_DATE:
            return "Demande d’un rendez-vous plus proche"
        case MeasureKind.REGISTRATION:
            return "Demande d’enregistrement de mon dossier"
        case MeasureKind.PROVISIONAL_DOCUMENT:
            return "Demande du document provisoire prévu pendant l’instruction"
        case MeasureKind.APPOINTMENT:
            return "Demande de rendez-vous pour déposer un dossier"


def _prefecture_body(case: Case) -> Iterator[Block]:
    yield from _who(case)
    if case.filed is not True and case.measure is not MeasureKind.EARLIER_DATE:
        yield from _blocked(case)
    yield _asking(case)
    if case.dossier.request.papers is Readiness.ALL and case.filed is not True:
        yield para("Mon dossier est prêt.", facts=("request.papers",))
    shown = case.filed is not True and case.measure is not MeasureKind.EARLIER_DATE
    if shown and any(a.proof for a in case.dossier.attempts):
        yield para("Je joins une copie des captures d’écran.", facts=("attempts",))


def _who(case: Case) -> Iterator[Block]:
    child = f" pour mon enfant {grammar.full_name(case.dossier)}" if case.voice.parent else ""
    if case.filed:
        application = case.dossier.application
        when = f" {french.on_day(application.filed_on)}" if application.filed_on else ""
        number = french.user_text(application.number)
        under = f", sous le numéro {number}" if number else ""
        yield para(
            f"J’ai déposé{child} une {case.request_name}{when}{under}.",
            facts=(*case.requested, "application.filed_on", "application.number"),
        )
        return
    yield para(
        f"Je souhaite déposer{child} une {case.request_name}.", facts=(*case.requested, "application.filed")
    )
    expiry = case.dossier.permit.expires_on
    if expiry:
        verb = "a expiré" if expiry < case.on else "expire"
        whose = "Le document actuel de mon enfant" if case.voice.parent else "Mon document actuel"
        yield para(f"{whose} {verb} le {french.long_date(expiry)}.", facts=("permit.expires_on",))


def _blocked(case: Case) -> Iterator[Block]:
    block = case.dossier.blockage
    site = words.SITES.get(case.channel)
    message = french.user_text(block.message)
    if case.dossier.attempts:
        where = f" sur {site}" if site else ""
        step = f" : le blocage se produit {words.STEPS[block.step]}" if block.step else ""
        yield para(f"Je n’arrive pas à {goal(case)}{where}{step}.", facts=("blockage.step", *GOAL))
    if message and block.exact_words:
        yield para(
            f"Le site affiche ce message : {french.quoted_sentence(message)}",
            facts=("blockage.message", "blockage.exact_words"),
        )
    elif message:
        yield para(
            f"Voici ce que dit le site, en résumé : {french.as_sentence(message)}",
            facts=("blockage.message", "blockage.exact_words"),
        )
    dated = sorted((a for a in case.dossier.attempts if a.on), key=lambda a: a.on or case.on)
    if dated:
        yield para("J’ai essayé à ces dates :", facts=("attempts",))
        yield Items(
            tuple(inline(_moment(a)) for a in dated),
            facts=tuple(f"attempts[{case.dossier.attempts.index(a)}]" for a in dated),
        )
    for contact in sorted(case.dossier.contacts, key=lambda c: c.on or case.on):
        if contact.on and contact.kind is not ContactKind.PREFECTURE_LETTER:
            day = french.on_day(contact.on, contact.approximate)
            did = words.CONTACTS.get(contact.kind, "j’ai demandé de l’aide")
            ticket = french.user_text(contact.ticket)
            yield para(
                f"{day[0].upper()}{day[1:]}, {did}{f' (référence : {ticket})' if ticket else ''}.",
                facts=(f"contacts[{case.dossier.contacts.index(contact)}]",),
            )


def _moment(attempt: Attempt) -> str:
    day = french.table_day(attempt.on, attempt.approximate)
    return f"{day}, {french.clock(attempt.at)}" if attempt.at else day


def _asking(case: Case) -> Block:
    request = case.voice.my_request
    match case.measure:
        case MeasureKind.SUBSTITUTION:
            return para(
                f"Je vous demande de me convoquer pour l’enregistrement de {request}, au titre de la "
                f"solution de substitution prévue à {article('ceseda-r431-2')}.",
                facts=("measure.kind",),
                sources=("ceseda-r431-2",),
            )
        case MeasureKind.EARLIER_DATE:
            given = case.dossier.appointment.on
            instead = f" Celui du {french.long_date(given)} est trop lointain." if given else ""
            return para(
                f"Je vous demande un rendez-vous plus proche.{instead}",
                facts=("measure.kind", "appointment.on"),
            )
        case MeasureKind.REGISTRATION:
            return para(f"Je vous demande d’enregistrer {request}.", facts=("measure.kind",))
        case MeasureKind.PROVISIONAL_DOCUMENT:
            document, sources = provisional_document(case)
            return para(
                f"Je vous demande de {case.voice.to_me}remettre{case.voice.to_child} {document}.",
                facts=("measure.kind", *DECIDES_PAPER),
                sources=sources,
            )
        case MeasureKind.APPOINTMENT:
            return para(f"Je vous demande un rendez-vous pour déposer {request}.", facts=("measure.kind",))


def _contact_centre(case: Case) -> Iterator[Block]:
    name = grammar.full_name(case.dossier)
    step = case.dossier.blockage.step
    message = french.user_text(case.dossier.blockage.message)
    yield heading("Message pour le formulaire")
    yield para("Bonjour,")
    yield para(
        f"Je souhaite déposer une {case.request_name}, au nom de {name}.",
        facts=(*case.requested, *NAMED),
    )
    number = french.user_text(case.dossier.identity.foreigner_number)
    if number:
        yield para(f"Numéro étranger : {number}.", facts=("identity.foreigner_number",))
    if step is not None:
        yield para(f"Le site me bloque {words.STEPS[step]}.", facts=("blockage.step",))
    if message:
        shown = french.quoted_sentence(message) if case.dossier.blockage.exact_words else message
        yield para(
            f"Le site affiche : {french.as_sentence(shown)}",
            facts=("blockage.message", "blockage.exact_words"),
        )
    yield para(
        "Je vous demande de corriger ce problème, ou de signaler à la préfecture que je ne peux pas "
        "utiliser le site. Merci de me donner un numéro de demande et une réponse écrite."
    )
    yield heading("Au téléphone")
    yield items(
        f"Votre nom : {name}.",
        *(french.user_text(render(line)) for line in phone_script(case.dossier)),
        facts=(*NAMED, "request.need", "blockage.message", "blockage.exact_words"),
    )
    yield para("Écrivez aussi par le formulaire le même jour : cela laisse une trace.")
