"""The guided interview in the window: side bar, a page or a block, the bar with Back and Continue."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.dossier import paths
from core.dossier.model import Dossier
from core.dossier.values import Mode
from core.errors import UserError
from core.i18n import Message, _
from core.interview import flow
from core.interview.model import FieldError, Page, Raw, Section
from core.interview.review import Line
from core.storage.errors import DossierFileError
from gui.exhibits.work import ExhibitWork
from gui.services import Services
from gui.style import FOLD_SIDE_BAR_BELOW, look
from gui.widgets.action_bar import CONTINUE, ActionBar
from gui.widgets.basic import announce
from gui.widgets.page import ScrollPage
from gui.wizard.block_keys import BlockKeys
from gui.wizard.block_view import BlockView
from gui.wizard.making import Making
from gui.wizard.mode_button import MODE_WORDS
from gui.wizard.notice import Notice
from gui.wizard.page_view import PageView
from gui.wizard.session import Session, Step
from gui.wizard.side_bar import SideBar, StepBar
from gui.wizard.unsaved import put, take

if TYPE_CHECKING:
    from gui.preview.view import PreviewView
    from gui.wizard.follow_up import FollowUpView
    from gui.wizard.reading import ReadingView

SCREEN_LANGUAGE = "preferences.screen_language"
SEE_RESULT, MAKE_DOCUMENTS, OPEN_FOLDER, MAKE_LETTER, PRINT = (
    _("Voir le résultat"),
    _("Créer mes documents"),
    _("Ouvrir le dossier"),
    _("Créer cette lettre"),
    _("Imprimer ce document"),
)
READ = _("J’ai fini de lire")


class Wizard(QWidget):
    """Shows what the session says.

    `failed`: an unknown error. `language_chosen`: an answer asks for another language. `mode_shown`: whether
    the pages are shown one by one, or by blocks. `sheets_asked`: a sheet to print.
    """

    failed = Signal(object)
    language_chosen = Signal(str)
    mode_shown = Signal(object)
    sheets_asked = Signal()

    def __init__(self, session: Session, services: Services, *, shared: bool = False) -> None:
        super().__init__()
        self.session, self._shared = session, shared
        self._services = services
        self.making = Making(self, services)
        self.work = ExhibitWork(session, services)
        self.work.failed.connect(self.failed)
        self.work.refused.connect(lambda message: self.notice.say(message))
        self.view: ScrollPage | None = None
        # The same view where it is the one about filing and following.
        self._letters: FollowUpView | None = None
        # The same view where it shows the documents.
        self._preview: PreviewView | None = None
        self._middle, self._content, self._outer = QHBoxLayout(), QVBoxLayout(), QHBoxLayout(self)
        for layout in (self._middle, self._content, self._outer):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self._content.addLayout(self._middle, 1)
        self._outer.addLayout(self._content, 1)
        self._make_bars()
        for keys, act in (
            ("Alt+Left", self.go_back),
            ("Ctrl+[", self.go_back),
            ("Ctrl+Return", self.go_on),
            ("Ctrl+Enter", self.go_on),
        ):
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.refresh_view()

    def _make_bars(self) -> None:
        """All that stays around the page, in the language and the sizes of now."""
        self.side_bar, self.step_bar = SideBar(), StepBar()
        self.notice = Notice(self._save_elsewhere)
        self.bar = ActionBar(self.go_back, self.go_on)
        self.block_keys = BlockKeys(self)
        self.bar.add_button(self.block_keys.button)
        for bar in (self.side_bar, self.step_bar):
            bar.chosen.connect(self.go_to_section)
        self._outer.insertWidget(0, self.side_bar)
        for at, widget in enumerate((self.step_bar, self.notice)):
            self._content.insertWidget(at, widget)
        self._content.addWidget(self.bar)
        self._fold(self.width())

    def add_panel(self, panel: QWidget) -> None:
        """Put the panel of the blocks beside the page."""
        self._middle.addWidget(panel)

    def _make_bars_anew(self) -> None:
        self.block_keys.end()
        for old in (self.side_bar, self.step_bar, self.notice, self.bar):
            for layout in (self._outer, self._content, self._middle):
                layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._make_bars()
        self.bar.show()

    # --- moving -------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """Continue: take the answers, save, show what comes next."""
        if self.making.busy:
            return
        if isinstance(self.view, PageView):
            if not self.view.finish():
                return
            errors: list[FieldError] = []
            view = self.view
            if not self._guard(lambda: errors.extend(self.session.submit(view.answers(), block=view.block))):
                return
            if errors:
                view.show_errors(tuple(errors))
                return
        if self._letters is not None:
            if self._guard(self._letters.keep):
                self.making.letter(self._letters)
            return
        if self._preview is not None:
            self._preview.print_it()
            return
        match self.session.step:
            case Step.RESULT:
                self.making.documents()
                return
            case Step.DONE:
                self.making.open_folder()
                return
            case Step.READING:
                self.go_back()
                return
        self.session.go_on(self.view.last_page() if isinstance(self.view, BlockView) else None)
        self.refresh_view()

    def go_back(self) -> None:
        """Back: always possible; what was typed and is good is kept."""
        if not self.making.busy and not self.session.is_first() and self.keep_answers():
            after_documents = self.session.step is Step.FOLLOW_UP and self.making.folder is not None
            self.session.go_back()
            if after_documents:
                self.session.show(Step.DONE)
            self.refresh_view()

    def keep_answers(self) -> bool:
        """Save what is good on the page being left; False where the file could not be written."""
        if self._letters is not None:
            return self._guard(self._letters.keep)
        if not isinstance(self.view, PageView):
            return True
        self.view.keep()
        self.session.stand_at(self.view.page)
        return self._save_page(self.view, self.view.answers())

    def _save_page(self, view: PageView, answers: Mapping[str, Raw]) -> bool:
        return self._guard(lambda: self.session.submit(answers, block=view.block))

    def change(self, page_id: str) -> None:
        """From the review to the page of an answer."""
        self.session.change(page_id)
        self.refresh_view()

    def undo(self) -> None:
        """Take back the last change."""
        self._time_travel(self.session.undo, _("Dernier changement annulé."))

    def redo(self) -> None:
        """Make the change again that was taken back."""
        self._time_travel(self.session.redo, _("Changement refait."))

    def _time_travel(self, go: Callable[[], bool], words: Message) -> None:
        moved: list[bool] = []
        if self.keep_answers() and self._guard(lambda: moved.append(go())) and moved == [True]:
            self.refresh_view()
            self.tell(words)

    def refresh(self) -> None:
        """Build everything anew, with what is typed and the focus: sizes or language have changed."""
        if self.making.busy:
            return
        unsaved = take(self.view) if isinstance(self.view, PageView) else None
        if self.keep_answers():
            self._make_bars_anew()
            self.refresh_view()
            if unsaved is not None and isinstance(self.view, PageView):
                put(self.view, unsaved)

    def set_mode(self, mode: Mode) -> None:
        """Show the pages one by one or by blocks, at the same question, with all that was typed."""
        view = self.view
        if self.making.busy or (isinstance(view, PageView) and not view.finish()):
            return
        place = view.place() if isinstance(view, PageView) else None
        if self.keep_answers() and self._guard(lambda: self.session.set_mode(mode)):
            self.refresh_view(place)
            announce(self, MODE_WORDS[mode])

    def go_to_section(self, section: Section) -> None:
        """To the first page of a step, where this dossier has one."""
        if section is Section.FOLLOW_UP:
            if self.session.can_follow_up and not self.making.busy and self.keep_answers():
                self._follow_up()
            return
        pages = flow.block(section, self.session.dossier)
        if pages:
            self.go_to_page(pages[0])

    def go_to_page(self, page: Page) -> None:
        """To a page chosen freely; what was typed here is kept."""
        if not self.making.busy and self.keep_answers():
            self.session.jump(page)
            self.refresh_view()

    def keep_language(self, code: str) -> None:
        """Keep the language in which the person reads the questions."""
        self._guard(lambda: self.session.apply(lambda told: paths.put(told, SCREEN_LANGUAGE, code)))

    def _listen(self, draft: Dossier) -> None:
        wanted = draft.preferences.screen_language
        if wanted != self.session.dossier.preferences.screen_language:
            self.language_chosen.emit(wanted)

    def show_step(self, step: Step) -> None:
        """To the review or what follows it; what was typed here is kept."""
        if not self.making.busy and self.keep_answers():
            self.session.show(step)
            self.refresh_view()

    def _look(self) -> None:
        self.session.read(Step.PREVIEW)
        self.refresh_view()

    def _read(self) -> None:
        self.session.read(Step.READING)
        self.refresh_view()

    def _change_answer(self, back_to: Step, line: Line) -> None:
        if self.making.busy:
            return
        self.session.change(line.page, back_to)
        self.refresh_view()
        if isinstance(self.view, PageView):
            self.view.open_answer(line.path, line.item)

    def _follow_up(self) -> None:
        self.session.show(Step.FOLLOW_UP)
        self.refresh_view()

    def _guard(self, act: Callable[[], object]) -> bool:
        """Do something with the file. Where it fails, say why and answer False: nothing typed is lost."""
        try:
            act()
        except UserError as error:
            self.notice.say(error.message, elsewhere=isinstance(error, DossierFileError))
            return False
        self.notice.say(None)
        return True

    def _save_elsewhere(self) -> None:
        old = self.session.file.path
        if old is None:
            return
        path = self._services.choose_new_file(self, Path.home() / old.name)
        if path is not None and self._guard(lambda: self.session.save_elsewhere(path)):
            self.refresh()

    # --- showing ------------------------------------------------------------------------------------

    def refresh_view(self, place: tuple[str, int] | None = None) -> None:
        """Show the page where the session is, the keyboard at `place` where that is on it."""
        view = self._make_view()
        old, self.view = self.view, view
        view.continue_asked.connect(self.go_on)
        if old is not None:
            self._middle.removeWidget(old)
            # It will have the same place: what is laid out before that is laid out for it.
            view.setGeometry(old.geometry())
        self._middle.insertWidget(0, view, 1)
        self.show_progress()
        view.show()
        self.block_keys.show_block(view if isinstance(view, BlockView) else None)
        if self.isVisible():
            view.arrive()
            if place is not None and isinstance(view, PageView):
                view.go_to(place)
        if old is not None:
            # Once the focus has left it: Qt would look for another place for it.
            old.hide()
            old.deleteLater()

    def _make_view(self) -> ScrollPage:
        session, self._letters, self._preview = self.session, None, None
        if session.step is Step.QUESTIONS:
            kind = BlockView if session.by_block else PageView
            view = kind(session, session.page, self.work, parent=self)
            view.committed.connect(self._save_quietly)
            view.drafted.connect(self._listen)
            view.sheets_asked.connect(self.sheets_asked)
            return view
        if session.step is Step.REVIEW:
            from gui.wizard.review import ReviewView

            return ReviewView(session, self.change)
        if session.step is Step.RESULT:
            from gui.wizard.result import ResultView

            return ResultView(session, self._look, self._read, self._follow_up)
        if session.step is Step.PREVIEW:
            self._preview = self._make_preview()
            return self._preview
        if session.step is Step.READING:
            return self._make_reading()
        if session.step is Step.FOLLOW_UP:
            from gui.wizard.follow_up import FollowUpView

            self._letters = FollowUpView(session, self._services, self._change_from_letter)
            return self._letters
        from gui.wizard.done import DoneView

        made = self.making.folder
        assert made is not None
        read = self._read if (made / "requete.pdf").exists() else None
        return DoneView(made, self._look, read, self._follow_up if session.can_follow_up else None)

    def _make_preview(self) -> PreviewView:
        from gui.preview.view import Acts, PreviewView

        change = partial(self._change_answer, Step.PREVIEW)
        acts = Acts(change, self.making.run, self.tell, self.notice.say, self.failed.emit)
        return PreviewView(self.session, self._services, acts, shared=self._shared)

    def _make_reading(self) -> ReadingView:
        from gui.wizard.reading import ReadingView

        view = ReadingView(self.session, self._guard, partial(self._change_answer, Step.READING))
        view.counted.connect(lambda words, all_read: self.bar.show_state(words, good=all_read))
        view.print_asked.connect(self.making.reading)
        view.failed.connect(self.failed)
        return view

    def show_progress(self) -> None:
        """Say in the bars where the person is, and what the main button does."""
        session = self.session
        here = session.page.section if session.step is Step.QUESTIONS else Section.REQUETE
        if session.step in (Step.DONE, Step.FOLLOW_UP):
            here = Section.FOLLOW_UP
        lines = flow.progress(session.dossier)
        left = session.pages_left() if session.step is Step.QUESTIONS else None
        for bar in (self.side_bar, self.step_bar):
            bar.show_progress(lines, here, left, follow_up=session.can_follow_up)
        words = {
            Step.REVIEW: SEE_RESULT,
            Step.RESULT: MAKE_DOCUMENTS,
            Step.PREVIEW: PRINT,
            Step.DONE: OPEN_FOLDER,
            Step.FOLLOW_UP: MAKE_LETTER,
            Step.READING: READ,
        }
        self.mode_shown.emit(self.mode)
        self.bar.continue_button.say(words.get(session.step, CONTINUE))
        self.bar.back_button.setEnabled(not session.is_first())
        in_memory = session.file.path is None
        self.bar.show_state(
            _("Gardé en mémoire seulement") if in_memory else _("Enregistré"), good=not in_memory
        )

    def _save_quietly(self) -> None:
        # A line of a list was completed: it is saved before anything else happens.
        if isinstance(self.view, PageView):
            self._save_page(self.view, self.view.sure_answers())
        self.show_progress()

    def arrive(self) -> None:
        """The wizard has just been shown."""
        if self.view is not None:
            self.view.arrive()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold(event.size().width())

    def _fold(self, width: int) -> None:
        narrow = width / look().scale < FOLD_SIDE_BAR_BELOW
        self.side_bar.setVisible(not narrow)
        self.step_bar.setVisible(narrow)
        self.block_keys.fold()

    @property
    def mode(self) -> Mode:
        """How the pages are shown."""
        return Mode.WITH_VOLUNTEER if self.session.by_block else Mode.ALONE

    # --- papers -------------------------------------------------------------------------------------

    def tell(self, words: Message) -> None:
        """Say in the bar, and to a screen reader, what was done."""
        self.bar.show_state(words, good=True)
        announce(self, words)

    def show_letter(self, folder: Path) -> None:
        """A letter was written in this folder."""
        if self._letters is not None:
            self._letters.show_made(folder)

    def _change_from_letter(self, page_id: str) -> None:
        if not self.making.busy and self.keep_answers():
            self.session.jump(flow.page(page_id))
            self.refresh_view()
