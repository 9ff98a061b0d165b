"""Sheets to print without a dossier: which one, in which language."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from core.documents.home_sheets import TITLES, HomeSheet, home_sheet
from core.i18n import SOURCE_LANGUAGE, _
from core.interview.choices import language_options
from core.interview.model import Choice, Option, Raw, Search
from gui.form_page import FormPage
from gui.services import Services
from gui.widgets.basic import Card, TextLabel, announce
from gui.widgets.page import ScrollPage
from gui.words import language as screen_language

SHEET = Choice(
    path="sheet",
    label=_("Quelle fiche ?"),
    required=True,
    options=tuple(Option(which, title) for which, title in TITLES.items()),
)
LANGUAGE = Search(
    path="language",
    label=_("Dans quelle langue ?"),
    hint=_("Le français est à côté."),
    options=language_options,
    required=True,
)


class PrintSheets(FormPage):
    """Asks, then writes the sheet where the person wants it. It holds nothing about anybody."""

    def __init__(self, services: Services, which: HomeSheet = HomeSheet.BRING) -> None:
        super().__init__(_("Fiches à imprimer"), (SHEET, LANGUAGE), services)
        self.show_answer(SHEET.path, which)
        self.show_answer(LANGUAGE.path, screen_language())
        self.bar.continue_button.say(_("Créer la fiche"))

    def add_help(self, view: ScrollPage) -> None:
        view.aside.addWidget(
            Card(
                TextLabel(_("À quoi ça sert ?"), "help-title"),
                TextLabel(
                    _("La personne vient avec les bons papiers, et elle comprend ce qu’elle signe."), "help"
                ),
                TextLabel(
                    _("Sa langue manque ? Imprimez en français facile : l’interprète lit à voix haute."),
                    "help",
                ),
            )
        )

    def accept(self, answers: Mapping[str, Raw]) -> None:
        which, language = HomeSheet(str(answers[SHEET.path])), str(answers[LANGUAGE.path])
        name = which.value if language == SOURCE_LANGUAGE else f"{which.value}-{language}"
        target = self.services.choose_target(self, Path.home() / f"{name}.pdf")
        if target is not None:
            self.work(
                _("Je prépare la fiche…"), lambda: _write(target, which, language), self._written, SHEET.path
            )

    def _written(self, _path: object) -> None:
        words = _("Fichier créé.")
        self.bar.set_busy(None)
        self.bar.show_state(words, good=True)
        announce(self, words)


def _write(target: Path, which: HomeSheet, language: str) -> Path:
    from core.documents.render_pdf import pdf
    from gui.preview.note_printer import print_note
    from gui.sheets import write

    document, french = home_sheet(which, language), home_sheet(which, SOURCE_LANGUAGE)
    return write(target, pdf(french) if language == SOURCE_LANGUAGE else print_note(document, french))
