"""A full run through the real window, in its own process: `python -m tests.e2e.computer_child KIND STICK`.

KIND: `memory` and `stick` on a shared computer, `private` on one's own with a passphrase. Only key presses
drive the window. Prints, as JSON in the last line, the sockets that were used, the titles that windows had
and the lines of the last screen.
"""

from __future__ import annotations

import json
import logging
import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from core.dossier import examples, paths
from core.dossier.model import Dossier
from core.storage import key
from gui.app import create_application, create_window
from gui.farewell import Farewell
from gui.file_page import KeepWords
from gui.services import Services
from gui.wizard.session import Step
from tests.e2e.keyboard import Keyboard

TODAY = date(2026, 11, 23)
WORDS = "Tyuiopqsdf lampe jardin soleil"
# Easy to look for, and in no resource of the program.
SECRETS = {
    "identity.family_name": "ZYXWVUTSRQÉ",
    "identity.given_names": "Ponmlkjihgé",
    "identity.foreigner_number": "9912345678",
    "contact.email": "qsdfghjklm@example.org",
}
# What is hidden does not depend on how slowly the key is derived.
ROUNDS = 10
SOCKETS: list[str] = []


def listen(event: str, _arguments: object) -> None:
    if event.startswith("socket.") and event != "socket.gethostname":
        SOCKETS.append(event)


def told() -> Dossier:
    dossier = examples.example("cergy", TODAY)
    for path, value in SECRETS.items():
        dossier = paths.put(dossier, path, value)
    return dossier


def main(kind: str, stick: Path) -> None:
    app = create_application([])
    titles: set[str] = set()
    window = create_window(
        Services(
            today=lambda: TODAY,
            choose_folder=lambda _parent: stick / "documents",
            choose_new_file=lambda _parent, _proposed: stick / "a.dossier",
            open_folder=lambda _folder: True,
        )
    )
    window.show()
    window.activateWindow()
    keyboard = Keyboard(window)
    keyboard.wait(lambda: QApplication.focusWidget() is not None)
    begin(keyboard, kind)
    keyboard.tell(told())
    titles |= {widget.windowTitle() for widget in QApplication.topLevelWidgets()}
    keyboard.press(Qt.Key.Key_F9)
    assert QApplication.focusWidget() is window.screen_widget
    keyboard.press(Qt.Key.Key_A)
    assert window.wizard is not None
    wizard = window.wizard
    assert wizard.session.dossier.identity.family_name == SECRETS["identity.family_name"]
    if kind != "memory":
        # A dossier that stays in memory is printed by hand in this run's sister; here nothing is written.
        keyboard.enter()
        keyboard.enter()
        keyboard.wait(lambda: wizard.session.step is Step.DONE)
    keyboard.tab_to_name("leave")
    keyboard.enter()
    if kind == "memory":
        keyboard.tab_to_name("confirm:erase")
        keyboard.enter()
    lines: list[str] = []
    if kind != "private":
        assert isinstance(window.screen_widget, Farewell)
        keyboard.tab_to_name("farewell:close")
        lines = [label.text() for label in window.screen_widget.findChildren(QLabel)]
        keyboard.enter()
    else:
        window.close()
    keyboard.wait(lambda: not window.isVisible())
    titles |= {widget.windowTitle() for widget in QApplication.topLevelWidgets()}
    app.quit()
    print(json.dumps({"sockets": SOCKETS, "titles": sorted(titles), "lines": lines}))


def begin(keyboard: Keyboard, kind: str) -> None:
    """From the first question to the first page of the interview."""
    keyboard.tab_to_name("whose:private" if kind == "private" else "whose:shared")
    keyboard.enter()
    keyboard.tab_to_name("new")
    keyboard.enter()
    if kind == "memory":
        keyboard.choose("shared_place", "memory")
    else:
        keyboard.choose("private_place" if kind == "private" else "shared_place", "chosen")
        keyboard.choose("protected", True)
        keyboard.write("passphrase", WORDS)
    keyboard.enter()
    if kind != "memory":
        keyboard.wait(lambda: isinstance(keyboard.window.screen_widget, KeepWords))
        keyboard.tab_to_name("words:noted")
        keyboard.enter()
    keyboard.wait(lambda: keyboard.window.wizard is not None)


if __name__ == "__main__":
    sys.addaudithook(listen)
    key.KDF_ROUNDS = ROUNDS
    logging.basicConfig(level=logging.DEBUG, stream=sys.stderr)
    main(sys.argv[1], Path(sys.argv[2]))
