"""S12 and S13: the help that was asked for, the letter to the prefecture included."""

from __future__ import annotations

from core.dossier.model import HelpContact
from core.dossier.values import ContactAnswer, ContactKind
from core.i18n import _
from core.interview.checks import not_in_future, recent_enough
from core.interview.labels import options
from core.interview.model import Choice, DateQuestion, Page, Repeat, Section, Text, Tick, Why, YesNo
from core.interview.predicates import item_is_one_of
from core.interview.summaries import contact_summary, contacts_counter
from core.law.model import ConditionId

_ANSWERED = (ContactAnswer.WAIT, ContactAnswer.RETRY, ContactAnswer.IMPOSSIBLE, ContactAnswer.OTHER)
_OFFICES = (
    ContactKind.CITIZEN_CONTACT_PHONE,
    ContactKind.CITIZEN_CONTACT_FORM,
    ContactKind.DIGITAL_ACCESS_POINT,
    ContactKind.PREFECTURE_LETTER,
    ContactKind.PREFECTURE_EMAIL,
    ContactKind.PREFECTURE_COUNTER,
)
_NUMBERED = (
    ContactKind.CITIZEN_CONTACT_PHONE,
    ContactKind.CITIZEN_CONTACT_FORM,
    ContactKind.PREFECTURE_LETTER,
    ContactKind.OMBUDSMAN,
    ContactKind.OTHER,
)

CONTACTS = Page(
    id="contacts",
    screen="S12",
    section=Section.HELP,
    heading=_("À qui avez-vous demandé de l’aide ?"),
    intro=(
        _("Écrivez chaque appel, visite, e-mail et lettre."),
        _("Le plus important : le centre de contact, puis la préfecture."),
    ),
    where=_("Regardez vos e-mails, votre liste d’appels et vos reçus."),
    why=Why(
        ConditionId.USEFULNESS,
        _("Le juge veut savoir si vous avez d’abord cherché de l’aide."),
        "arrete-2023-08-01",
    ),
    questions=(
        Repeat(
            path="contacts",
            label=_("L’aide demandée"),
            item=HelpContact,
            prefix="c",
            summary=contact_summary,
            counter=contacts_counter,
            provable=True,
            own=("on", "approximate", "ticket", "proof"),
            add_label=_("Ajouter une demande d’aide"),
            empty_label=_("Pas encore de demande d’aide écrite ici."),
            questions=(
                Choice(
                    path="kind",
                    label=_("À qui avez-vous demandé ?"),
                    options=options(ContactKind),
                    required=True,
                ),
                DateQuestion(
                    path="on",
                    label=_("Quel jour ?"),
                    hint=_("Si vous n’êtes pas sûr : « début novembre », « vers le 3 »."),
                    unsure="approximate",
                    checks=(not_in_future, recent_enough),
                ),
                Tick(path="approximate", label=_("Ce jour n’est pas sûr.")),
                Text(
                    path="ticket",
                    label=_("Quel numéro vous a-t-on donné ?"),
                    hint=_("Numéro de ticket ou de recommandé. Laissez vide sinon."),
                    item_when=item_is_one_of("kind", *_NUMBERED),
                ),
                YesNo(
                    path="asked_substitution",
                    label=_("Avez-vous demandé une autre façon de déposer ?"),
                    hint=_("Exemple : un rendez-vous au guichet."),
                    item_when=item_is_one_of("kind", *_OFFICES),
                ),
                Choice(
                    path="answer",
                    label=_("Quelle réponse avez-vous eue ?"),
                    options=options(ContactAnswer),
                ),
                Text(
                    path="answer_text",
                    label=_("Que vous a-t-on dit ?"),
                    hint=_("Une ou deux phrases. Vous pouvez laisser vide."),
                    multiline=True,
                    max_length=4000,
                    item_when=item_is_one_of("answer", *_ANSWERED),
                ),
                YesNo(
                    path="proof",
                    label=_("Avez-vous un papier ou une image qui le montre ?"),
                    hint=_("Exemples : e-mail, reçu, liste d’appels."),
                ),
            ),
        ),
    ),
)

PAGES = (CONTACTS,)
