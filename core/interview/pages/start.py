"""S00 to S02: how we work together, who asks, and what would close this road."""

from __future__ import annotations

from datetime import date

from core.dossier.model import Dossier
from core.dossier.values import (
    Mode,
    Need,
    OqtfLimit,
    OqtfState,
    RefusalKind,
    Role,
)
from core.i18n import Message, _
from core.interview import choices
from core.interview.checks import not_in_future, recent_enough
from core.interview.labels import options
from core.interview.model import (
    Choice,
    DateQuestion,
    Page,
    PartialDateQuestion,
    Search,
    Section,
    Tick,
    Why,
    YesNo,
)
from core.interview.pictures import LookAt, Picture, Spot
from core.interview.predicates import decision_leads_elsewhere, is_yes
from core.law.model import ConditionId

_READ_ALOUD = (
    _("Votre langue n’est pas là : choisissez « Français ». Les phrases sont courtes."),
    _("Une personne peut les lire à voix haute et les traduire."),
    _("À la fin, le programme explique chaque phrase de la requête en français facile."),
)


def _without_language(dossier: Dossier, on: date) -> tuple[Message, ...]:
    return _READ_ALOUD if dossier.preferences.language_missing else ()


WELCOME = Page(
    id="welcome",
    screen="S01",
    section=Section.START,
    heading=_("Ce programme vous aide à écrire au tribunal"),
    intro=(
        _("La lettre au tribunal s’appelle une requête. Vous la signez. C’est gratuit."),
        _("Ce programme n’est pas un avocat. Il n’envoie rien."),
        _("Le juge et la préfecture liront la requête."),
        _("Vos réponses restent sur cet ordinateur. Vous pouvez tout effacer."),
        _("Personne n’a le droit de vendre un rendez-vous à la préfecture."),
    ),
    questions=(
        Search(
            path="preferences.screen_language",
            label=_("Dans quelle langue voulez-vous lire les questions ?"),
            options=choices.language_options,
            when=choices.several_languages,
        ),
        Search(
            path="preferences.note_language",
            label=_("Dans quelle langue voulez-vous l’explication sur papier ?"),
            hint=_("La requête, elle, est toujours en français."),
            options=choices.language_options,
            when=choices.several_languages,
        ),
        Tick(path="preferences.language_missing", label=_("Ma langue n’est pas dans la liste.")),
        Choice(path="preferences.mode", label=_("Qui remplit les réponses ?"), options=options(Mode)),
        Tick(path="preferences.understood", label=_("J’ai compris."), required=True),
    ),
    facts=_without_language,
    sheets=is_yes("preferences.language_missing"),
)

FOR_WHOM = Page(
    id="for-whom",
    screen="S03",
    section=Section.START,
    heading=_("Pour qui est le titre de séjour ?"),
    why=Why(
        ConditionId.ADMISSIBILITY,
        _("Un mineur ne peut pas aller seul au tribunal. Un parent signe pour lui."),
        "civil-388-1-1",
    ),
    questions=(
        Choice(path="identity.role", label=_("Le titre est pour :"), options=options(Role), required=True),
        YesNo(
            path="residence.in_france",
            label=_("Cette personne habite-t-elle en France ?"),
            hint=_("La Guadeloupe, la Guyane, Mayotte… sont en France."),
            required=True,
        ),
        PartialDateQuestion(
            path="residence.since",
            label=_("Depuis quand habite-t-elle en France ?"),
            hint=_("L’année suffit. Exemple : 2019."),
            when=is_yes("residence.in_france"),
            unknown=True,
            checks=(not_in_future,),
        ),
    ),
)

RED_FLAGS = Page(
    id="red-flags",
    screen="S02",
    section=Section.START,
    heading=_("Avez-vous reçu une décision, ou êtes-vous en danger ?"),
    intro=(_("Ces réponses disent si une autre aide est plus rapide pour vous."),),
    why=Why(
        ConditionId.NO_OBSTACLE,
        _("Si une décision existe déjà, il faut un autre recours."),
        "cja-l521-3",
    ),
    questions=(
        YesNo(
            path="decisions.refusal",
            label=_("Avez-vous reçu un refus écrit ?"),
            hint=_("Par lettre, par e-mail ou dans votre compte ANEF."),
            required=True,
            unknown=True,
        ),
        YesNo(
            path="decisions.oqtf",
            label=_("Avez-vous déjà reçu une OQTF ?"),
            hint=_("C’est un papier qui demande de quitter la France."),
            required=True,
            unknown=True,
        ),
        YesNo(
            path="decisions.danger_48h",
            label=_("Y a-t-il un danger pour vous dans les 48 prochaines heures ?"),
            hint=_("Exemples : un départ forcé, une arrestation, des soins arrêtés."),
            required=True,
            unknown=True,
        ),
    ),
)

REFUSAL = Page(
    id="refusal",
    screen="S15",
    section=Section.START,
    heading=_("Que dit le refus écrit ?"),
    when=is_yes("decisions.refusal"),
    where=_("Regardez la date et la dernière page de la lettre."),
    look_at=LookAt(Picture.LETTER, (Spot.DATES,)),
    why=Why(
        ConditionId.NO_OBSTACLE,
        _("Contre un refus, il y a un autre recours, avec un délai."),
        "cja-r421-1",
    ),
    questions=(
        Choice(
            path="decisions.refusal_kind",
            label=_("La préfecture a refusé quoi ?"),
            options=options(RefusalKind),
            required=True,
            unknown=True,
        ),
        DateQuestion(
            path="decisions.refusal_notified_on",
            label=_("Quel jour avez-vous reçu le refus ?"),
            unknown=True,
            checks=(not_in_future, recent_enough),
        ),
        YesNo(
            path="decisions.refusal_states_remedies",
            label=_("Le papier parle-t-il d’un recours au tribunal ?"),
            hint=_("Cherchez « voies et délais de recours »."),
            unknown=True,
        ),
    ),
)

OQTF = Page(
    id="oqtf",
    screen="S15",
    section=Section.START,
    heading=_("Que s’est-il passé après l’OQTF ?"),
    intro=(_("La préfecture le dira au juge. Mieux vaut en parler maintenant."),),
    when=is_yes("decisions.oqtf"),
    ends=decision_leads_elsewhere,
    where=_("Regardez la date et la dernière page de l’OQTF."),
    look_at=LookAt(Picture.LETTER, (Spot.DATES,)),
    why=Why(
        ConditionId.URGENCY,
        _("Une OQTF non respectée peut faire tomber l’urgence."),
        "ce-453391",
    ),
    questions=(
        DateQuestion(
            path="decisions.oqtf_notified_on",
            label=_("Quel jour avez-vous reçu l’OQTF ?"),
            unknown=True,
            checks=(not_in_future, recent_enough),
        ),
        Choice(
            path="decisions.oqtf_limit",
            label=_("Quel délai est écrit pour aller au tribunal ?"),
            options=options(OqtfLimit),
            unknown=True,
        ),
        Choice(
            path="decisions.oqtf_state",
            label=_("Où en est cette OQTF aujourd’hui ?"),
            options=options(OqtfState),
            required=True,
            unknown=True,
        ),
        YesNo(
            path="decisions.house_arrest",
            label=_("Devez-vous rester dans un lieu et signer à la police ?"),
            hint=_("Cela s’appelle une assignation à résidence."),
            unknown=True,
        ),
        YesNo(
            path="decisions.detained",
            label=_("Êtes-vous dans un centre de rétention ou en prison ?"),
            unknown=True,
        ),
        YesNo(
            path="decisions.entry_ban",
            label=_("Avez-vous une interdiction de retour en France ?"),
            hint=_("Elle s’appelle aussi IRTF."),
            unknown=True,
        ),
    ),
)

TROUBLE = Page(
    id="trouble",
    screen="S02",
    section=Section.START,
    heading=_("Qu’est-ce qui ne marche pas ?"),
    why=Why(
        ConditionId.SUBSIDIARITY,
        _("Selon le blocage, ce n’est pas la même demande au juge."),
        "ce-393540",
    ),
    questions=(
        Choice(
            path="request.need",
            label=_("Je n’arrive pas à :"),
            options=options(Need),
            unknown=True,
        ),
        YesNo(
            path="application.filed",
            label=_("Votre demande est-elle déjà envoyée à la préfecture ?"),
            hint=_("Un brouillon n’est pas envoyé : répondez « Non »."),
            unknown=True,
        ),
        YesNo(
            path="appointment.given",
            label=_("La préfecture vous a-t-elle donné un rendez-vous ?"),
            unknown=True,
        ),
    ),
)

PAGES = (WELCOME, FOR_WHOM, RED_FLAGS, REFUSAL, OQTF, TROUBLE)
