"""What follows from a postcode: the town to propose, the département, and what does not fit together.

Proposals only: any town can be typed (a CEDEX, a new commune, a hamlet), and a département that the person
chose is never changed.
"""

from __future__ import annotations

from datetime import date

from core.dossier import paths
from core.dossier.model import Dossier
from core.i18n import _
from core.interview.model import Remark
from core.law.contradictions import departement
from core.law.home import (
    home_departements,
    home_postal_code,
    lives_at_mail_address,
    mail_postal_code,
)
from core.reference import communes_named, communes_of, departements


def mail_towns(dossier: Dossier) -> tuple[str, ...]:
    """The communes of the postal address's postcode."""
    return _towns(mail_postal_code(dossier))


def home_towns(dossier: Dossier) -> tuple[str, ...]:
    """The communes of the postcode where the person lives."""
    return _towns(home_postal_code(dossier))


def proposed_mail_town(dossier: Dossier, on: date) -> str | None:
    """The town of the postal address, where the postcode has only one."""
    return _only_town(mail_postal_code(dossier))


def proposed_home_town(dossier: Dossier, on: date) -> str | None:
    """The town of the address where the person lives there; else the only town of the postcode."""
    if lives_at_mail_address(dossier):
        return dossier.contact.address.city
    return _only_town(home_postal_code(dossier))


def proposed_departement(dossier: Dossier, on: date) -> str | None:
    """The département of the commune where the person lives; none where the postcode leaves a doubt."""
    found = home_departements(dossier)
    return found[0] if len(found) == 1 else None


def mail_town_remark(town: str, dossier: Dossier, on: date) -> Remark | None:
    """A town and a postcode that La Poste does not know together."""
    return _town_remark(mail_postal_code(dossier), town)


def home_town_remark(town: str, dossier: Dossier, on: date) -> Remark | None:
    """The same where the person lives; asked once where both are one."""
    return None if lives_at_mail_address(dossier) else _town_remark(home_postal_code(dossier), town)


def departement_remark(chosen: str, dossier: Dossier, on: date) -> Remark | None:
    """The prefect and the tribunal that follow; where the postcode says otherwise, first how to mend it."""
    place = departements()[chosen]
    follows = _(
        "Préfet : {prefect}. Tribunal : {tribunal}.", prefect=place.prefect, tribunal=place.tribunal.name
    )
    found = next(departement(paths.put(dossier, "residence.departement", chosen), on), None)
    if found is None:
        return Remark(follows)
    return Remark(_("{doubt} {follows}", doubt=found.text, follows=follows), doubt=True)


def _towns(postal_code: str | None) -> tuple[str, ...]:
    return tuple(commune.name for commune in communes_of(postal_code or ""))


def _only_town(postal_code: str | None) -> str | None:
    # Streets of a neighbour that share the postcode are offered in the list, not proposed.
    whole = [commune.name for commune in communes_of(postal_code or "") if not commune.part]
    return whole[0] if len(whole) == 1 else None


def _town_remark(postal_code: str | None, town: str) -> Remark | None:
    if postal_code is None or not communes_of(postal_code) or communes_named(postal_code, town):
        return None
    only = _only_town(postal_code)
    if only is not None:
        return Remark(
            _(
                "Le code postal {postal_code} est celui de {town}. Vérifiez les deux.",
                postal_code=postal_code, town=only,
            ),
            doubt=True,
        )  # fmt: skip
    return Remark(
        _("Cette ville n’a pas le code postal {postal_code}. Vérifiez les deux.", postal_code=postal_code),
        doubt=True,
    )
