"""S09 to S11: where to file, what the site shows, the journal of attempts."""

from __future__ import annotations

from core.dossier.model import Attempt
from core.dossier.values import BlockedStep, Channel
from core.i18n import _
from core.interview import choices
from core.interview.checks import no_password, no_password_but_a_code, not_in_future, recent_enough
from core.interview.journal import journal
from core.interview.labels import options
from core.interview.model import (
    Calendar,
    Choice,
    DateQuestion,
    Instead,
    Page,
    Search,
    Section,
    Text,
    Tick,
    TimeQuestion,
    Why,
    Wording,
    YesNo,
)
from core.interview.now import NOW
from core.interview.pictures import LookAt, Picture, Spot
from core.interview.predicates import both, is_given, is_one_of, item_is_no
from core.interview.summaries import attempt_summary
from core.law.model import ConditionId
from core.reference.messages import CATALOGUE_ON

CHANNEL = Page(
    id="channel",
    screen="S09",
    section=Section.BLOCKAGE,
    heading=_("Où faut-il déposer votre demande ?"),
    facts=choices.channel_told,
    why=Why(
        ConditionId.USEFULNESS,
        _("Le juge veut savoir si ce chemin est obligatoire."),
        "ceseda-r431-2",
    ),
    questions=(
        Choice(
            path="filing.channel",
            label=_("La préfecture demande de passer par :"),
            options=options(Channel),
            unknown=True,
        ),
        YesNo(
            path="filing.confirmed",
            label=_("La préfecture l’a-t-elle dit ou écrit ?"),
            when=is_given("filing.channel"),
            unknown=True,
        ),
        Text(
            path="filing.confirmed_by",
            label=_("Où l’avez-vous lu ou entendu ?"),
            hint=_("Exemples : le site de la préfecture, un e-mail du 3 mars."),
            when=is_one_of("filing.confirmed", True),
        ),
        YesNo(
            path="filing.tried_other_channel",
            label=_("Avez-vous essayé un autre chemin ?"),
            hint=_("Exemples : le guichet, une lettre, un autre site."),
        ),
    ),
)

STEP = Page(
    id="step",
    screen="S10",
    section=Section.BLOCKAGE,
    heading=_("À quelle étape le site vous bloque-t-il ?"),
    why=Why(
        ConditionId.USEFULNESS,
        _("Le juge veut comprendre ce qui ne marche pas."),
        "ce-455740",
    ),
    questions=(
        Choice(
            path="blockage.step",
            label=_("Je suis bloqué ou bloquée quand je veux :"),
            options=options(BlockedStep),
            unknown=True,
        ),
        Search(
            path="blockage.family",
            label=_("Que se passe-t-il ?"),
            hint=_("Choisissez la phrase la plus proche. Vous pouvez passer."),
            options=choices.family_options,
            when=both(
                is_one_of("filing.channel", Channel.ANEF, None),
                is_given("blockage.step"),
            ),
        ),
        YesNo(
            path="blockage.other_device",
            label=_("Avez-vous essayé avec un autre appareil ?"),
            hint=_("Exemples : un autre téléphone, l’ordinateur d’une bibliothèque."),
        ),
        YesNo(
            path="blockage.reported_on_site",
            label=_("Avez-vous signalé l’erreur sur le site ?"),
            hint=_("Il y a parfois un bouton « signaler » ou « corriger »."),
            when=is_one_of("filing.channel", Channel.ANEF, None),
        ),
    ),
)

MESSAGE = Page(
    id="message",
    screen="S10",
    section=Section.BLOCKAGE,
    heading=_("Quel message avez-vous vu ?"),
    where=_("Regardez votre image de l’écran, si vous en avez une."),
    look_at=LookAt(Picture.SCREEN, (Spot.MESSAGE,)),
    why=Why(
        ConditionId.USEFULNESS,
        _("La requête cite les mots exacts de l’écran, jamais d’autres."),
        "ce-455740",
    ),
    questions=(
        Tick(
            path="blockage.no_message",
            label=_("Il n’y a pas de message : page blanche, bouton absent…"),
        ),
        Tick(
            path="blockage.blank_page",
            label=_("La page est blanche."),
            when=is_one_of("blockage.no_message", True),
        ),
        Wording(
            path="blockage.message",
            label=_("Le message"),
            hint=_("Copiez les mots exacts. N’écrivez jamais votre mot de passe."),
            multiline=True,
            max_length=4000,
            when=lambda dossier: dossier.blockage.no_message is not True,
            known=choices.known_messages,
            as_of=CATALOGUE_ON,
            instead=(
                Instead(_("Page blanche"), (("blockage.no_message", True), ("blockage.blank_page", True))),
                Instead(_("Pas de message"), (("blockage.no_message", True), ("blockage.blank_page", None))),
            ),
            checks=(no_password,),
        ),
        Tick(
            path="blockage.exact_words",
            label=_("Ce sont les mots exacts de mon écran."),
            hint=_("Comparez mot par mot. La requête les cite seulement si vous cochez."),
            when=is_given("blockage.message"),
            about="blockage.message",
        ),
        Text(
            path="blockage.code",
            label=_("Le code d’erreur, s’il y en a un"),
            hint=_("Exemples : Y000006, 502."),
            checks=(no_password_but_a_code,),
        ),
    ),
)

ATTEMPTS = Page(
    id="attempts",
    screen="S11",
    section=Section.BLOCKAGE,
    heading=_("Quels jours avez-vous essayé ?"),
    intro=(
        _("Écrivez tous vos essais, même sans image."),
        _("Il faut plusieurs essais, dans des semaines différentes."),
    ),
    where=_("Cherchez les dates de vos images, e-mails et appels."),
    look_at=LookAt(Picture.SCREEN, (Spot.CLOCK,)),
    why=Why(
        ConditionId.USEFULNESS,
        _("Le juge regarde si vous avez essayé pendant plusieurs semaines."),
        "ce-435594",
    ),
    questions=(
        Calendar(
            path="attempts",
            label=_("Vos essais"),
            item=Attempt,
            prefix="a",
            summary=attempt_summary,
            provable=True,
            own=("on", "approximate", "at", "proof"),
            journal=journal,
            now=NOW,
            add_label=_("Ajouter un essai"),
            empty_label=_("Pas encore d’essai écrit ici."),
            questions=(
                DateQuestion(
                    path="on",
                    label=_("Quel jour ?"),
                    hint=_("Si vous n’êtes pas sûr : « début novembre », « vers le 3 »."),
                    unsure="approximate",
                    checks=(not_in_future, recent_enough),
                ),
                Tick(path="approximate", label=_("Ce jour n’est pas sûr.")),
                TimeQuestion(path="at", label=_("À quelle heure ?"), hint=_("Exemple : 14 h 05.")),
                Choice(
                    path="channel",
                    label=_("Où avez-vous essayé ?"),
                    options=options(Channel),
                    proposal=choices.attempt_channel,
                ),
                YesNo(path="same_message", label=_("Avez-vous vu le même message ?")),
                Text(
                    path="result",
                    label=_("Que s’est-il passé ?"),
                    hint=_("Écrivez seulement ce que vous avez vu."),
                    multiline=True,
                    max_length=4000,
                    item_when=item_is_no("same_message"),
                    checks=(no_password,),
                ),
                YesNo(
                    path="proof",
                    label=_("Avez-vous une image de l’écran, ou un papier ?"),
                    hint=_("Elle montre le message, l’adresse du site et la date."),
                ),
            ),
        ),
    ),
)

PAGES = (CHANNEL, STEP, MESSAGE, ATTEMPTS)
