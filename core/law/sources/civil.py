"""The provision of the code civil on the representation of minors."""

from __future__ import annotations

from core.i18n import _
from core.law.sources.build import provision

PROVISIONS = (
    provision(
        "civil-388-1-1",
        "388-1-1",
        _("Le parent représente son enfant mineur dans les actes de la vie civile."),
        quotation=("L’administrateur légal représente le mineur dans tous les actes de la vie civile"),
    ),
)
