"""The session: saved before the next page shows, opened where it stopped, taken back and made again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from core.dossier import paths
from core.dossier.model import Dossier
from core.dossier.values import Mode
from core.errors import UserError
from core.i18n import _
from core.interview import flow
from core.interview.model import RawDate
from core.storage.dossier_file import DossierFile
from gui.wizard.session import Session, Step
from tests.gui.conftest import TODAY

SessionOn = Callable[[Dossier], Session]


def test_a_new_dossier_begins_at_the_first_page(session_on: SessionOn) -> None:
    session = session_on(Dossier())
    assert session.page is flow.visible_pages(Dossier())[0]
    assert session.is_first()


def test_answers_are_on_disk_when_submit_returns(tmp_path: Path) -> None:
    file = DossierFile.create(tmp_path / "a.dossier", Dossier())
    session = Session(file, lambda: TODAY)
    assert session.submit({"preferences.understood": True}) == ()
    file.close()
    with DossierFile.open(tmp_path / "a.dossier") as again:
        assert again.dossier.preferences.understood is True


def test_good_answers_are_kept_beside_wrong_ones(session_on: SessionOn, cergy: Dossier) -> None:
    session = session_on(cergy)
    session.jump(flow.page("birth"))
    errors = session.submit(
        {"identity.birth_place": "Béjaïa", "identity.birth_date": "31/2/1949"},
    )
    assert [error.path for error in errors] == ["identity.birth_date"]
    assert session.dossier.identity.birth_place == "Béjaïa"
    assert session.dossier.identity.birth_date == cergy.identity.birth_date


def test_a_draft_saves_nothing(session_on: SessionOn) -> None:
    session = session_on(Dossier())
    assert session.draft({"preferences.understood": True}).preferences.understood is True
    assert session.dossier == Dossier()


def test_a_whole_dossier_opens_at_the_review(session_on: SessionOn, cergy: Dossier) -> None:
    assert session_on(cergy).step is Step.REVIEW


def test_an_unfinished_dossier_opens_at_its_first_open_page(session_on: SessionOn, cergy: Dossier) -> None:
    lacking = paths.put(cergy, "identity.family_name", None)
    session = session_on(lacking)
    assert (session.step, session.page.id) == (Step.QUESTIONS, "name")


@pytest.mark.parametrize("step", [Step.QUESTIONS, Step.REVIEW, Step.RESULT])
def test_the_place_is_kept(tmp_path: Path, cergy: Dossier, step: Step) -> None:
    path = tmp_path / "a.dossier"
    session = Session(DossierFile.create(path, cergy), lambda: TODAY)
    session.jump(flow.page("attempts"))
    session.show(step)
    session.close()
    again = Session(DossierFile.open(path), lambda: TODAY)
    assert (again.step, again.page.id) == (step, "attempts")
    again.close()


@pytest.mark.parametrize(
    "kept", [b"", b"{", b"[]", b'{"step": "moon", "page": "name"}', b'{"step": "questions", "page": "gone"}']
)
def test_a_strange_place_is_passed_over(tmp_path: Path, cergy: Dossier, kept: bytes) -> None:
    file = DossierFile.create(tmp_path / "a.dossier", cergy)
    file.write_part("place", kept)
    session = Session(file, lambda: TODAY)
    assert session.step is Step.REVIEW
    session.close()


def test_going_on_and_back_are_inverse(session_on: SessionOn, cergy: Dossier) -> None:
    session = session_on(cergy)
    session.jump(flow.visible_pages(cergy)[0])
    seen = []
    while session.step is Step.QUESTIONS:
        seen.append(session.page.id)
        session.go_on()
    assert session.step is Step.REVIEW
    assert seen == [page.id for page in flow.visible_pages(cergy)]
    session.go_back()
    back = [session.page.id]
    while not session.is_first():
        session.go_back()
        back.append(session.page.id)
    assert back == seen[::-1]


def test_the_steps_after_the_questions(session_on: SessionOn, cergy: Dossier) -> None:
    session = session_on(cergy)
    steps = [session.step]
    session.go_on()
    steps.append(session.step)
    session.show(Step.DONE)
    for _press in range(2):
        session.go_back()
        steps.append(session.step)
    assert steps == [Step.REVIEW, Step.RESULT, Step.RESULT, Step.REVIEW]


def test_a_change_from_the_review_returns_there(session_on: SessionOn, cergy: Dossier) -> None:
    session = session_on(cergy)
    session.change("name")
    session.submit({"identity.given_names": "Lounja"})
    session.go_on()
    assert session.step is Step.REVIEW
    session.change("name")
    session.go_back()
    assert session.step is Step.REVIEW


def test_a_change_that_opens_questions_asks_them_first(session_on: SessionOn, cergy: Dossier) -> None:
    session = session_on(cergy)
    session.change("red-flags")
    session.submit({"decisions.refusal": True})
    session.go_on()
    assert (session.step, session.page.id) == (Step.QUESTIONS, "refusal")
    for question in session.page.questions:
        if question.unknown:
            session.file.save(paths.put_unknown(session.dossier, question.path))
    session.go_on()
    assert session.step in (Step.REVIEW, Step.QUESTIONS)
    assert session.page.id != "red-flags"


def test_undo_and_redo_are_saved(session_on: SessionOn, cergy: Dossier) -> None:
    session = session_on(cergy)
    assert not session.undo()
    session.jump(flow.page("name"))
    session.submit({"identity.given_names": "Lounja"})
    assert session.undo()
    assert session.file.dossier == cergy
    assert not session.undo()
    assert session.redo()
    assert session.file.dossier.identity.given_names == "Lounja"
    assert not session.redo()


def test_undo_leaves_a_page_that_no_longer_applies(session_on: SessionOn, cergy: Dossier) -> None:
    session = session_on(cergy)
    session.jump(flow.page("red-flags"))
    session.submit({"decisions.refusal": True})
    session.jump(flow.page("refusal"))
    assert session.undo()
    assert session.page in flow.visible_pages(session.dossier)


class Full(UserError):
    """The disk is full."""


def test_a_failed_undo_changes_nothing(
    session_on: SessionOn, cergy: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = session_on(cergy)
    session.jump(flow.page("name"))
    session.submit({"identity.given_names": "Lounja"})
    changed = session.dossier

    def refuse(_dossier: Dossier) -> None:
        raise Full(_("Plus de place."))

    with monkeypatch.context() as patch:
        patch.setattr(session.file, "save", refuse)
        with pytest.raises(Full):
            session.undo()
    assert session.dossier == changed
    assert session.undo()
    assert session.dossier == cergy


def test_pages_left_count_down(session_on: SessionOn, cergy: Dossier) -> None:
    session = session_on(cergy)
    pages = flow.visible_pages(cergy)
    left = []
    for page in pages:
        session.jump(page)
        left.append(session.pages_left())
    assert left == list(range(len(pages) - 1, -1, -1))


def test_an_answer_changed_from_the_documents_leads_back_to_them(
    session_on: SessionOn, cergy: Dossier
) -> None:
    session = session_on(cergy)
    session.show(Step.DONE)
    session.read(Step.PREVIEW)
    steps = []
    for leave in (session.go_on, session.go_back):
        session.change("reach", Step.PREVIEW)
        steps.append(session.step)
        leave()
        steps.append(session.step)
    session.go_back()
    assert steps == [Step.QUESTIONS, Step.PREVIEW, Step.QUESTIONS, Step.PREVIEW]
    assert session.step is Step.DONE


def test_a_dossier_closed_on_its_documents_opens_there_again(session_on: SessionOn, cergy: Dossier) -> None:
    session = session_on(cergy)
    session.show(Step.RESULT)
    session.read(Step.PREVIEW)
    path = session.file.path
    assert path is not None
    session.close()
    again = Session(DossierFile.open(path), session.today)
    opened = again.step
    again.go_back()
    assert (opened, again.step) == (Step.PREVIEW, Step.RESULT)
    again.close()


# --- with a volunteer -------------------------------------------------------------------------------


def with_volunteer(dossier: Dossier) -> Dossier:
    return paths.put(dossier, "preferences.mode", Mode.WITH_VOLUNTEER)


def test_blocks_go_on_and_back_section_by_section(session_on: SessionOn, cergy: Dossier) -> None:
    session = session_on(with_volunteer(cergy))
    assert session.by_block
    session.jump(flow.visible_pages(cergy)[0])
    seen = []
    while session.step is Step.QUESTIONS:
        seen.append(session.page.section)
        session.go_on(flow.block(session.page.section, session.dossier)[-1])
    sections = list(dict.fromkeys(page.section for page in flow.visible_pages(cergy)))
    assert seen == sections
    session.go_back()
    back = [session.page.section]
    while not session.is_first():
        session.go_back()
        back.append(session.page.section)
    assert back == sections[::-1]


def test_pages_left_are_blocks_left(session_on: SessionOn, cergy: Dossier) -> None:
    session = session_on(with_volunteer(cergy))
    session.jump(flow.page("birth"))
    sections = list(dict.fromkeys(page.section for page in flow.visible_pages(cergy)))
    assert session.pages_left() == len(sections) - 1 - sections.index(session.page.section)


def test_a_block_takes_the_answers_of_all_its_pages(session_on: SessionOn) -> None:
    session = session_on(with_volunteer(Dossier()))
    session.jump(flow.page("name"))
    answers = {"identity.family_name": "KACI", "contact.phone": "06 12 34 56 78"}
    session.submit(answers, block=True)
    assert session.dossier.identity.family_name == "KACI"
    assert session.dossier.contact.phone is not None
    session.submit({"contact.phone": ""})
    # One page alone: the answer belongs to another one.
    assert session.dossier.contact.phone is not None


def test_what_was_refused_is_kept_until_it_is_mended(session_on: SessionOn, cergy: Dossier) -> None:
    session = session_on(cergy)
    session.jump(flow.page("birth"))
    wrong = RawDate("31", "2", "1949")
    session.submit({"identity.birth_date": wrong, "identity.birth_place": "Béjaïa"})
    assert session.refused == {"identity.birth_date": wrong}
    session.submit({"identity.birth_date": RawDate("28", "2", "1949")})
    assert session.refused == {}
