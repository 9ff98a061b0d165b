"""The chronology: the table of attempts, every dated event, and the picture of the weeks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from core.documents import french, grammar, words
from core.documents.blocked import attempts_table
from core.documents.blocks import Block, Document, Table, bold, heading, inline, para
from core.documents.case import HELD, Case, cite, held_name
from core.documents.timeline import picture
from core.dossier import evidence


@dataclass(frozen=True)
class Event:
    """Something that happened on a day. `approximate` days are shown « vers le »."""

    on: date
    what: str
    exhibits: tuple[int, ...]
    facts: tuple[str, ...]
    approximate: bool = False


def chronology(case: Case) -> Document:
    """The chronology of the case, as an annex to the requete."""
    return Document(
        "chronologie",
        "Chronologie",
        "fr",
        tuple(_blocks(case)),
        running=f"Chronologie – {grammar.signatory(case.dossier)}",
    )


def _blocks(case: Case) -> Iterator[Block]:
    yield heading("Chronologie")
    yield para(
        "Annexe à la requête en référé (",
        cite("cja-l521-3"),
        ") de ",
        bold(grammar.signatory(case.dossier)),
        facts=case.signed_by,
        sources=("cja-l521-3",),
    )
    if case.dossier.attempts:
        yield heading("Les essais", 2)
        yield attempts_table(case)
    told = events(case)
    if told:
        yield heading("Les dates", 2)
        yield Table(
            ("Date", "Fait", "Pièce"),
            tuple(
                (
                    inline(french.table_day(event.on, event.approximate)),
                    inline(event.what),
                    inline(f"n° {french.spans(event.exhibits)}" if event.exhibits else "–"),
                )
                for event in told
            ),
            (36.0, 80.0, 14.0),
            facts=tuple(dict.fromkeys(path for event in told for path in event.facts)),
            exhibits=tuple(sorted({n for event in told for n in event.exhibits})),
        )
    figure = picture(case)
    if figure is not None:
        yield heading("Les semaines", 2)
        yield figure


def events(case: Case) -> tuple[Event, ...]:
    """Every dated fact except the attempts, which have their own table; in order of date."""
    return tuple(sorted(_events(case), key=lambda event: event.on))


def _events(case: Case) -> Iterator[Event]:
    dossier = case.dossier
    permit, application, appointment = dossier.permit, dossier.application, dossier.appointment
    if permit.document is not None:
        name = held_name(case)
        if permit.issued_on:
            yield Event(
                permit.issued_on,
                f"Délivrance : {name}",
                case.exhibits(evidence.PERMIT),
                ("permit.issued_on", *HELD),
            )
        if permit.expires_on:
            yield Event(
                permit.expires_on,
                f"Fin de validité : {name}",
                case.exhibits(evidence.PERMIT),
                ("permit.expires_on", *HELD),
            )
    if dossier.nationality.protection_on:
        yield Event(
            dossier.nationality.protection_on,
            "Décision accordant la protection",
            case.exhibits(evidence.PROTECTION),
            ("nationality.protection_on",),
        )
    for index, contact in enumerate(dossier.contacts):
        if contact.on is None:
            continue
        did = words.CONTACTS.get(contact.kind, "j’ai demandé de l’aide")
        answer = words.ANSWERS.get(contact.answer, "")
        what = f"{did[0].upper()}{did[1:]}.{f' {answer}' if answer else ''}"
        yield Event(
            contact.on, what, case.exhibits(contact.id), (f"contacts[{index}]",), bool(contact.approximate)
        )
    for day, what, fact, path in (
        (
            application.filed_on if case.filed else None,
            "Dépôt de la demande",
            evidence.APPLICATION,
            "application.filed_on",
        ),
        (
            application.documents_asked_on,
            "La préfecture demande des documents",
            "",
            "application.documents_asked_on",
        ),
        (application.closed_on, "Clôture de la demande", "", "application.closed_on"),
        (
            application.receipt_until,
            "Fin de validité du document remis après le dépôt",
            evidence.RECEIPT,
            "application.receipt_until",
        ),
        (
            appointment.earlier_asked_on,
            "Demande d’un rendez-vous plus proche",
            "",
            "appointment.earlier_asked_on",
        ),
        (
            appointment.on if appointment.given else None,
            "Rendez-vous donné par la préfecture",
            evidence.APPOINTMENT,
            "appointment.on",
        ),
    ):
        if day is not None:
            yield Event(day, what, case.exhibits(fact) if fact else (), (path,))
    for index, consequence in enumerate(dossier.consequences):
        what = french.user_text(consequence.what)
        if consequence.on is not None and what:
            kind = words.CONSEQUENCES.get(consequence.kind, "Effet")
            yield Event(
                consequence.on,
                f"{kind} : {french.as_sentence(what)}",
                case.exhibits(consequence.id),
                (f"consequences[{index}]",),
            )
