"""Going back and changing answers: the way changes, nothing is lost, nothing stale is printed."""

from __future__ import annotations

from datetime import date

from core.dossier import examples, paths
from core.dossier.model import Dossier
from core.dossier.values import DocumentKind, RequestKind, Role
from core.interview import flow
from core.interview.model import UNKNOWN, Raw, RawDate
from core.interview.review import review
from tests.interview.walk import walk

ON = date(2025, 7, 8)
CERGY = walk(examples.load("cergy").dossier, ON).dossier


def change(dossier: Dossier, page_id: str, **answers: Raw) -> Dossier:
    """Answer some questions of a page again, as the window does after *Modifier*."""
    named = {path.replace("__", "."): raw for path, raw in answers.items()}
    submission = flow.submit(flow.page(page_id), named, dossier, ON)
    assert submission.errors == ()
    return submission.dossier


def after(dossier: Dossier, page_id: str) -> str | None:
    page = flow.next_page(dossier, page_id)
    return None if page is None else page.id


def reviewed(dossier: Dossier) -> set[str]:
    return {line.path for section in review(dossier) for line in section.lines}


def test_a_refusal_opens_a_page_and_taking_it_back_closes_it() -> None:
    refused = change(CERGY, "red-flags", decisions__refusal=True)
    assert after(refused, "red-flags") == "refusal"
    told = change(
        refused,
        "refusal",
        decisions__refusal_kind="permit",
        decisions__refusal_notified_on=RawDate("1", "juillet", "2025"),
        decisions__refusal_states_remedies=True,
    )
    assert after(told, "refusal") is None
    back = flow.previous_page(told, "refusal")
    assert back is not None
    assert back.id == "red-flags"

    mistaken = change(told, "red-flags", decisions__refusal=False)
    assert after(mistaken, "red-flags") == "trouble"
    assert flow.relevant(mistaken) == CERGY
    assert "decisions.refusal_notified_on" not in reviewed(mistaken)
    # Kept: whoever says yes again finds what they wrote.
    again = change(mistaken, "red-flags", decisions__refusal=True)
    assert again.decisions.refusal_notified_on == date(2025, 7, 1)


def test_a_page_that_is_no_longer_shown_still_knows_its_neighbours() -> None:
    assert "refusal" not in [page.id for page in flow.visible_pages(CERGY)]
    assert after(CERGY, "refusal") == "trouble"
    previous = flow.previous_page(CERGY, "refusal")
    assert previous is not None
    assert previous.id == "red-flags"


def test_no_document_after_all() -> None:
    none = change(CERGY, "document", permit__document=DocumentKind.NONE)
    assert after(none, "document") == "request"
    counted = flow.relevant(none)
    assert counted.permit.expires_on is None
    assert counted.permit.title is None
    assert none.permit.expires_on == CERGY.permit.expires_on
    restored = change(none, "document", permit__document=DocumentKind.ALGERIAN_CERTIFICATE)
    assert flow.relevant(restored) == CERGY


def test_for_a_child_after_all_the_names_are_asked_again_with_what_is_there() -> None:
    child = change(CERGY, "for-whom", identity__role=Role.PARENT)
    assert after(child, "trouble") == "parent"
    assert after(child, "parent") == "child-name"
    assert after(child, "child-name") == "other-spellings"
    open_page = flow.first_open_page(child)
    assert open_page is not None
    assert open_page.id == "parent"


def test_known_then_not_known_then_known() -> None:
    unknown = change(CERGY, "document-dates", permit__expires_on=UNKNOWN)
    assert unknown.permit.expires_on is None
    assert paths.is_unknown(unknown, "permit.expires_on")
    assert flow.is_complete(flow.page("document-dates"), unknown)
    known = change(unknown, "document-dates", permit__expires_on=RawDate("10", "6", "2025"))
    assert known == CERGY


def test_another_nationality_makes_the_permit_be_chosen_again() -> None:
    moroccan = change(CERGY, "nationality", nationality__country="MA")
    page = flow.page("document")
    again = flow.submit(page, {"permit.title": CERGY.permit.title}, moroccan, ON)
    assert [error.path for error in again.errors] == ["permit.title"]
    # Refused, not erased: the person sees what was there.
    assert again.dossier.permit.title == CERGY.permit.title


def test_another_request_then_the_first_again() -> None:
    abroad = change(CERGY, "request", request__kind=RequestKind.VISA_ABROAD)
    assert after(abroad, "request") is None
    assert flow.first_open_page(abroad) is None
    back = change(abroad, "request", request__kind=RequestKind.RENEWAL)
    assert back == CERGY
    assert after(back, "request") == "channel"


def test_continue_without_a_change_changes_nothing() -> None:
    again = walk(CERGY, ON, start=CERGY)
    assert again.dossier == CERGY
    assert again.errors == {}


def test_an_empty_walk_ends_and_asks_for_what_is_required() -> None:
    done = walk(Dossier(), ON)
    assert done.dossier == Dossier()
    assert "preferences.understood" in done.errors
    assert "identity.family_name" in done.errors
    assert done.pages[-1] == "signature"
