"""What a page holds that no dossier keeps: where the keyboard is, what is half typed, which form is open.

A page is built anew where the language or the text size changes; this carries the rest over.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from gui.wizard.editors.item_form import id_of
from gui.wizard.editors.repeat import RepeatEditor
from gui.wizard.page_view import PageView


@dataclass(frozen=True)
class Unsaved:
    """`forms` are the lines whose form is open, by their list; `refused` what stands in fields of a form."""

    focus: str
    cursor: int
    forms: dict[str, str]
    refused: dict[str, str]


def take(view: PageView) -> Unsaved:
    """What `view` holds. The session itself keeps the answers of a page that could not be taken."""
    focus: QWidget | None = view.focusWidget()
    name = focus.objectName() if focus is not None else ""
    cursor = focus.cursorPosition() if isinstance(focus, QLineEdit) else -1
    forms: dict[str, str] = {}
    texts: dict[str, str] = {}
    for editor in view.findChildren(RepeatEditor):
        if editor.form is not None:
            forms[editor.repeat.path] = id_of(editor.form.item)
            texts |= _texts(editor, editor.form.refused())
    return Unsaved(name, cursor, forms, texts)


def put(view: PageView, unsaved: Unsaved) -> None:
    """Put it into the page that shows the same questions."""
    for editor in view.findChildren(RepeatEditor):
        if editor.repeat.path in unsaved.forms:
            editor.open_again(unsaved.forms[editor.repeat.path])
    for name, text in unsaved.refused.items():
        field = _find(view, name)
        if isinstance(field, QLineEdit):
            field.setText(text)
        elif isinstance(field, QPlainTextEdit):
            field.setPlainText(text)
    focus = _find(view, unsaved.focus)
    if focus is not None and not focus.isHidden():
        view.use(focus)
        if isinstance(focus, QLineEdit) and unsaved.cursor >= 0:
            focus.setCursorPosition(unsaved.cursor)


def _texts(inside: QWidget, paths: frozenset[str]) -> dict[str, str]:
    lines = {field.objectName(): field.text() for field in inside.findChildren(QLineEdit)}
    long = {field.objectName(): field.toPlainText() for field in inside.findChildren(QPlainTextEdit)}
    return {name: text for name, text in (lines | long).items() if name.partition(":")[0] in paths}


def _find(view: PageView, name: str) -> QWidget | None:
    return view.findChild(QWidget, name) if name else None
