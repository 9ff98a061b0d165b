"""S18, S19 and S23: what the judge is asked for, the exhibits, the signature."""

from __future__ import annotations

from core.dossier.model import Exhibit
from core.dossier.values import ExhibitStatus, FilingWay, MeasureKind
from core.i18n import _
from core.interview import choices
from core.interview.checks import not_in_future, recent_enough
from core.interview.labels import options
from core.interview.model import (
    Choice,
    DateQuestion,
    Exhibits,
    Money,
    Number,
    Page,
    Search,
    Section,
    Text,
    Why,
    YesNo,
)
from core.interview.predicates import is_yes
from core.interview.summaries import exhibit_summary
from core.law.model import ConditionId

MEASURE = Page(
    id="measure",
    screen="S18",
    section=Section.REQUETE,
    heading=_("Que demandez-vous au juge ?"),
    facts=choices.measures_told,
    intro=(
        _("Le juge ne donne pas le titre de séjour."),
        _("Il peut demander à la préfecture de vous recevoir."),
    ),
    why=Why(
        ConditionId.USEFULNESS,
        _("Le juge ordonne seulement une mesure utile et possible."),
        "cja-l521-3",
    ),
    questions=(
        Choice(
            path="measure.kind",
            label=_("Je demande surtout :"),
            options=options(MeasureKind),
            offers=choices.offered_measures,
            proposal=choices.default_measure,
            required=True,
            unknown=True,
        ),
        Number(
            path="measure.delay_days",
            label=_("En combien de jours ?"),
            hint=_("Souvent 15 jours. Un mois si aucune date n’est proche."),
            proposal=choices.default_delay,
            minimum=1,
            maximum=120,
        ),
        YesNo(
            path="measure.provisional_document",
            label=_("Demandez-vous aussi un papier pour attendre ?"),
            hint=_("Exemples : un récépissé, une attestation."),
            proposal=choices.default_document,
        ),
        YesNo(
            path="measure.penalty",
            label=_("Demandez-vous une somme par jour de retard ?"),
            hint=_("La préfecture paie si elle est en retard. Le juge refuse souvent."),
        ),
        Number(
            path="measure.penalty_eur_per_day",
            label=_("Combien d’euros par jour ?"),
            hint=_("Souvent entre 50 et 100."),
            proposal=choices.default_penalty,
            minimum=1,
            maximum=300,
            unit=_("euros par jour"),
            when=is_yes("measure.penalty"),
        ),
        YesNo(
            path="measure.costs",
            label=_("Avez-vous payé des frais pour cette requête ?"),
            hint=_("Exemples : lettre recommandée, photocopies. Avec un reçu."),
        ),
        Money(
            path="measure.costs_cents",
            label=_("Combien avez-vous payé ?"),
            hint=_("Exemple : 12,50."),
            when=is_yes("measure.costs"),
        ),
        Text(
            path="measure.costs_paper",
            label=_("Quel papier montre ces frais ?"),
            hint=_("Exemple : reçu de la lettre recommandée."),
            when=is_yes("measure.costs"),
        ),
    ),
)

EXHIBITS = Page(
    id="exhibits",
    screen="S19",
    section=Section.REQUETE,
    heading=_("Quels papiers donnez-vous au juge ?"),
    intro=(
        _("Ces papiers s’appellent des pièces. Donnez des copies, gardez les originaux."),
        _("Ajoutez surtout : titre de séjour, passeport, preuve d’adresse."),
    ),
    facts=choices.announced_exhibits_told,
    why=Why(
        ConditionId.ADMISSIBILITY,
        _("Les pièces ont un numéro et un titre."),
        "cja-r412-2",
    ),
    questions=(
        Exhibits(
            path="exhibits",
            label=_("Vos pièces"),
            item=Exhibit,
            prefix="e",
            summary=exhibit_summary,
            proposals=choices.proposed_exhibits,
            add_label=_("Ajouter une pièce"),
            empty_label=_("Pas encore de pièce écrite ici."),
            questions=(
                Text(
                    path="title",
                    label=_("Quel est ce papier ?"),
                    hint=_("Exemple : Passeport (page d’identité)."),
                    required=True,
                ),
                Search(
                    path="proves",
                    label=_("Que montre ce papier ?"),
                    options=choices.proof_options,
                ),
                Choice(
                    path="status",
                    label=_("Où est ce papier ?"),
                    options=options(ExhibitStatus),
                ),
                DateQuestion(
                    path="on",
                    label=_("Quelle date est écrite sur ce papier ?"),
                    checks=(not_in_future, recent_enough),
                ),
                Number(
                    path="pages",
                    label=_("Combien de pages ?"),
                    minimum=1,
                    maximum=2000,
                ),
            ),
        ),
    ),
)

SIGNATURE = Page(
    id="signature",
    screen="S23",
    section=Section.REQUETE,
    heading=_("Comment allez-vous signer et donner la requête ?"),
    why=Why(
        ConditionId.ADMISSIBILITY,
        _("Vous signez vous-même. Un ami ne peut pas signer."),
        "cja-r431-4",
    ),
    questions=(
        Choice(
            path="signature.way",
            label=_("Je donne la requête :"),
            options=options(
                FilingWay,
                hints={
                    FilingWay.ONLINE: _("Avec votre propre e-mail."),
                    FilingWay.POST: _("Écrivez « RÉFÉRÉ » sur l’enveloppe."),
                },
            ),
        ),
        Text(
            path="signature.place",
            label=_("Dans quelle ville signez-vous ?"),
            proposal=choices.proposed_place,
        ),
        DateQuestion(
            path="signature.on",
            label=_("Quel jour signez-vous ?"),
            hint=_("Laissez vide pour le jour de l’impression."),
            checks=(recent_enough,),
        ),
    ),
)

PAGES = (MEASURE, EXHIBITS, SIGNATURE)
