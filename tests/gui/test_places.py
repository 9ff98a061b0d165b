"""Postcodes at the keyboard: what follows is proposed, what the person wrote stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from core.dossier import paths
from core.dossier.model import Dossier
from core.dossier.values import AddressKind
from core.interview import flow
from core.storage.dossier_file import DossierFile
from gui.widgets.cards import RadioCard
from gui.window import MainWindow
from gui.wizard.page_view import PageView
from gui.wizard.wizard import Wizard
from tests.gui.keys import Key, focus, press, settle, write

POSTCODE, CITY = "contact.address.postal_code", "contact.address.city"
HOME_POSTCODE, HOME_TOWN, PLACE = "residence.postal_code", "residence.commune", "residence.departement"
OpenAt = Callable[..., Wizard]


@pytest.fixture
def open_at(window: MainWindow, dossier_file: Callable[[Dossier], DossierFile], cergy: Dossier) -> OpenAt:
    """Opens the story at a page, with some answers changed."""

    def open_(page_id: str, **changes: Any) -> Wizard:
        dossier = cergy
        for name, value in changes.items():
            dossier = paths.put(dossier, name.replace("__", "."), value)
        window.show_wizard(dossier_file(dossier))
        assert window.wizard is not None
        window.wizard.session.jump(flow.page(page_id))
        window.wizard.refresh_view()
        settle()
        return window.wizard

    return open_


@pytest.fixture
def mail(open_at: OpenAt) -> Wizard:
    return open_at(
        "mail", contact__address__postal_code=None, contact__address__city=None, residence__commune=None
    )


@pytest.fixture
def home(open_at: OpenAt) -> Wizard:
    """Somebody whose post arrives at an association in Paris and who lives elsewhere."""
    return open_at(
        "prefecture",
        contact__address_kind=AddressKind.DOMICILIATION,
        contact__address__postal_code="75019",
        contact__address__city="Paris",
        residence__at_mail_address=False,
        residence__commune=None,
        residence__departement=None,
        residence__prefecture_confirmed=None,
    )


def view(wizard: Wizard) -> PageView:
    assert isinstance(wizard.view, PageView)
    return wizard.view


def shown(wizard: Wizard, path: str) -> Any:
    return view(wizard).fields[path].editor.raw()


def said(wizard: Wizard, path: str) -> str:
    labels = view(wizard).fields[path].findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def go_to(wizard: Wizard, path: str, *, empty: bool = False) -> None:
    field = view(wizard).fields[path].editor.first_field()
    field.setFocus()
    settle()
    if empty:
        press(Key.Key_End)
        for _character in range(40):
            press(Key.Key_Backspace)


def test_the_town_of_a_postcode_is_proposed_and_follows_it(mail: Wizard) -> None:
    go_to(mail, POSTCODE)
    write("9222")
    assert shown(mail, CITY) == ""
    write("0")
    assert shown(mail, CITY) == "Bagneux"
    assert "Le programme propose cette réponse" in said(mail, CITY)
    go_to(mail, POSTCODE, empty=True)
    write("94240")
    assert shown(mail, CITY) == "L’Haÿ-les-Roses"
    # A postcode of nobody: what was proposed for another one does not stay.
    press(Key.Key_Backspace)
    write("9")
    assert shown(mail, CITY) == ""
    assert "propose" not in said(mail, CITY)


def test_the_town_that_the_person_wrote_stays(mail: Wizard) -> None:
    go_to(mail, CITY)
    write("La Défense")
    go_to(mail, POSTCODE)
    write("92220")
    assert shown(mail, CITY) == "La Défense"
    assert "propose" not in said(mail, CITY)
    assert "est celui de Bagneux" in said(mail, CITY)
    # It can be taken all the same.
    press(Key.Key_Return)
    assert mail.session.dossier.contact.address.city == "La Défense"
    assert mail.session.page.id == "reach"


def test_what_was_proposed_can_be_taken_away(mail: Wizard) -> None:
    go_to(mail, POSTCODE)
    write("92220")
    go_to(mail, CITY, empty=True)
    assert shown(mail, CITY) == ""
    go_to(mail, POSTCODE)
    write(" ")
    assert shown(mail, CITY) == ""


def test_the_towns_of_a_postcode_are_chosen_with_arrows(mail: Wizard) -> None:
    go_to(mail, POSTCODE)
    write("51300")
    assert shown(mail, CITY) == ""
    go_to(mail, CITY)
    assert "46 réponses proposées" in said(mail, CITY)
    write("vitry")
    assert shown(mail, CITY) == "vitry"
    press(Key.Key_Down, Key.Key_Return)
    assert shown(mail, CITY) == "Vitry-en-Perthois"
    assert "réponses proposées" not in said(mail, CITY)
    assert mail.session.page.id == "mail"
    # Now nothing is chosen in the list, which is closed: Enter goes on.
    press(Key.Key_Return)
    assert mail.session.dossier.contact.address.city == "Vitry-en-Perthois"


def test_enter_goes_on_with_what_was_typed_while_the_list_is_open(mail: Wizard) -> None:
    go_to(mail, POSTCODE)
    write("51300")
    go_to(mail, CITY)
    write("Saint")
    assert "proposées" in said(mail, CITY)
    press(Key.Key_Return)
    assert mail.session.dossier.contact.address.city == "Saint"


def test_escape_closes_the_list_and_a_click_takes(mail: Wizard, qtbot: Any) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QListView

    go_to(mail, POSTCODE)
    write("51300")
    go_to(mail, CITY)
    towns = next(
        found for found in view(mail).findChildren(QListView) if found.objectName() == f"{CITY}:list"
    )
    assert towns.isVisible()
    press(Key.Key_Escape)
    assert not towns.isVisible()
    write("b")
    place = towns.visualRect(towns.model().index(1, 0)).center()
    qtbot.mouseClick(towns.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown(mail, CITY) == "Bassuet"


def test_whoever_lives_elsewhere_is_asked_for_the_postcode_of_the_home(home: Wizard) -> None:
    assert shown(home, PLACE) is None
    go_to(home, HOME_POSTCODE)
    write("97400")
    assert (shown(home, HOME_TOWN), shown(home, PLACE)) == ("Saint-Denis", "974")
    assert "préfet de La Réunion" in said(home, PLACE)
    press(Key.Key_Return)
    kept = home.session.dossier.residence
    assert (kept.postal_code, kept.commune, kept.departement) == ("97400", "Saint-Denis", "974")


def test_a_postcode_of_two_departements_waits_for_the_town(home: Wizard) -> None:
    go_to(home, HOME_POSTCODE)
    write("42620")
    assert (shown(home, HOME_TOWN), shown(home, PLACE)) == ("", None)
    go_to(home, HOME_TOWN)
    write("saint pierre laval")
    assert shown(home, PLACE) == "03"


def test_a_departement_that_does_not_fit_is_said_beside_it_and_kept(home: Wizard) -> None:
    go_to(home, PLACE)
    write("paris")
    press(Key.Key_Return)
    go_to(home, HOME_POSTCODE)
    write("92220")
    assert shown(home, PLACE) == "75"
    assert "92220 est dans" in said(home, PLACE)
    go_to(home, HOME_POSTCODE, empty=True)
    write("75020")
    assert "est dans" not in said(home, PLACE)
    assert "préfet de police" in said(home, PLACE)


def test_whoever_lives_at_the_address_is_asked_for_no_postcode_again(open_at: OpenAt) -> None:
    wizard = open_at("prefecture", residence__commune=None, residence__departement=None)
    assert view(wizard).fields[HOME_POSTCODE].isHidden()
    assert (shown(wizard, HOME_TOWN), shown(wizard, PLACE)) == ("Nanterre", "92")


def test_a_number_is_read_back_and_a_wrong_one_said_once_the_field_is_left(open_at: OpenAt) -> None:
    wizard = open_at("reach", contact__phone=None)
    write("0692 12 34 5")
    assert "semble faux" not in said(wizard, "contact.phone")
    write("6")
    assert "La Réunion\N{NO-BREAK SPACE}: 0692 12 34 56" in said(wizard, "contact.phone")
    press(Key.Key_Backspace, Key.Key_Tab)
    assert "semble faux" in said(wizard, "contact.phone")
    assert shown(wizard, "contact.phone") == "0692 12 34 5"
    press(Key.Key_Return)
    assert wizard.session.dossier.contact.phone == "0692 12 34 5"


def test_a_choice_answers_for_itself(open_at: OpenAt) -> None:
    """What is proposed for one question may follow from another one, until the person chooses."""
    wizard = open_at("prefecture", residence__commune=None, residence__departement=None)
    go_to(wizard, PLACE, empty=True)
    write("95")
    press(Key.Key_Return)
    go_to(wizard, HOME_TOWN, empty=True)
    write("Puteaux")
    assert shown(wizard, PLACE) == "95"
    assert isinstance(focus(), type(view(wizard).fields[HOME_TOWN].editor.first_field()))
    assert not any(card.hasFocus() for card in view(wizard).findChildren(RadioCard))
