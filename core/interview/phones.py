"""Telephone numbers: read back as they are dialled, never changed and never refused."""

from __future__ import annotations

from datetime import date

from core.dossier.model import Dossier
from core.i18n import _
from core.interview.model import Remark
from core.reference import named_country

# Dialled with ten figures like any French number; the library counts them as countries.
_FRENCH = ("FR", "RE", "GP", "MQ", "GF", "YT")
_SHARED_CODES = ("BL", "MF")
_FRENCH_CODES = ("0", "+33", "+262", "+590", "+594", "+596")
_DOUBT = _("Ce numéro semble faux. Vérifiez les chiffres. Exemple : 06 12 34 56 78.")
_ABROAD = _("Ce numéro semble faux. Pour un autre pays, commencez par +. Exemple : +213 550 12 34 56.")


def phone_remark(typed: str, dossier: Dossier, on: date) -> Remark | None:
    """The country and the number as it is dialled, or what to look at where it cannot be dialled."""
    import phonenumbers
    from phonenumbers import NumberParseException, PhoneNumberFormat

    for region in _FRENCH:
        try:
            number = phonenumbers.parse(typed, region)
        except NumberParseException:
            break
        if phonenumbers.is_valid_number(number):
            where = phonenumbers.region_code_for_number(number) or region
            is_french = where in _FRENCH or where in _SHARED_CODES
            way = PhoneNumberFormat.NATIONAL if is_french else PhoneNumberFormat.INTERNATIONAL
            return _reading(where, phonenumbers.format_number(number, way))
    return Remark(_DOUBT if typed.lstrip().startswith(_FRENCH_CODES) else _ABROAD, doubt=True)


def _reading(country: str, number: str) -> Remark | None:
    try:
        named = named_country(country)
    except KeyError:
        # Numbers of no country, such as +800: there is nothing to read back.
        return None
    return Remark(_("{country} : {number}", country=named, number=number))
