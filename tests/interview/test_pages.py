"""The declarations: complete, worded, and such that answers left behind decide nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, time
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from msgspec import Meta

from core.dossier import paths, values
from core.dossier.model import Dossier, Part
from core.dossier.values import PartialDate
from core.i18n import Message, render
from core.interview import flow
from core.interview.labels import LABELS, label, options
from core.interview.model import (
    SECTION_TITLES,
    Choice,
    DateQuestion,
    Money,
    Number,
    Page,
    PartialDateQuestion,
    Question,
    Repeat,
    Search,
    Section,
    Text,
    Tick,
    TimeQuestion,
    YesNo,
)
from core.interview.pages import ALL_PAGES
from core.law.sources import SOURCES
from tests.dossier.strategies import dossiers
from tests.interview.walk import EVERY_QUESTION, REPEATS

# What the program, not the person, writes in a dossier; and what is asked once the requete is filed (S24).
NOT_ASKED = {"schema", "unknown", "invented", "signature.filed_on", "signature.court_number"}
# Inside the lists: identities, and what the screen for exhibits' files keeps.
NOT_ASKED_OF_ITEMS = {"id", "sheets", "shows_message", "shows_address", "shows_clock"}
# Two pages may ask for one answer where no person sees both: the name of the person or of their child.
ASKED_OF_TWO = {
    "identity.family_name",
    "identity.single_name",
    "identity.given_names",
    "identity.gender",
}
EVERY_ITEM_QUESTION = [(repeat, question) for _page, repeat in REPEATS for question in repeat.questions]


def ids(case: object) -> str:
    return getattr(case, "path", None) or getattr(case, "id", None) or str(case)


def test_every_answer_of_the_person_is_asked_on_one_page() -> None:
    asked = Counter(question.path for _page, question in EVERY_QUESTION)
    assert {path for path, _value in paths.leaves(Dossier())} - NOT_ASKED == set(asked)
    assert {path for path, times in asked.items() if times > 1} == ASKED_OF_TWO


@pytest.mark.parametrize(("page", "repeat"), [pair for pair in REPEATS if pair[1].provable], ids=ids)
def test_a_copy_takes_over_neither_a_day_nor_a_proof(page: Page, repeat: Repeat) -> None:
    days = {q.path for q in repeat.questions if isinstance(q, DateQuestion | TimeQuestion)}
    assert days | {"proof"} <= set(repeat.own) < {q.path for q in repeat.questions}


@pytest.mark.parametrize("question", [q for _page, q in EVERY_QUESTION if q.about is not None], ids=ids)
def test_an_answer_about_another_one_stands_on_its_page(question: Question) -> None:
    (page,) = [page for page, one in EVERY_QUESTION if one is question]
    assert question.about in [one.path for one in page.questions]


@pytest.mark.parametrize(("page", "repeat"), REPEATS, ids=ids)
def test_every_answer_about_an_item_is_asked_once(page: Page, repeat: Repeat) -> None:
    asked = [question.path for question in repeat.questions]
    assert sorted(asked) == sorted(set(repeat.item.__struct_fields__) - NOT_ASKED_OF_ITEMS)


@given(dossiers())
def test_nobody_is_asked_the_same_twice(dossier: Dossier) -> None:
    shown = [q.path for p in flow.visible_pages(dossier) for q in flow.visible_questions(p, dossier)]
    assert len(shown) == len(set(shown))


def test_pages_have_their_own_ids_and_follow_the_sections() -> None:
    page_ids = [page.id for page in ALL_PAGES]
    assert len(page_ids) == len(set(page_ids))
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", page_id) for page_id in page_ids)
    order = list(Section)
    positions = [order.index(page.section) for page in ALL_PAGES]
    assert positions == sorted(positions)
    # Filing and follow-up come after the documents; their screens are not questions of the interview.
    assert set(order) - {page.section for page in ALL_PAGES} == {Section.FOLLOW_UP}
    assert set(SECTION_TITLES) == set(Section)


@settings(max_examples=60)
@given(dossiers())
def test_a_condition_reads_only_what_is_asked_before_it(dossier: Dossier) -> None:
    first = {question.path: number for number, (_page, question) in reversed(list(enumerate(EVERY_QUESTION)))}
    before = dossier
    for number, (page, question) in reversed(list(enumerate(EVERY_QUESTION))):
        if page.questions[-1] is question:
            assert page.ends(before) == page.ends(dossier), f"{page.id}: ends"
        if first[question.path] == number:
            before = paths.put(before, question.path, paths.get(Dossier(), question.path))
        assert question.when(before) == question.when(dossier), f"{page.id}: {question.path}"
        if page.questions[0] is question:
            assert page.when(before) == page.when(dossier), page.id


# --- Types: what a question gives is what the model takes.


def hint_of(part: type[Part], path: str) -> Any:
    name, _dot, rest = path.partition(".")
    hint = get_type_hints(part, include_extras=True)[name]
    return hint_of(hint, rest) if rest else hint


def bare(hint: Any) -> tuple[Any, Meta | None]:
    """The type inside an optional or annotated hint, and its bounds."""
    if get_origin(hint) in (Union, UnionType):
        hint = next(arg for arg in get_args(hint) if arg is not type(None))
    if get_origin(hint) is Annotated:
        kind, *metas = get_args(hint)
        return kind, metas[0]
    return hint, None


def fits(question: Question, hint: Any) -> bool:
    kind, meta = bare(hint)
    match question:
        case YesNo() | Tick():
            return kind is bool
        case DateQuestion():
            return kind is date
        case PartialDateQuestion():
            return kind is PartialDate
        case TimeQuestion():
            return kind is time
        case Text():
            return kind is str and meta is not None and question.max_length <= (meta.max_length or 0)
        case Number():
            return (
                kind is int
                and meta is not None
                and (meta.ge, meta.le) == (question.minimum, question.maximum)
            )
        case Money():
            return kind is int and meta is not None and meta.le == question.maximum_cents
        case Choice():
            return issubclass(kind, StrEnum) and all(isinstance(o.value, kind) for o in question.options)
        case Repeat():
            return get_origin(kind) is tuple and get_args(kind)[0] is question.item
        case Search():
            return kind is str or get_origin(kind) is tuple
    return False


@pytest.mark.parametrize(("page", "question"), EVERY_QUESTION, ids=ids)
def test_a_question_fits_the_model(page: Page, question: Question) -> None:
    assert fits(question, hint_of(Dossier, question.path))


@pytest.mark.parametrize(("repeat", "question"), EVERY_ITEM_QUESTION, ids=ids)
def test_a_question_about_an_item_fits_the_model(repeat: Repeat, question: Question) -> None:
    assert fits(question, hint_of(repeat.item, question.path))
    # An item cannot hold « Je ne sais pas »: leaving the question out says as much.
    assert not question.unknown


@pytest.mark.parametrize(
    "question",
    [
        q
        for q in (*(q for _p, q in EVERY_QUESTION), *(q for _r, q in EVERY_ITEM_QUESTION))
        if isinstance(q, Choice)
    ],
    ids=ids,
)
def test_a_choice_offers_every_member(question: Choice) -> None:
    offered: list[StrEnum] = [option.value for option in question.options]
    assert sorted(offered) == sorted(LABELS[type(offered[0])])


# --- Words.


def every_enum() -> list[type[StrEnum]]:
    return [kind for kind in vars(values).values() if isinstance(kind, type) and issubclass(kind, StrEnum)][:]


@pytest.mark.parametrize("kind", [k for k in every_enum() if k is not StrEnum], ids=lambda k: k.__name__)
def test_every_member_has_a_label(kind: type[StrEnum]) -> None:
    assert sorted(LABELS[kind]) == sorted(kind)
    words = [str(label(member)) for member in kind]
    assert all(words)
    assert len(words) == len(set(words))
    assert [option.value for option in options(kind)] == list(LABELS[kind])


def words_of(page: Page) -> Iterator[tuple[str, Message | str, int]]:
    """Every text of a page with the number of words it may have (plain_language PL-10, PL-18)."""
    yield "heading", page.heading, 12
    for sentence in page.intro:
        yield "intro", sentence, 15
    if page.where is not None:
        yield "where", page.where, 15
    if page.why is not None:
        yield "why", page.why.text, 13
    for question in page.questions:
        yield from words_of_question(question)


def words_of_question(question: Question) -> Iterator[tuple[str, Message | str, int]]:
    yield question.path, question.label, 12
    if question.hint is not None:
        yield question.path, question.hint, 15
    if isinstance(question, Choice):
        for option in question.options:
            yield question.path, option.label, 12
            if option.hint is not None:
                yield question.path, option.hint, 15
    if isinstance(question, Repeat):
        yield question.path, question.add_label, 6
        yield question.path, question.empty_label, 8
        for inner in question.questions:
            yield from words_of_question(inner)


@pytest.mark.parametrize("page", ALL_PAGES, ids=ids)
def test_every_text_is_there_and_short(page: Page) -> None:
    for what, text, most in words_of(page):
        said = render(text)
        assert said.strip(), what
        for sentence in re.split(r"(?<=[.?!…])\s", said.replace("\N{NO-BREAK SPACE}", " ")):
            count = len(re.findall(r"[\w’'-]+", sentence))
            assert count <= most, f"{what}: {count} words: {said}"


@pytest.mark.parametrize("page", ALL_PAGES, ids=ids)
def test_every_text_is_set_in_french(page: Page) -> None:
    for what, text, _most in words_of(page):
        said = render(text)
        assert not re.search("'|\"|\\.\\.\\.", said), what
        assert not re.search(r"« |(?<!\N{NO-BREAK SPACE})»| [;:?!]|[^\W\d][;:?!]", said), f"{what}: {said}"
        # A word such as « marié·e » stops a reader and a voice.
        assert "·" not in said, what


@pytest.mark.parametrize("page", ALL_PAGES, ids=ids)
def test_every_page_says_why(page: Page) -> None:
    if page.id == "welcome":
        assert page.why is None
        return
    assert page.why is not None
    assert page.why.source is None or page.why.source in SOURCES


def test_required_answers_are_few() -> None:
    required = {question.path for _page, question in EVERY_QUESTION if question.required}
    assert required == {
        "preferences.understood",
        "identity.role",
        "residence.in_france",
        "decisions.refusal",
        "decisions.oqtf",
        "decisions.danger_48h",
        "decisions.refusal_kind",
        "decisions.oqtf_state",
        "representative.family_name",
        "representative.gender",
        "identity.family_name",
        "identity.given_names",
        "identity.gender",
        "contact.address_kind",
        "contact.address.street",
        "contact.address.postal_code",
        "contact.address.city",
        "residence.at_mail_address",
        "residence.departement",
        "permit.document",
        "request.kind",
        "measure.kind",
    }


def test_no_fact_is_proposed_but_what_follows_from_others() -> None:
    proposed = {question.path: question.proposal for _page, question in EVERY_QUESTION if question.proposal}
    demands = {path for path in proposed if path.startswith("measure.")}
    assert set(proposed) - demands == {
        "contact.address.city",
        "residence.commune",
        "residence.departement",
        "request.title",
        "request.label",
        "signature.place",
    }
    assert demands == {
        "measure.kind",
        "measure.delay_days",
        "measure.provisional_document",
        "measure.penalty_eur_per_day",
    }
    for path in set(proposed) - demands:
        assert proposed[path](Dossier(), date(2026, 11, 23)) is None


def test_every_question_has_a_place_in_the_journey() -> None:
    assert {page.screen for page in ALL_PAGES} == {
        "S01", "S02", "S03", "S04", "S05", "S06", "S07", "S08", "S09", "S10", "S11", "S12",
        "S14", "S15", "S16", "S17", "S18", "S19", "S23",
    }  # fmt: skip
