"""Agreement: how the requete speaks of the person who signs and of the person whose permit is at stake.

The requete says « je ». For a parent who acts for a child, « ma demande » becomes « la demande de mon
enfant ». Neutral forms are sentences that need no agreement, never « né(e) ».
"""

from __future__ import annotations

from dataclasses import dataclass

from core.documents.french import user_text
from core.dossier.model import Dossier
from core.dossier.values import Gender, Role
from core.reference.grammar import with_le, with_mon


def agree(gender: Gender | None, feminine: str, masculine: str, neutral: str) -> str:
    """The form that the person chose; neutral where they did not choose."""
    if gender is Gender.FEMININE:
        return feminine
    return masculine if gender is Gender.MASCULINE else neutral


def civility(gender: Gender | None) -> str:
    """`Mme `, `M. ` (with their space) or nothing."""
    return agree(gender, "Mme ", "M. ", "")


@dataclass(frozen=True)
class Voice:
    """Who speaks (`parent`: a parent for their minor child) and the forms that follow from it."""

    parent: bool
    gender: Gender | None

    def my(self, noun: str) -> str:
        """`mon certificat…`, or `le certificat… de mon enfant`."""
        return f"{with_le(noun)} de mon enfant" if self.parent else with_mon(noun)

    @property
    def my_request(self) -> str:
        """`ma demande`, or `la demande de mon enfant`."""
        return "la demande de mon enfant" if self.parent else "ma demande"

    @property
    def i_am(self) -> str:
        """`Je suis`, or `Mon enfant est`."""
        return "Mon enfant est" if self.parent else "Je suis"

    @property
    def i_live(self) -> str:
        """`Je vis`, or `Mon enfant vit`."""
        return "Mon enfant vit" if self.parent else "Je vis"

    @property
    def i_dwell(self) -> str:
        """`J’habite`, or `Mon enfant habite`."""
        return "Mon enfant habite" if self.parent else "J’habite"

    @property
    def i_stay(self) -> str:
        """For a person without a home: `Je séjourne`, or `Mon enfant séjourne`."""
        return "Mon enfant séjourne" if self.parent else "Je séjourne"

    @property
    def i_have(self) -> str:
        """`J’ai`, or `Mon enfant a`."""
        return "Mon enfant a" if self.parent else "J’ai"

    @property
    def to_me(self) -> str:
        """The pronoun of « me délivrer »; for a child « délivrer à mon enfant » needs `to_child` after it."""
        return "" if self.parent else "me "

    @property
    def to_child(self) -> str:
        """` à mon enfant` after the verb, where a parent speaks."""
        return " à mon enfant" if self.parent else ""


def voice(dossier: Dossier) -> Voice:
    """The voice of a dossier's requete."""
    parent = dossier.identity.role is Role.PARENT
    gender = dossier.representative.gender if parent else dossier.identity.gender
    return Voice(parent, gender)


def full_name(dossier: Dossier) -> str:
    """Given names and family name of the person whose permit is at stake, as given; empty if not given."""
    identity = dossier.identity
    given = "" if identity.single_name else user_text(identity.given_names)
    return " ".join(part for part in (given, user_text(identity.family_name)) if part)


def titled_name(dossier: Dossier) -> str:
    """`Mme Louisa KACI`; without title where the person chose the neutral form."""
    name = full_name(dossier)
    return f"{civility(dossier.identity.gender)}{name}" if name else ""


def signatory(dossier: Dossier) -> str:
    """The name of who signs: the parent of a minor child, else the person; empty where not given."""
    if dossier.identity.role is not Role.PARENT:
        return titled_name(dossier)
    person = dossier.representative
    name = " ".join(p for p in (user_text(person.given_names), user_text(person.family_name)) if p)
    return f"{civility(person.gender)}{name}" if name else ""
