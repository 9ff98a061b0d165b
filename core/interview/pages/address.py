"""S04 and S05: where post and calls reach the person, the prefecture and the tribunal that follow."""

from __future__ import annotations

from core.dossier.values import AddressKind
from core.i18n import _
from core.interview import choices, places
from core.interview.checks import email_shape, postal_code_shape, recent_enough
from core.interview.labels import options
from core.interview.model import (
    Choice,
    DateQuestion,
    ListedText,
    Page,
    Search,
    Section,
    Text,
    Why,
    YesNo,
)
from core.interview.phones import phone_remark
from core.interview.predicates import (
    both,
    has_address,
    is_given,
    is_no_or_unknown,
    is_one_of,
    is_yes,
    lives_at_mail_address,
    mail_at_others,
    territory_leads_elsewhere,
)
from core.law.model import ConditionId

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
        ListedText(
            path="contact.address.city",
            label=_("Ville"),
            when=has_address,
            required=True,
            suggestions=places.mail_towns,
            proposal=places.proposed_mail_town,
            remark=places.mail_town_remark,
        ),
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
            hint=_("Exemples : 06 12 34 56 78, ou +213 550 12 34 56."),
            max_length=40,
            remark=phone_remark,
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
    why=Why(
        ConditionId.ADMISSIBILITY,
        _("Si le tribunal n’est pas le bon, il refuse la requête."),
        "cja-r522-8-1",
    ),
    questions=(
        Text(
            path="residence.postal_code",
            label=_("Le code postal de votre ville"),
            hint=_("De la ville où vous habitez. Vous pouvez laisser vide."),
            when=lambda dossier: not lives_at_mail_address(dossier),
            max_length=12,
            checks=(postal_code_shape,),
        ),
        ListedText(
            path="residence.commune",
            label=_("Votre ville"),
            suggestions=places.home_towns,
            proposal=places.proposed_home_town,
            remark=places.home_town_remark,
        ),
        Search(
            path="residence.departement",
            label=_("Votre département"),
            hint=_("Écrivez son nom ou son numéro. Exemple : 92."),
            options=choices.departement_options,
            proposal=places.proposed_departement,
            remark=places.departement_remark,
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

PAGES = (MAIL, REACH, PREFECTURE)
