"""Over any dossier: every given fact is on the paper, nothing else is, and every exhibit is referred to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from core.documents.blocks import exhibits_of, texts
from core.documents.bundle import bundle
from core.documents.case import Case, missing
from core.documents.french import user_text
from core.documents.render_pdf import pdf
from core.documents.requete import requete
from core.dossier.evidence import numbered_exhibits
from core.dossier.model import Address, Dossier, Part
from core.dossier.paths import put
from core.dossier.values import DocumentKind, Role
from core.i18n import long_date
from tests.documents.extraction import squeezed, words_of_pdf
from tests.documents.stories import case_of, with_answers
from tests.dossier.strategies import dossiers
from tests.dossier.strategies import texts as any_texts

ON = date(2026, 11, 23)
FREE_TEXTS = frozenset(
    [
        "family_name",
        "given_names",
        "usage_name",
        "other_spelling",
        "other_spelling_on",
        "birth_place",
        "foreigner_number",
        "care_of",
        "street",
        "extra",
        "city",
        "phone",
        "email",
        "commune",
        "office",
        "label",
        "message",
        "code",
        "result",
        "ticket",
        "answer_text",
        "number",
        "what",
        "paper",
        "key_date_reason",
        "late_text",
        "costs_paper",
        "title",
        "place",
        "court_number",
        "confirmed_by",
        "missing_papers",
        "postal_code",
        "earlier_refere_number",
    ]
)


@st.composite
def printable_dossiers(draw: Any) -> Dossier:
    """Dossiers with a name, an address and a departement of the metropole, anything else open."""
    dossier: Dossier = draw(dossiers())
    for path, value in (
        ("identity.family_name", draw(any_texts())),
        ("contact.address", Address(street=draw(any_texts()), city=draw(any_texts()), postal_code="92000")),
        ("residence.departement", draw(st.sampled_from(["75", "92", "01", "2A", "973"]))),
    ):
        dossier = put(dossier, path, value)
    if dossier.identity.role is Role.PARENT:
        dossier = put(dossier, "representative.family_name", draw(any_texts()))
    return dossier


def with_plain_texts(part: Any) -> Any:
    """The same answers with « Texte » for every free text: what is left over is ours."""
    changes: dict[str, Any] = {}
    for name in part.__struct_fields__:
        value = getattr(part, name)
        if isinstance(value, Part):
            changes[name] = with_plain_texts(value)
        elif isinstance(value, tuple) and value and isinstance(value[0], Part):
            changes[name] = tuple(with_plain_texts(item) for item in value)
        elif name in FREE_TEXTS and isinstance(value, str) and not _is_code(part, name):
            changes[name] = "Texte"
    return msgspec.structs.replace(part, **changes)


def _is_code(part: Any, name: str) -> bool:
    return name == "title" and type(part).__name__ in ("Permit", "Request")


def given_facts(case: Case) -> Iterator[str]:
    """What the requete must say, word for word."""
    d = case.dossier
    yield user_text(d.identity.family_name)
    if not d.identity.single_name:
        yield user_text(d.identity.given_names)
    for text in (
        d.identity.usage_name, d.identity.other_spelling, d.identity.foreigner_number, d.contact.phone,
        d.contact.email, d.contact.address.street, d.contact.address.city, d.contact.address.postal_code,
        d.blockage.message, d.blockage.code, d.signature.place, d.residence.commune, d.timing.late_text,
    ):  # fmt: skip
        yield user_text(text)
    if d.identity.birth_date is not None:
        yield user_text(d.identity.birth_place)
        yield str(d.identity.birth_date.year)
    if case.voice.parent:
        yield user_text(d.representative.given_names)
    for attempt in d.attempts:
        yield user_text(attempt.result)
        yield long_date(attempt.on) if attempt.on else "date non précisée"
    for contact in d.contacts:
        yield user_text(contact.ticket)
        yield user_text(contact.answer_text)
        yield long_date(contact.on) if contact.on else "date non précisée"
    for consequence in d.consequences:
        yield user_text(consequence.what)
        if consequence.on and (consequence.what or consequence.kind):
            yield long_date(consequence.on)
    if d.permit.document not in (None, DocumentKind.NONE):
        yield from (long_date(day) for day in (d.permit.issued_on, d.permit.expires_on) if day)
    if case.filed and d.application.filed_on:
        yield long_date(d.application.filed_on)
        yield user_text(d.application.number)
    if d.filing.confirmed and d.filing.channel:
        yield user_text(d.filing.confirmed_by)
    if d.measure.costs and d.measure.costs_cents:
        yield user_text(d.measure.costs_paper)
    if d.decisions.refusal and d.decisions.refusal_notified_on:
        yield long_date(d.decisions.refusal_notified_on)
    if d.decisions.oqtf and d.decisions.oqtf_notified_on:
        yield long_date(d.decisions.oqtf_notified_on)
    yield from (user_text(exhibit.title) for exhibit in numbered_exhibits(d))


HYPHEN_AT_THE_END_OF_A_LINE = with_answers(
    Dossier(),
    {
        "identity.family_name": "KACI",
        "contact.address": Address(street="4 quai", city="A-", postal_code="92000"),
        "residence.departement": "75",
    },
)


@given(printable_dossiers())
@example(HYPHEN_AT_THE_END_OF_A_LINE)
@settings(max_examples=40, suppress_health_check=list(HealthCheck))
def test_the_pdf_says_every_given_fact_character_for_character(dossier):
    case = case_of(dossier, ON)
    found = squeezed(words_of_pdf(pdf(requete(case))))
    for fact in given_facts(case):
        assert squeezed(fact) in found, fact


@given(printable_dossiers())
@settings(max_examples=150, suppress_health_check=list(HealthCheck))
def test_our_own_words_have_no_gap(dossier):
    case = case_of(with_plain_texts(dossier), ON)
    for made in bundle(case, "fr", "parce que"):
        for block in made.document.blocks:
            for text in texts(block):
                spaced = text.replace("\N{NO-BREAK SPACE}", " ")
                assert text == text.strip(), text
                assert "  " not in spaced, text
                assert not re.search(r"None|[{}<>]|\bTrue\b|\bFalse\b|[A-Za-z]+\.[A-Z_]{3,}", spaced), text
                assert not re.search(r"\(\s*\)|\s[.,)]|\(\s|\.\.|,\s*[.,]|^[.,;:]|: ?$(?<!:)", spaced), text


@given(printable_dossiers())
@settings(max_examples=150, suppress_health_check=list(HealthCheck))
def test_exhibits_referred_to_are_those_of_the_inventory(dossier):
    case = case_of(dossier, ON)
    document = requete(case)
    body = document.blocks[
        : next(i for i, b in enumerate(document.blocks) if type(b).__name__ == "Signature")
    ]
    numbers = tuple(range(1, len(numbered_exhibits(dossier)) + 1))
    assert exhibits_of(body) == numbers
    said = " ".join(t for block in body for t in texts(block)).replace("\N{NO-BREAK SPACE}", " ")
    for number in re.findall(r"pièces? n° (\d+)", with_our_words_only(said, dossier)):
        assert int(number) in numbers


def with_our_words_only(said: str, dossier: Dossier) -> str:
    """A person may write « pièce n° 99 » in a field: that is not ours."""
    assume("pièce" not in repr(dossier))
    return said


@given(dossiers())
@settings(max_examples=150, suppress_health_check=list(HealthCheck))
def test_any_dossier_gets_its_documents_or_a_sheet_that_says_what_is_missing(dossier):
    case = case_of(dossier, ON)
    names = [made.document.name for made in bundle(case, "fr", "parce que")]
    assert ("requete" in names) == (not missing(case))
    assert "note" in names
    if missing(case):
        assert "avant-de-signer" in names
    assert len(names) == len(set(names))
