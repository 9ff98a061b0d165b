"""S03 to S05: names as on the permit, how to reach the person, the prefecture and the tribunal."""

from __future__ import annotations

from core.dossier.values import AddressKind, Gender
from core.i18n import _
from core.interview import choices
from core.interview.checks import (
    email_shape,
    foreigner_number,
    has_letter,
    is_a_given_name,
    latin_letters,
    not_in_future,
    phone_shape,
    plausible_birth,
    postal_code_shape,
    recent_enough,
)
from core.interview.labels import options
from core.interview.model import (
    Choice,
    DateQuestion,
    Option,
    Page,
    PartialDateQuestion,
    Search,
    Section,
    Text,
    Tick,
    Why,
    YesNo,
)
from core.interview.pictures import LookAt, Picture, Spot
from core.interview.predicates import (
    acts_for_child,
    acts_for_self,
    both,
    has_address,
    is_given,
    is_no_or_unknown,
    is_one_of,
    is_yes,
    mail_at_others,
    territory_leads_elsewhere,
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
        ),
        Text(
            path="representative.given_names",
            label=_("Vos prénoms"),
            hint=_("Laissez vide si vous n’en avez pas."),
            max_length=200,
            checks=(*_NAME_CHECKS, is_a_given_name),
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
        ),
        Tick(path="identity.single_name", label=_("Mon enfant a un seul nom, sans prénom.")),
        Text(
            path="identity.given_names",
            label=_("Ses prénoms"),
            when=lambda dossier: dossier.identity.single_name is not True,
            required=True,
            max_length=200,
            checks=(*_NAME_CHECKS, is_a_given_name),
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
            hint=_("Exemple : le nom de la personne mariée."),
            max_length=200,
            checks=_NAME_CHECKS,
        ),
        Text(
            path="identity.other_spelling",
            label=_("Autre façon d’écrire le nom"),
            hint=_("Écrivez le nom en entier, comme sur l’autre papier."),
            max_length=200,
            checks=_NAME_CHECKS,
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
    heading=_("Que dit le titre sur la naissance ?"),
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

MAIL = Page(
    id="mail",
    screen="S04",
    section=Section.YOU,
    heading=_("Où recevez-vous votre courrier ?"),
    intro=(_("Le tribunal vous écrit à cette adresse. Elle doit être sûre."),),
    why=Why(
        ConditionId.ADMISSIBILITY,
        _("Sans adresse, le tribunal peut refuser la requête."),
        "cja-r411-1",
    ),
    questions=(
        Choice(
            path="contact.address_kind",
            label=_("Je reçois mon courrier :"),
            options=options(
                AddressKind,
                hints={
                    AddressKind.NONE: _("Une association peut vous donner une adresse (domiciliation)."),
                },
            ),
            required=True,
        ),
        Text(
            path="contact.address.care_of",
            label=_("Chez qui ?"),
            hint=_("Exemples : chez Mme DIARRA, Association Exemple."),
            when=mail_at_others,
        ),
        Text(
            path="contact.address.street",
            label=_("Numéro et rue"),
            when=has_address,
            required=True,
        ),
        Text(
            path="contact.address.extra",
            label=_("Bâtiment, étage, boîte aux lettres"),
            hint=_("Laissez vide si ce n’est pas utile."),
            when=has_address,
        ),
        Text(
            path="contact.address.postal_code",
            label=_("Code postal"),
            when=has_address,
            required=True,
            max_length=12,
            checks=(postal_code_shape,),
        ),
        Text(path="contact.address.city", label=_("Ville"), when=has_address, required=True),
        Search(
            path="contact.address.country",
            label=_("Pays"),
            options=choices.country_options,
            when=both(has_address, is_one_of("residence.in_france", False)),
        ),
        DateQuestion(
            path="contact.domiciliation_until",
            label=_("Jusqu’à quand avez-vous cette adresse ?"),
            hint=_("La date est sur l’attestation de domiciliation."),
            when=is_one_of("contact.address_kind", AddressKind.DOMICILIATION),
            unknown=True,
            checks=(recent_enough,),
        ),
        YesNo(
            path="residence.at_mail_address",
            label=_("Habitez-vous à cette adresse ?"),
            hint=_("Répondez « Oui » si vous dormez là."),
            when=mail_at_others,
            required=True,
        ),
    ),
)

REACH = Page(
    id="reach",
    screen="S04",
    section=Section.YOU,
    heading=_("Comment vous joindre vite ?"),
    why=Why(
        ConditionId.ADMISSIBILITY,
        _("Le tribunal peut vous demander de répondre très vite."),
        "cja-r522-4",
    ),
    questions=(
        Text(
            path="contact.phone",
            label=_("Votre téléphone"),
            hint=_("Exemple : 06 12 34 56 78."),
            max_length=40,
            checks=(phone_shape,),
        ),
        Text(
            path="contact.email",
            label=_("Votre e-mail"),
            hint=_("Pas l’e-mail d’une autre personne."),
            checks=(email_shape,),
        ),
        YesNo(
            path="contact.email_usable",
            label=_("Pouvez-vous ouvrir cet e-mail aujourd’hui ?"),
            when=is_given("contact.email"),
        ),
    ),
)

PREFECTURE = Page(
    id="prefecture",
    screen="S05",
    section=Section.YOU,
    ends=territory_leads_elsewhere,
    heading=_("Où habitez-vous ?"),
    when=is_yes("residence.in_france"),
    facts=choices.prefecture_told,
    why=Why(
        ConditionId.ADMISSIBILITY,
        _("Si le tribunal n’est pas le bon, il refuse la requête."),
        "cja-r522-8-1",
    ),
    questions=(
        Text(
            path="residence.commune",
            label=_("Votre ville"),
            proposal=choices.proposed_commune,
        ),
        Search(
            path="residence.departement",
            label=_("Votre département"),
            hint=_("Écrivez son nom ou son numéro. Exemple : 92."),
            options=choices.departement_options,
            proposal=choices.proposed_departement,
            required=True,
        ),
        YesNo(
            path="residence.prefecture_confirmed",
            label=_("Est-ce la bonne préfecture pour votre demande ?"),
            unknown=True,
        ),
        YesNo(
            path="residence.moved",
            label=_("Avez-vous changé de département ?"),
            when=is_no_or_unknown("residence.prefecture_confirmed"),
        ),
        Search(
            path="residence.file_departement",
            label=_("Quel département a votre dossier aujourd’hui ?"),
            options=choices.departement_options,
            when=is_yes("residence.moved"),
            unknown=True,
        ),
        Text(
            path="residence.office",
            label=_("Quel bureau s’occupe de vous ?"),
            hint=_("Exemple : sous-préfecture d’Antony. Vous pouvez laisser vide."),
        ),
    ),
)

PAGES = (PARENT, CHILD_NAME, NAME, OTHER_SPELLINGS, BIRTH, MAIL, REACH, PREFECTURE)
