"""S16 and S17: what the blockage does to the person's life, and the date that matters most."""

from __future__ import annotations

from core.dossier.model import Consequence
from core.dossier.values import ConsequenceKind, LateReason
from core.i18n import _
from core.interview.checks import not_too_far, recent_enough
from core.interview.labels import options
from core.interview.model import Choice, DateQuestion, Number, Page, Repeat, Section, Text, Why, YesNo
from core.interview.predicates import both, has_family_consequence, is_given, may_seem_late
from core.interview.summaries import consequence_summary, consequences_counter
from core.law.model import ConditionId

CONSEQUENCES = Page(
    id="consequences",
    screen="S16",
    section=Section.CONSEQUENCES,
    heading=_("Que se passe-t-il dans votre vie à cause du blocage ?"),
    intro=(
        _("Dites seulement ce qui est vrai et utile. Vous pouvez passer."),
        _("Pour la santé : parlez d’un rendez-vous ou d’un traitement, jamais de la maladie."),
    ),
    where=_("Cherchez les lettres de l’employeur, de la CAF, de l’école, du logement."),
    why=Why(
        ConditionId.URGENCY,
        _("Le juge regarde ce que le blocage change pour vous."),
        "ce-453391",
    ),
    questions=(
        Repeat(
            path="consequences",
            label=_("Les conséquences"),
            item=Consequence,
            prefix="q",
            summary=consequence_summary,
            counter=consequences_counter,
            provable=True,
            own=("on", "paper", "proof"),
            add_label=_("Ajouter une conséquence"),
            empty_label=_("Pas encore de conséquence écrite ici."),
            questions=(
                Choice(
                    path="kind",
                    label=_("Qu’est-ce qui est touché ?"),
                    options=options(
                        ConsequenceKind,
                        hints={
                            ConsequenceKind.AGE_LIMIT: _("Exemple : la demande doit partir avant 19 ans."),
                        },
                    ),
                    required=True,
                ),
                Text(
                    path="what",
                    label=_("Que se passe-t-il ?"),
                    hint=_("Une ou deux phrases. Exemple : Mon contrat est suspendu."),
                    multiline=True,
                    max_length=4000,
                ),
                DateQuestion(
                    path="on",
                    label=_("Depuis quand, ou à quelle date ?"),
                    checks=(recent_enough, not_too_far),
                ),
                Text(
                    path="paper",
                    label=_("Quel papier le montre ?"),
                    hint=_("Exemple : lettre de mon employeur du 3 novembre 2026."),
                ),
                YesNo(path="proof", label=_("Avez-vous déjà ce papier ?")),
            ),
        ),
        YesNo(
            path="family.partner_in_france",
            label=_("Avez-vous un mari, une femme, un compagnon ou une compagne en France ?"),
            when=has_family_consequence,
        ),
        Number(
            path="family.children",
            label=_("Combien d’enfants avez-vous en France ?"),
            hint=_("Écrivez 0 si vous n’en avez pas."),
            maximum=30,
            when=has_family_consequence,
        ),
    ),
)

KEY_DATE = Page(
    id="key-date",
    screen="S17",
    section=Section.CONSEQUENCES,
    heading=_("Quelle est la date la plus importante pour vous ?"),
    why=Why(
        ConditionId.URGENCY,
        _("Cette date aide à choisir le délai demandé au juge."),
        "ce-435594",
    ),
    questions=(
        DateQuestion(
            path="timing.key_date",
            label=_("La date"),
            hint=_("Exemples : fin du titre, fin du contrat, rentrée."),
            checks=(recent_enough, not_too_far),
        ),
        Text(
            path="timing.key_date_reason",
            label=_("Que se passe-t-il à cette date ?"),
            hint=_("Exemple : fin de mon contrat de travail."),
            when=is_given("timing.key_date"),
        ),
        Choice(
            path="timing.late_reason",
            label=_("Qu’est-ce qui vous a retardé ?"),
            hint=_("Passez si vous avez demandé à temps."),
            options=options(LateReason),
            when=may_seem_late,
        ),
        Text(
            path="timing.late_text",
            label=_("Expliquez en une ou deux phrases"),
            multiline=True,
            max_length=4000,
            when=both(may_seem_late, is_given("timing.late_reason")),
        ),
    ),
)

PAGES = (CONSEQUENCES, KEY_DATE)
