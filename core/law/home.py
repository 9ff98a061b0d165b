"""Where the person lives, as far as the postcode tells: it decides the prefecture and the tribunal.

The postal address says it only where the person lives there: a domiciliation or a friend's letter box may be
in another département.
"""

from __future__ import annotations

from core.dossier.model import Dossier
from core.dossier.values import AddressKind
from core.reference import departements_of


def has_address(dossier: Dossier) -> bool:
    """Whether there is an address to write down."""
    return dossier.contact.address_kind not in (None, AddressKind.NONE)


def lives_at_mail_address(dossier: Dossier) -> bool:
    """Whether the address of the post is that of the home; at home, nobody is asked."""
    return has_address(dossier) and (
        dossier.contact.address_kind is AddressKind.HOME or dossier.residence.at_mail_address is True
    )


def mail_postal_code(dossier: Dossier) -> str | None:
    """The postcode of the postal address, where it is one of France: five digits mean another town abroad."""
    address = dossier.contact.address
    if (
        not has_address(dossier)
        or dossier.residence.in_france is False
        or address.country not in (None, "FR")
    ):
        return None
    return address.postal_code


def home_postal_code(dossier: Dossier) -> str | None:
    """The postcode of where the person lives, None where they have not said it."""
    if lives_at_mail_address(dossier):
        return mail_postal_code(dossier)
    return dossier.residence.postal_code if dossier.residence.in_france is not False else None


def home_town(dossier: Dossier) -> str | None:
    """The town of where the person lives, None where they have not said it."""
    mail_town = dossier.contact.address.city if lives_at_mail_address(dossier) else None
    return dossier.residence.commune or mail_town


def home_departements(dossier: Dossier) -> tuple[str, ...]:
    """The départements where the person can live, by postcode and town; none where neither is told."""
    postal_code = home_postal_code(dossier)
    return departements_of(postal_code, home_town(dossier)) if postal_code is not None else ()
