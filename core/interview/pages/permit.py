"""S06 to S08: nationality, the document held, what is asked of the prefecture."""

from __future__ import annotations

from core.dossier.values import DocumentKind, Protection, Readiness, RequestKind
from core.i18n import _
from core.interview import choices
from core.interview.checks import not_before, not_in_future, not_too_far, recent_enough
from core.interview.labels import options
from core.interview.model import (
    Choice,
    DateQuestion,
    Page,
    Search,
    Section,
    Text,
    Why,
    YesNo,
)
from core.interview.pictures import LookAt, Picture, Spot
from core.interview.predicates import (
    has_document,
    has_protection,
    is_one_of,
    is_yes,
    nationality_leads_elsewhere,
    request_leads_elsewhere,
)
from core.law.model import ConditionId

NATIONALITY = Page(
    id="nationality",
    screen="S06",
    section=Section.PERMIT,
    ends=nationality_leads_elsewhere,
    heading=_("Quelle est votre nationalité ?"),
    why=Why(
        ConditionId.NO_SERIOUS_DISPUTE,
        _("Les règles changent selon la nationalité. Exemple : les Algériens."),
        "accord-franco-algerien",
    ),
    questions=(
        Search(
            path="nationality.country",
            label=_("Votre pays de nationalité"),
            hint=_("Écrivez le nom du pays. Exemple : Mali."),
            options=choices.nationality_options,
            unknown=True,
        ),
        Search(
            path="nationality.second_country",
            label=_("Votre autre nationalité, si vous en avez deux"),
            options=choices.nationality_options,
        ),
        Choice(
            path="nationality.protection",
            label=_("Avez-vous une protection internationale ?"),
            hint=_("C’est une décision de l’OFPRA ou de la CNDA."),
            options=options(Protection),
            unknown=True,
        ),
        DateQuestion(
            path="nationality.protection_on",
            label=_("Quelle est la date de cette décision ?"),
            when=has_protection,
            unknown=True,
            checks=(not_in_future, recent_enough),
        ),
        YesNo(
            path="nationality.eu_family",
            label=_("Demandez-vous ce titre comme famille d’un Européen non français ?"),
            hint=_("Exemple : votre mari est espagnol."),
            unknown=True,
        ),
    ),
)

DOCUMENT = Page(
    id="document",
    screen="S07",
    section=Section.PERMIT,
    heading=_("Quel document de séjour avez-vous ?"),
    intro=(_("Si votre document n’est plus valable, parlez du dernier que vous avez eu."),),
    where=_("Le nom du titre est écrit en haut de la carte, au recto."),
    look_at=LookAt(Picture.CARD, (Spot.KIND,)),
    why=Why(
        ConditionId.URGENCY,
        _("Pour un renouvellement, l’urgence est en principe reconnue."),
        "ce-453391",
    ),
    questions=(
        Choice(
            path="permit.document",
            label=_("Mon document est :"),
            options=options(
                DocumentKind,
                hints={
                    DocumentKind.EXTENSION_ATTESTATION: _(
                        "Une confirmation de dépôt n’est pas une attestation de prolongation."
                    ),
                },
            ),
            required=True,
            unknown=True,
        ),
        Search(
            path="permit.title",
            label=_("Quel est ce titre ?"),
            hint=_("Écrivez un mot du titre. Exemple : étudiant."),
            options=choices.permit_options,
            when=has_document,
            unknown=True,
        ),
        Text(
            path="permit.label",
            label=_("Quels mots sont écrits sur le titre ?"),
            hint=_("Exemples : vie privée et familiale, visiteur, salarié."),
            when=has_document,
        ),
        YesNo(
            path="permit.lost",
            label=_("Ce document est-il perdu ou volé ?"),
            when=has_document,
        ),
        DateQuestion(
            path="permit.lost_on",
            label=_("Quel jour avez-vous fait la déclaration ?"),
            hint=_("C’est la date du papier de la police."),
            when=is_yes("permit.lost"),
            unknown=True,
            checks=(not_in_future, recent_enough),
        ),
    ),
)

DOCUMENT_DATES = Page(
    id="document-dates",
    screen="S07",
    section=Section.PERMIT,
    heading=_("Quand ce document se termine-t-il ?"),
    when=has_document,
    where=_("Les deux dates sont souvent au recto de la carte."),
    look_at=LookAt(Picture.CARD, (Spot.DATES,)),
    why=Why(
        ConditionId.URGENCY,
        _("La demande se fait dans une période précise avant la fin."),
        "ceseda-r431-5",
    ),
    questions=(
        DateQuestion(
            path="permit.issued_on",
            label=_("Début du document"),
            checks=(not_in_future, recent_enough),
        ),
        DateQuestion(
            path="permit.expires_on",
            label=_("Fin du document"),
            hint=_("Après « valable jusqu’au » ou « expire le »."),
            unknown=True,
            checks=(recent_enough, not_too_far, not_before("permit.issued_on")),
        ),
        YesNo(
            path="permit.allows_work",
            label=_("Est-il écrit que vous pouvez travailler ?"),
            hint=_("Exemple : « autorise son titulaire à travailler »."),
            unknown=True,
        ),
    ),
)

REQUEST = Page(
    id="request",
    screen="S08",
    section=Section.PERMIT,
    ends=request_leads_elsewhere,
    heading=_("Que voulez-vous demander à la préfecture ?"),
    intro=(_("Le juge ne donne pas la carte. Il peut ordonner un rendez-vous."),),
    why=Why(
        ConditionId.URGENCY,
        _("Sauf pour un renouvellement, il faut montrer l’urgence."),
        "ce-453391",
    ),
    questions=(
        Choice(
            path="request.kind",
            label=_("Je veux :"),
            options=options(
                RequestKind,
                hints={RequestKind.RENEWAL: _("Le même titre, encore une fois.")},
            ),
            required=True,
            unknown=True,
        ),
        Search(
            path="request.title",
            label=_("Quel titre demandez-vous ?"),
            hint=_("Écrivez un mot. Exemples : famille, travail, réfugié."),
            options=choices.permit_options,
            proposal=choices.proposed_permit,
            unknown=True,
        ),
        Text(
            path="request.label",
            label=_("Quels mots sont écrits sur le titre demandé ?"),
            hint=_("Vous pouvez laisser vide."),
            proposal=choices.proposed_label,
        ),
        Choice(
            path="request.papers",
            label=_("Avez-vous tous les papiers demandés ?"),
            hint=_("La liste est sur le site de la préfecture ou de l’ANEF."),
            options=options(Readiness),
            unknown=True,
        ),
        Text(
            path="request.missing_papers",
            label=_("Quels papiers manquent ?"),
            multiline=True,
            max_length=4000,
            when=is_one_of("request.papers", Readiness.ALMOST, Readiness.NO),
        ),
    ),
)

PAGES = (NATIONALITY, DOCUMENT, DOCUMENT_DATES, REQUEST)
