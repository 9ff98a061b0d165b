"""One run through the window, or of its bare counterparts: `python -m tests.bench.window_child KIND DIR`.

Prints as JSON: `page` and `key` (95th percentiles, ms) and `memory` (peak bytes).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from tests.bench.startup_child import peak_memory
from tests.bench.table import p95

TODAY = date(2026, 11, 23)
ROUNDS = 4
KEYS = "Une phrase assez longue pour que quelqu’un la tape en entier, sans se presser. " * 3


def main(kind: str, folder: Path) -> None:
    """Measure and print."""
    if kind == "ours":
        from gui.app import create_application

        application = create_application(sys.argv[:1])
    else:
        application = QApplication(sys.argv[:1])
    pages, keys = ours(folder) if kind == "ours" else bare(folder)
    memory = peak_memory()
    print(json.dumps({"page": p95(pages) * 1000, "key": p95(keys) * 1000, "memory": memory}))
    application.quit()


def painted(act: Callable[[], object], window: QWidget) -> float:
    """The seconds from before `act` until the window has shown what came of it."""
    begun = perf_counter()
    act()
    QApplication.processEvents()
    window.repaint()
    taken = perf_counter() - begun
    # What Qt does when nobody waits: take old pages away.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return taken


def type_keys(window: QWidget, field: QWidget) -> list[float]:
    """How long each key takes."""
    return [painted(partial(QTest.keyClicks, field, key), window) for key in KEYS if key.isascii()]


def ours(folder: Path) -> tuple[list[float], list[float]]:
    """Through every page of the seed case, changing one answer on each, so that each Continue saves."""
    from core.dossier import examples, paths
    from core.dossier.model import Dossier
    from core.interview import flow
    from core.interview.model import Page
    from core.storage.dossier_file import DossierFile
    from gui.app import create_window
    from gui.services import Services
    from gui.task import AFTER_PAINTING
    from gui.wizard.session import Step

    window = create_window(Services(today=lambda: TODAY))
    window.resize(1366, 768)
    window.show()
    # A person reads the first page for a moment; what is loaded meanwhile is loaded by then.
    QTest.qWait(2 * AFTER_PAINTING)
    while QThreadPool.globalInstance().activeThreadCount():
        QApplication.processEvents()
    QApplication.processEvents()
    told = examples.example("cergy", TODAY)
    window.show_wizard(DossierFile.create(folder / "bench.dossier", told))
    wizard = window.wizard
    assert wizard is not None
    times: list[float] = []

    def answered(page: Page, dossier: Dossier) -> Iterator[str]:
        return (q.path for q in reversed(page.questions) if paths.is_answered(dossier, q.path))

    def is_list(dossier: Dossier, path: str) -> bool:
        return isinstance(paths.get(dossier, path), tuple)

    for _round in range(ROUNDS):
        wizard.session.jump(flow.visible_pages(told)[0])
        wizard.refresh_view()
        QApplication.processEvents()
        while wizard.session.step is Step.QUESTIONS:
            # One answer of the page is not on disk yet: Continue writes it.
            file = wizard.session.file
            path = next((p for p in answered(wizard.session.page, told)), None)
            if path is not None:
                file.save(paths.put(file.dossier, path, None if not is_list(told, path) else ()))
            times.append(painted(wizard.go_on, window))
    wizard.session.jump(flow.page("name"))
    wizard.refresh_view()
    field = window.findChild(QLineEdit, "identity.family_name")
    assert field is not None
    keys = type_keys(window, field)
    wizard.session.show(Step.RESULT)
    wizard.refresh_view()
    QApplication.processEvents()
    window.close()
    return times, keys


def bare(folder: Path) -> tuple[list[float], list[float]]:
    """A window that shows another label and commits the same bytes; a field on its own."""
    from core.dossier import examples, json_form

    data = json_form.encode(examples.example("cergy", TODAY))
    window, field, label = QWidget(), QLineEdit(), QLabel("0")
    layout = QVBoxLayout(window)
    layout.addWidget(label)
    layout.addWidget(field)
    window.resize(1366, 768)
    window.show()
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    from core.storage.driver import connect, transaction

    connection = connect(folder / "bare.db")
    connection.execute("CREATE TABLE part (name TEXT PRIMARY KEY, data BLOB)")

    def page() -> None:
        with transaction(connection):
            connection.execute("INSERT OR REPLACE INTO part VALUES ('dossier', ?)", (data,))
        label.setText(label.text() + "1")

    times = [painted(page, window) for _page in range(25 * ROUNDS)]
    keys = type_keys(window, field)
    connection.close()
    return times, keys


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
