"""Pictures of every page of a story, to be looked at: `python -m tests.screens FOLDER [--theme dark] …`.

What a picture shows is what a person sees: the real window, with the fonts that are shipped. It draws without
a screen, so that it can be run anywhere.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gui.window import MainWindow

TODAY = date(2026, 11, 23)


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures that the arguments ask for."""
    options = parser().parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        # Settings and copies of the person who takes the pictures are neither read nor written.
        os.environ.update(HOME=home, XDG_DATA_HOME=home, XDG_CONFIG_HOME=home, XDG_STATE_HOME=home)
        for number, (name, window) in enumerate(_screens(options, Path(home))):
            if options.only and not any(name.startswith(wanted) for wanted in options.only):
                continue
            for part, _scrolled in enumerate(_scrolling(window, whole=options.whole), start=1):
                path = options.folder / f"{number:02}-{name}{f'-{part}' if part > 1 else ''}.png"
                window.grab().save(str(path))
                print(path)
    return 0


def parser() -> argparse.ArgumentParser:
    """The options."""
    from core.dossier import examples

    top = argparse.ArgumentParser(prog="python -m tests.screens", description=__doc__)
    top.add_argument("folder", type=Path)
    top.add_argument("--story", choices=examples.names(), default="cergy")
    top.add_argument("--theme", choices=("light", "dark", "high_contrast"), default="light")
    top.add_argument("--scale", type=float, default=1.0)
    top.add_argument("--size", default="1366x768")
    top.add_argument("--language", default="fr")
    top.add_argument("--mode", choices=("alone", "with_volunteer"), default="alone")
    top.add_argument("--whole", action="store_true", help="what is reached by scrolling, too")
    top.add_argument("--only", nargs="*", help="the first letters of the pages wanted")
    return top


def _screens(options: argparse.Namespace, home: Path) -> Iterator[tuple[str, MainWindow]]:
    from msgspec.structs import replace

    from core.dossier import examples
    from core.dossier.values import Mode
    from core.storage.computer import Answer, Computer, remember
    from core.storage.dossier_file import DossierFile
    from core.storage.places import find_places
    from gui import style
    from gui.app import create_application, create_window
    from gui.appearance import speak
    from gui.services import Services
    from gui.wizard.session import Step
    from tests.outside_pages import outside

    app = create_application([])
    style.apply(app, theme=options.theme)
    speak(options.language)
    remember(find_places(shared=False), Answer(Computer.PRIVATE))
    window = create_window(Services(today=lambda: TODAY))
    # The window begins as it was left on this computer.
    window.appearance.set_text_size(options.scale)
    width, height = map(int, options.size.split("x"))
    window.resize(width, height)
    window.show()
    _settle()
    yield "start", window
    told = examples.example(options.story, TODAY)
    preferences = replace(
        told.preferences, mode=Mode(options.mode), screen_language=options.language,
        note_language=options.language,
    )  # fmt: skip
    file = DossierFile.create(home / "story.dossier", replace(told, preferences=preferences))
    window.show_wizard(file)
    wizard = window.wizard
    assert wizard is not None
    from core.interview import flow

    for page in flow.visible_pages(wizard.session.dossier):
        wizard.session.jump(page)
        wizard.refresh_view()
        _settle()
        yield page.id, window
    for step in (Step.REVIEW, Step.RESULT, Step.PREVIEW, Step.READING, Step.FOLLOW_UP):
        wizard.session.show(step)
        wizard.refresh_view()
        # The documents are composed beside the window.
        while not getattr(wizard.view, "ready", True):
            _settle()
        _settle()
        yield step.value, window
    # What comes before the interview and what lies around it.
    window.leave()
    yield from ((name, window) for name in outside(window, home))
    window.close()


def _scrolling(window: MainWindow, *, whole: bool) -> Iterator[None]:
    """Scroll the page down, a screen at a time, from where it is; only where it is, unless `whole`."""
    from gui.widgets.page import ScrollPage

    yield
    pages = [page for page in window.findChildren(ScrollPage) if page.isVisible()]
    for bar in (page.verticalScrollBar() for page in pages if whole):
        if bar.value() > 0:
            bar.setValue(0)
            _settle()
            yield
        while bar.value() < bar.maximum():
            # A line or two of the screen before stays in sight.
            bar.setValue(bar.value() + bar.pageStep() * 9 // 10)
            _settle()
            yield


def _settle() -> None:
    from PySide6.QtWidgets import QApplication

    for _round in range(20):
        QApplication.processEvents()


if __name__ == "__main__":
    sys.exit(main())
