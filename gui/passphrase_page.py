"""Another passphrase for the open dossier, or none: four words are proposed, shown, and may be replaced."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal

from core.i18n import _
from core.interview.model import Raw, Text, YesNo
from core.storage import passphrase
from gui.form_page import FormPage
from gui.services import Services
from gui.widgets.basic import Card, TextLabel
from gui.widgets.page import ScrollPage

PROTECTED = YesNo(
    path="protected",
    label=_("Voulez-vous protéger le dossier par une phrase secrète ?"),
    hint=_("Sans elle, personne ne peut lire le dossier. Vous non plus."),
    required=True,
)
WORDS = Text(
    path="passphrase",
    label=_("Votre nouvelle phrase secrète"),
    hint=_("Gardez ces quatre mots, ou écrivez les vôtres."),
    required=True,
    printed=False,
    max_length=200,
)


class PassphrasePage(FormPage):
    """`changed` carries the new words, or None. `change` does the work, beside the window.

    `encrypted`: the dossier has a passphrase already.
    """

    changed = Signal(object)

    def __init__(
        self, services: Services, change: Callable[[str | None], object], *, encrypted: bool
    ) -> None:
        # Before the help is made, which speaks of it.
        self._encrypted = encrypted
        super().__init__(_("Votre phrase secrète"), (PROTECTED, WORDS), services)
        self._change = change
        self.show_answer("protected", True)
        self.show_answer("passphrase", passphrase.propose())
        self.update_shown()

    def add_help(self, view: ScrollPage) -> None:
        lines = [_("Les anciennes sauvegardes sont remplacées par une nouvelle.")]
        if self._encrypted:
            lines.insert(0, _("L’ancienne phrase ne marchera plus."))
        view.aside.addWidget(
            Card(TextLabel(_("À savoir"), "help-title"), *(TextLabel(line, "help") for line in lines))
        )

    def shown(self, answers: Mapping[str, Raw]) -> frozenset[str]:
        return frozenset({"protected", "passphrase"} if answers.get("protected") is True else {"protected"})

    def accept(self, answers: Mapping[str, Raw]) -> None:
        raw = answers.get("passphrase")
        words = str(raw) if raw else None
        self.work(
            _("Je change la protection…"),
            lambda: self._change(words),
            lambda _done: self.changed.emit(words),
            "protected",
        )
