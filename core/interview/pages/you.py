"""S03: names as on the permit, and what it says of the birth."""

from __future__ import annotations

from core.dossier.values import Gender
from core.i18n import _
from core.interview import choices
from core.interview.checks import (
    digits_in_name,
    foreigner_number,
    has_letter,
    is_a_given_name,
    latin_letters,
    not_in_future,
    plausible_birth,
)
from core.interview.labels import options
from core.interview.model import (
    Choice,
    Option,
    Page,
    PartialDateQuestion,
    Search,
    Section,
    Text,
    Tick,
    Why,
)
from core.interview.pictures import LookAt, Picture, Spot
from core.interview.predicates import (
    acts_for_child,
    acts_for_self,
    is_given,
)
from core.law.model import ConditionId

_WHY_NAME = Why(
    ConditionId.ADMISSIBILITY,
    _("La requête doit dire qui demande."),
    "cja-r411-1",
)
_NAME_CHECKS = (latin_letters, has_letter)

PARENT = Page(
    id="parent",
    screen="S03",
    section=Section.YOU,
    heading=_("Comment vous appelez-vous, vous, le parent ?"),
    when=acts_for_child,
    why=Why(
        ConditionId.ADMISSIBILITY,
        _("Le parent signe la requête pour son enfant."),
        "civil-388-1-1",
    ),
    questions=(
        Text(
            path="representative.family_name",
            label=_("Votre nom de famille"),
            hint=_("Comme sur votre titre ou votre passeport."),
            required=True,
            max_length=200,
            checks=_NAME_CHECKS,
            remark=digits_in_name,
        ),
        Text(
            path="representative.given_names",
            label=_("Vos prénoms"),
            hint=_("Laissez vide si vous n’en avez pas."),
            max_length=200,
            checks=(*_NAME_CHECKS, is_a_given_name),
            remark=digits_in_name,
        ),
        Choice(
            path="representative.gender",
            label=_("Dans la requête, comment parler de vous ?"),
            options=options(Gender),
            required=True,
        ),
    ),
)

CHILD_NAME = Page(
    id="child-name",
    screen="S03",
    section=Section.YOU,
    heading=_("Quel est le nom de votre enfant ?"),
    intro=(_("Ensuite, « votre titre » veut dire le titre de votre enfant."),),
    when=acts_for_child,
    why=_WHY_NAME,
    questions=(
        Text(
            path="identity.family_name",
            label=_("Son nom de famille"),
            hint=_("Comme sur son passeport ou son document de séjour."),
            required=True,
            max_length=200,
            checks=_NAME_CHECKS,
            remark=digits_in_name,
        ),
        Tick(path="identity.single_name", label=_("Mon enfant a un seul nom, sans prénom.")),
        Text(
            path="identity.given_names",
            label=_("Ses prénoms"),
            when=lambda dossier: dossier.identity.single_name is not True,
            required=True,
            max_length=200,
            checks=(*_NAME_CHECKS, is_a_given_name),
            remark=digits_in_name,
        ),
        Choice(
            path="identity.gender",
            label=_("Dans la requête, comment parler de votre enfant ?"),
            options=(
                Option(Gender.FEMININE, _("Ma fille")),
                Option(Gender.MASCULINE, _("Mon fils")),
                Option(Gender.NEUTRAL, _("Mon enfant")),
            ),
            required=True,
        ),
    ),
)

NAME = Page(
    id="name",
    screen="S03",
    section=Section.YOU,
    heading=_("Comment vous appelez-vous ?"),
    when=acts_for_self,
    where=_("Regardez votre titre de séjour, ou votre passeport."),
    look_at=LookAt(Picture.CARD, (Spot.NAME,)),
    why=_WHY_NAME,
    questions=(
        Text(
            path="identity.family_name",
            label=_("Votre nom de famille"),
            hint=_("Comme sur votre titre de séjour."),
            required=True,
            max_length=200,
            checks=_NAME_CHECKS,
            remark=digits_in_name,
        ),
        Tick(path="identity.single_name", label=_("Je n’ai qu’un seul nom, sans prénom.")),
        Text(
            path="identity.given_names",
            label=_("Vos prénoms"),
            hint=_("Comme sur votre titre de séjour."),
            when=lambda dossier: dossier.identity.single_name is not True,
            required=True,
            max_length=200,
            checks=(*_NAME_CHECKS, is_a_given_name),
            remark=digits_in_name,
        ),
        Choice(
            path="identity.gender",
            label=_("Dans la requête, comment parler de vous ?"),
            options=options(Gender),
            required=True,
        ),
    ),
)

OTHER_SPELLINGS = Page(
    id="other-spellings",
    screen="S03",
    section=Section.YOU,
    heading=_("Y a-t-il un autre nom sur vos papiers ?"),
    intro=(_("Passez cette page si tout est écrit de la même façon."),),
    why=Why(
        ConditionId.NO_SERIOUS_DISPUTE,
        _("Deux noms différents peuvent bloquer le site."),
    ),
    questions=(
        Text(
            path="identity.usage_name",
            label=_("Nom d’usage"),
            hint=_("Exemple : le nom de votre mari ou de votre femme."),
            max_length=200,
            checks=_NAME_CHECKS,
            remark=digits_in_name,
        ),
        Text(
            path="identity.other_spelling",
            label=_("Autre façon d’écrire le nom"),
            hint=_("Écrivez le nom en entier, comme sur l’autre papier."),
            max_length=200,
            checks=_NAME_CHECKS,
            remark=digits_in_name,
        ),
        Text(
            path="identity.other_spelling_on",
            label=_("Sur quel papier ?"),
            hint=_("Exemples : passeport, compte ANEF."),
            when=is_given("identity.other_spelling"),
        ),
    ),
)

BIRTH = Page(
    id="birth",
    screen="S03",
    section=Section.YOU,
    heading=_("Que dit votre titre sur la naissance ?"),
    where=_("Copiez le titre ou le passeport, même s’il y a une erreur."),
    look_at=LookAt(Picture.CARD, (Spot.BIRTH, Spot.NUMBER)),
    why=Why(
        ConditionId.NO_SERIOUS_DISPUTE,
        _("La préfecture retrouve ainsi le bon dossier."),
    ),
    questions=(
        PartialDateQuestion(
            path="identity.birth_date",
            label=_("Date de naissance"),
            hint=_("L’année suffit si le jour n’est pas connu."),
            unknown=True,
            checks=(not_in_future, plausible_birth),
        ),
        Text(path="identity.birth_place", label=_("Ville de naissance"), checks=(latin_letters,)),
        Search(
            path="identity.birth_country",
            label=_("Pays de naissance"),
            options=choices.country_options,
        ),
        Text(
            path="identity.foreigner_number",
            label=_("Numéro étranger"),
            hint=_("Il a 9 ou 10 chiffres. Vous pouvez laisser vide."),
            max_length=30,
            checks=(foreigner_number,),
        ),
    ),
)

PAGES = (PARENT, CHILD_NAME, NAME, OTHER_SPELLINGS, BIRTH)
