"""What tests ask of a block of questions on the screen."""

from __future__ import annotations

from msgspec.structs import replace

from core.dossier.model import Dossier, Preferences
from core.dossier.values import Mode
from gui.wizard.block_view import BlockView
from gui.wizard.page_view import PageView
from gui.wizard.wizard import Wizard


def with_volunteer(dossier: Dossier, **preferences: str) -> Dossier:
    told = replace(dossier.preferences, mode=Mode.WITH_VOLUNTEER, **preferences)
    return replace(dossier, preferences=told)


NEW = with_volunteer(Dossier(preferences=Preferences(understood=True)))


def block(wizard: Wizard) -> BlockView:
    assert isinstance(wizard.view, BlockView)
    return wizard.view


def raw(wizard: Wizard, path: str) -> object:
    assert isinstance(wizard.view, PageView)
    return wizard.view.fields[path].editor.raw()


def in_use(wizard: Wizard) -> str:
    assert isinstance(wizard.view, PageView)
    field = wizard.view.field_in_use()
    assert field is not None
    return field.question.path


def go_to(wizard: Wizard, path: str) -> None:
    assert isinstance(wizard.view, PageView)
    assert wizard.view.go_to((path, 0))


def shown(wizard: Wizard) -> list[str]:
    return [part.page.id for part in block(wizard).parts()]
