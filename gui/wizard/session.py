"""One person at work on one dossier: where they are, what they answer, what can be taken back. No widgets.

Every answer goes through `submit`, which returns only when it is on disk. The place is kept beside the
answers when the dossier is closed, so that opening it again lands where the person stopped.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from core.dossier import paths
from core.dossier.model import Dossier, Part, Preferences
from core.dossier.values import Mode
from core.errors import UserError
from core.i18n import Message
from core.interview import flow
from core.interview.journal import Journal
from core.interview.model import (
    Calendar,
    FieldError,
    ListedText,
    Option,
    Page,
    Parsed,
    Question,
    Raw,
    RawDate,
    Remark,
    Repeat,
    Suggestion,
    Unlisted,
    Wording,
)
from core.storage.dossier_file import DossierFile
from core.storage.errors import DamagedDossier, DossierFileError, DossierGone, MediumFailed
from core.storage.history import History
from gui.services import hour_of_the_computer

if TYPE_CHECKING:
    from core.documents.preview import Place

logger = logging.getLogger(__name__)

_PLACE = "place"
# The part of the dossier file that keeps the text of the documents made last: see `core.documents.printed`.
PRINTED = "frozen"
# The part that keeps what was ticked while reading the requete: see `core.documents.read_marks`.
READING = "reading"


class Step(Enum):
    """What the window shows of the journey."""

    QUESTIONS = "questions"
    REVIEW = "review"
    RESULT = "result"
    PREVIEW = "preview"
    READING = "reading"
    DONE = "done"
    FOLLOW_UP = "follow_up"


class Session:
    """The state behind the wizard. Raises the storage's `UserError`s where saving fails."""

    def __init__(
        self,
        file: DossierFile,
        today: Callable[[], date] = date.today,
        hour: Callable[[], time] = hour_of_the_computer,
    ) -> None:
        self.file = file
        self.today, self.hour = today, hour
        self.step = Step.QUESTIONS
        self.page: Page = flow.visible_pages(self.dossier)[0]
        # The text of the documents made last, as the file keeps it.
        self.printed = _read_side_part(file, PRINTED)
        # What was told for a letter after the requete: it belongs to that letter, not to the dossier.
        self.letter: dict[str, Parsed] = {}
        # What was typed and could not be kept: it is shown again wherever its question is.
        self.refused: dict[str, Raw] = {}
        self._history = History(file.dossier)
        # Where the preview of the documents was left, and from which page they were opened to be read.
        self.preview_place: Place | None = None
        self._before_reading = Step.RESULT
        # Where a page of questions leads back to that was opened to change one answer.
        self._back_to: Step | None = None
        self._resume()

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is on disk."""
        return self.file.dossier

    @property
    def nothing_told(self) -> bool:
        """Whether the person has answered nothing yet, whatever language they read."""
        return replace(self.dossier, preferences=Preferences()) == Dossier()

    @property
    def can_follow_up(self) -> bool:
        """Whether there is a requete to file and to follow."""
        told = self.dossier.signature
        return self.printed is not None or told.filed_on is not None or told.court_number is not None

    # --- answers ------------------------------------------------------------------------------------

    @property
    def by_block(self) -> bool:
        """Whether all pages of a section are shown at once, as to a volunteer."""
        return self.dossier.preferences.mode is Mode.WITH_VOLUNTEER

    def draft(self, answers: Mapping[str, Raw], *, block: bool = False) -> Dossier:
        """The dossier as it would be with these answers, wrong ones left out. Nothing is saved."""
        return self._submission(answers, block).dossier

    def submit(self, answers: Mapping[str, Raw], *, block: bool = False) -> tuple[FieldError, ...]:
        """Take the answers of the page, or of its `block`; the good ones are on disk when this returns."""
        result = self._submission(answers, block)
        self._save(result.dossier)
        wrong = {error.path for error in result.errors}
        for path, raw in answers.items():
            self.refused.pop(path, None)
            if path in wrong and isinstance(raw, str | RawDate | Unlisted) and raw:
                self.refused[path] = raw
        return result.errors

    def _submission(self, answers: Mapping[str, Raw], block: bool) -> flow.Submission:
        if block:
            return flow.submit_block(self.page.section, answers, self.dossier, self.today())
        return flow.submit(self.page, answers, self.dossier, self.today())

    def set_mode(self, mode: Mode) -> None:
        """Show the pages one by one or by blocks from now on; the place stays."""
        told = self.dossier.preferences
        self.apply(lambda dossier: replace(dossier, preferences=replace(told, mode=mode)))

    def apply(self, change: Callable[[Dossier], Dossier]) -> None:
        """Make a change that no page asks about, such as an exhibit added; on disk when this returns."""
        self._save(change(self.dossier))

    def _save(self, dossier: Dossier) -> None:
        if dossier != self.dossier:
            self.file.save(dossier)
            self._history.record(dossier)

    def save_elsewhere(self, path: Path) -> None:
        """Go on in a new file at `path`, under the same passphrase, where the old one cannot be written.

        With the exhibits as far as the old file can still be read; the answers are all in memory.
        """
        old = self.file
        try:
            old.save_copy(path, old.key)
        except (DossierGone, MediumFailed):
            with DossierFile.in_memory(old.dossier) as draft:
                draft.save_copy(path, old.key)
        # All is in the new file. The old one is let go first: it may be the same place, found again.
        try:
            old.close()
        except DossierFileError as error:
            logger.warning("the file left behind could not be closed (%s)", type(error).__name__)
        self.file = DossierFile.open_copy(path.resolve(), old.key)

    def undo(self) -> bool:
        """Take back the last change since the dossier was opened; False where there is none."""
        return self._go_to_state(self._history.can_undo, self._history.undo, self._history.redo)

    def redo(self) -> bool:
        """Make a change again that was taken back; False where there is none."""
        return self._go_to_state(self._history.can_redo, self._history.redo, self._history.undo)

    def _go_to_state(self, possible: bool, go: Callable[[], Dossier], return_: Callable[[], Dossier]) -> bool:
        if not possible:
            return False
        try:
            self.file.save(go())
            self.refused.clear()
        except UserError:
            # What is on disk and where we are in the history must agree.
            return_()
            raise
        visible = flow.visible_pages(self.dossier)
        if self.page not in visible:
            self.page = flow.first_open_page(self.dossier) or visible[-1]
        return True

    # --- the way ------------------------------------------------------------------------------------

    def go_on(self, after: Page | None = None) -> None:
        """To the page after this one; back to where the person came from to change an answer.

        `after`: the last page on the screen, where there are several.
        """
        shown = (self.page,) if after is None else flow.block(after.section, self.dossier)
        if self.step is Step.REVIEW:
            self.step = Step.RESULT
            return
        if self._back_to is not None:
            # A changed answer can open questions that were not asked before.
            missing = flow.first_open_page(self.dossier)
            if missing is None:
                self.step, self._back_to = self._back_to, None
                return
            if missing not in shown:
                self.page = missing
                return
            self._back_to = None
        following = flow.next_page(self.dossier, (after or self.page).id)
        if following is None:
            self.step = Step.REVIEW
        else:
            self.page = following

    def go_back(self) -> None:
        """To the page before this one; from the first page nowhere."""
        if self.step in (Step.DONE, Step.FOLLOW_UP):
            self.step = Step.RESULT
        elif self.step in (Step.PREVIEW, Step.READING):
            self.step = self._before_reading
        elif self.step is Step.RESULT:
            self.step = Step.REVIEW
        elif self.step is Step.REVIEW:
            self.step = Step.QUESTIONS
            self.page = flow.visible_pages(self.dossier)[-1]
        elif self._back_to is not None:
            self.step, self._back_to = self._back_to, None
        else:
            self.page = self._previous() or self.page

    def _previous(self) -> Page | None:
        if not self.by_block:
            return flow.previous_page(self.dossier, self.page.id)
        visible = flow.visible_pages(self.dossier)
        first = next((p for p in visible if p.section is self.page.section), self.page)
        before = flow.previous_page(self.dossier, first.id)
        return None if before is None else flow.block(before.section, self.dossier)[0]

    def is_first(self) -> bool:
        """Whether there is nothing before what is shown."""
        return self.step is Step.QUESTIONS and self._previous() is None

    def change(self, page_id: str, back_to: Step = Step.REVIEW) -> None:
        """To the page of one answer, and back to the review or the documents afterwards."""
        self.step = Step.QUESTIONS
        self.page = flow.page(page_id)
        self._back_to = back_to

    def read(self, step: Step) -> None:
        """To a page where the documents are read, and back to this step afterwards."""
        self._before_reading = self.step
        self.show(step)

    def jump(self, page: Page) -> None:
        """To a page chosen in the side bar."""
        self.step = Step.QUESTIONS
        self.page = page
        self._back_to = None

    def show(self, step: Step) -> None:
        """To the review, the result, the documents or the end."""
        self.step = step
        self._back_to = None

    def stand_at(self, page: Page) -> None:
        """The keyboard is at a question of this page: where a change of mode, or the next opening, lands."""
        self.page = page

    def read_marks(self) -> bytes | None:
        """What was ticked while reading the requete, as the file keeps it."""
        return _read_side_part(self.file, READING)

    def pages_left(self) -> int:
        """How many pages of questions come after this one; with a volunteer a block is a page."""
        visible = flow.visible_pages(self.dossier)
        if self.by_block:
            sections = list(dict.fromkeys(page.section for page in visible))
            here = self.page.section
            return len(sections) - 1 - sections.index(here) if here in sections else len(sections)
        return len(visible) - 1 - visible.index(self.page) if self.page in visible else len(visible)

    # --- opening and closing ------------------------------------------------------------------------

    def _resume(self) -> None:
        kept = self.file.read_part(_PLACE)
        visible = {page.id: page for page in flow.visible_pages(self.dossier)}
        place = _read_place(kept)
        if place is not None and place[1] in visible:
            self.step, self.page = place[0], visible[place[1]]
            return
        missing = flow.first_open_page(self.dossier)
        if missing is not None:
            self.page = missing
        else:
            self.page = list(visible.values())[-1]
            self.step = Step.REVIEW

    def close(self) -> None:
        """Keep the place and let the file go."""
        step = Step.RESULT if self.step is Step.DONE else self.step
        place = json.dumps({"step": step.value, "page": self.page.id}).encode()
        try:
            if self.file.read_part(_PLACE) != place:
                self.file.write_part(_PLACE, place)
        finally:
            self.file.close()


def _read_side_part(file: DossierFile, name: str) -> bytes | None:
    try:
        return file.read_part(name)
    except DamagedDossier:
        # It only serves to compare; the answers are in a part of their own.
        logger.warning("the part %s of the dossier is damaged", name)
        return None


def _read_place(kept: bytes | None) -> tuple[Step, str] | None:
    if kept is None:
        return None
    try:
        place = json.loads(kept)
        return Step(place["step"]), str(place["page"])
    except (ValueError, KeyError, TypeError):
        # Written by a version that knew other places: the first open question is as good.
        return None


class PageItems:
    """What the editors of lists ask of the interview; `dossier` is the page as filled in so far."""

    def __init__(
        self,
        dossier: Callable[[], Dossier],
        today: Callable[[], date],
        hour: Callable[[], time] = hour_of_the_computer,
    ) -> None:
        self._dossier, self._today, self._hour = dossier, today, hour

    def now(self) -> datetime:
        """The day and the hour at which something is noted."""
        return datetime.combine(self._today(), self._hour())

    def new(self, repeat: Repeat, taken: tuple[Part, ...]) -> Part:
        """An empty item, with an id that neither the dossier nor the list uses."""
        return flow.new_item(repeat, paths.put(self._dossier(), repeat.path, taken))

    def copy(self, repeat: Repeat, item: Part, taken: tuple[Part, ...]) -> Part:
        """A new item with the same answers, except those that belong to the first one alone."""
        return flow.copied_item(repeat, item, paths.put(self._dossier(), repeat.path, taken))

    def submit(self, repeat: Repeat, item: Part, answers: dict[str, Raw]) -> flow.ItemSubmission:
        """The item with the good answers, and what is wrong with the others."""
        return flow.submit_item(repeat, item, answers, self._dossier(), self._today())

    def options(self, question: Question) -> tuple[Option, ...]:
        """The answers to choose from, or to find by typing."""
        return flow.offered(question, self._dossier(), self._today())

    def known(self, question: Wording) -> tuple[Suggestion, ...]:
        """Words that others saw here."""
        return question.known(self._dossier())

    def suggestions(self, question: ListedText) -> tuple[Message | str, ...]:
        """Texts of which one is mostly the answer."""
        return question.suggestions(self._dossier())

    def remark(self, question: Question, raw: Raw) -> Remark | None:
        """What to say below the answer as it stands."""
        return flow.remark(question, raw, self._dossier(), self._today())

    def proposal(self, question: Question) -> Any:
        """An answer that follows from others, to confirm or change."""
        return None if question.proposal is None else question.proposal(self._dossier(), self._today())

    def counter(self, repeat: Repeat, items: tuple[Part, ...]) -> Message | None:
        """What matters about the list as a whole."""
        return repeat.counter(paths.put(self._dossier(), repeat.path, items))

    def journal(self, calendar: Calendar, items: tuple[Part, ...]) -> Journal:
        """The items week by week, with what counts; answers left behind decide nothing."""
        told = flow.relevant(paths.put(self._dossier(), calendar.path, items))
        return calendar.journal(told, self._today())

    def proposals(self, repeat: Repeat, items: tuple[Part, ...]) -> tuple[Part, ...]:
        """Items that follow from other answers and are not in the list yet."""
        return repeat.proposals(paths.put(self._dossier(), repeat.path, items))
