"""The sheets around the dossiers: recovery sheet, list of the week."""

from __future__ import annotations

from datetime import date

from core.documents.blocks import texts
from core.documents.desk_sheets import Due, lines_sheet, week_sheet
from core.documents.render_pdf import pdf
from core.storage.passphrase import recovery_sheet
from tests.documents.extraction import squeezed, words_of_pdf

MONDAY = date(2026, 11, 23)


def words(document) -> list[str]:
    return [text.replace("\N{NO-BREAK SPACE}", " ") for block in document.blocks for text in texts(block)]


def test_the_recovery_sheet_prints_the_words():
    sheet = lines_sheet("feuille", recovery_sheet("a.dossier", "lampe jardin pomme soleil", MONDAY))
    text = squeezed(words_of_pdf(pdf(sheet)))
    assert squeezed("lampe jardin pomme soleil") in text
    assert squeezed("Sans cette phrase, personne ne peut ouvrir le dossier") in text


def test_the_week_holds_its_seven_days_in_order_and_no_other():
    listed = [
        Due(date(2026, 11, 29), "SOW Awa", "Nouvel essai", "Élise"),
        Due(date(2026, 11, 24), "DIALLO A.", "Audience"),
        Due(date(2026, 11, 30), "KAYA E.", "Trop tard"),
        Due(date(2026, 11, 22), "KAYA E.", "Trop tôt"),
    ]
    found = words(week_sheet(MONDAY, listed))
    assert found.index("Mardi 24 novembre 2026") < found.index("DIALLO A.") < found.index("SOW Awa")
    assert found.index("Dimanche 29 novembre 2026") < found.index("Élise")
    assert "KAYA E." not in found
    assert pdf(week_sheet(MONDAY, listed)).startswith(b"%PDF")


def test_an_empty_week_says_so():
    assert "Aucune date cette semaine." in words(week_sheet(MONDAY, []))
