"""The decisions, arrêtés and agreements that the program states; only what was verified is printable.

Two entries, ce-455740 and ce-453391, were read through concordant commentaries only: check their official
text on ArianeWeb (conseil-etat.fr) before a release.
"""

from __future__ import annotations

from core.i18n import _
from core.law.model import Confidence
from core.law.sources.build import decision, text

DECISIONS = (
    decision(
        "435594",
        "CE, 10 juin 2020, n° 435594",
        _(
            "Le juge peut faire fixer un rendez-vous si plusieurs essais, pas tous la même semaine, "
            "ont échoué."
        ),
        "https://www.conseil-etat.fr/fr/arianeweb/CE/analyse/2020-06-10/435594",
    ),
    decision(
        "448178",
        "CE, 21 avril 2021, n° 448178",
        _("Une capture du site de rendez-vous est une preuve, même sans votre nom."),
        "https://juricaf.org/arret/FRANCE-CONSEILDETAT-20210421-448178",
        Confidence.MEDIUM_HIGH,
    ),
    decision(
        "436288",
        "CE, avis, 1er juillet 2020, n° 436288",
        _(
            "Si la date donnée est trop lointaine, on demande une date plus proche. "
            "Si l’urgence ne permet pas d’attendre, on saisit le juge."
        ),
        "https://www.conseil-etat.fr/fr/arianeweb/CE/analyse/2020-07-01/436288",
    ),
    decision(
        "455740",
        "CE, 18 février 2022, n° 455740",
        _(
            "La règle est la même si une panne empêche de remplir le formulaire en ligne avant "
            "le rendez-vous."
        ),
        "https://juricaf.org/arret/FRANCE-CONSEILDETAT-20220218-455740",
        Confidence.MEDIUM_HIGH,
    ),
    decision(
        "453391",
        "CE, 9 juin 2022, n° 453391",
        _(
            "L’urgence est en principe reconnue pour un renouvellement. Sinon, il faut montrer une "
            "situation particulière."
        ),
        "https://vincenttchen.typepad.fr/droit_des_etrangers/2022/06/urgence-%C3%A0-obtenir-un-rendez-vous-en-pr%C3%A9fecture.html",
        Confidence.MEDIUM_HIGH,
    ),
    decision(
        "452798",
        "CE, Section, 3 juin 2022, n° 452798",
        _("Un site obligatoire doit avoir une aide et une solution de remplacement."),
        "https://www.conseil-etat.fr/fr/arianeweb/CE/decision/2022-06-03/452798",
    ),
    decision(
        "461694",
        "CE, Section, avis, 3 juin 2022, n° 461694",
        _("Hors de la liste, la préfecture ne peut pas obliger à passer par un site."),
        "https://www.conseil-etat.fr/fr/arianeweb/CE/analyse/2022-06-03/461694",
    ),
    decision(
        "473349",
        "CE, 2 août 2023, n° 473349",
        _("Un dossier complet déposé sur démarches-simplifiées donne droit à un récépissé."),
        "https://www.infomie.net/spip.php?article6715",
        Confidence.MEDIUM_HIGH,
    ),
    decision(
        "472831",
        "CE, avis, 10 octobre 2023, n° 472831",
        _("On ne peut pas attaquer le refus d’enregistrer un dossier vraiment incomplet."),
        "https://www.conseil-etat.fr/",
    ),
    decision(
        "493514",
        "CE, avis, 10 octobre 2024, n° 493514",
        _("Une demande envoyée par une voie non prévue ne fait pas naître de refus à attaquer."),
        "https://www.conseil-etat.fr/",
    ),
    decision(
        "494718",
        "CE, avis, 10 octobre 2024, n° 494718",
        _("Le silence sur un dossier complet vaut refus. Sur un dossier incomplet, non."),
        "https://www.conseil-etat.fr/",
    ),
    decision(
        "499904",
        "CE, avis, 6 mai 2025, n° 499904",
        _("Un récépissé ou une attestation n’empêche pas le refus de naître du silence."),
        "https://juricaf.org/arret/FRANCE-CONSEILDETAT-20250506-499904",
    ),
    decision(
        "393540",
        "CE, Section, 5 février 2016, n° 393540",
        _(
            "Le référé L. 521-3 vient après les autres. Il ne bloque aucune décision, "
            "sauf pour éviter un péril grave."
        ),
        "https://www.revuegeneraledudroit.eu/",
    ),
    decision(
        "420343",
        "CE, 28 novembre 2018, n° 420343",
        _("Un refus reçu après le dépôt de la requête n’empêche pas le juge de décider."),
        "https://www.conseil-etat.fr/",
    ),
    decision(
        "229773",
        "CE, Section, 14 mars 2001, n° 229773",
        _("Pour suspendre un refus de renouvellement, l’urgence est en principe reconnue."),
        "https://www.conseil-etat.fr/",
        # A rule of L. 521-1: it would be a wrong citation in a request based on L. 521-3.
        printable=False,
    ),
    decision(
        "498497",
        "CE, 6 mars 2025, n° 498497",
        _("L’urgence est aussi présumée pour suspendre un refus d’autorisation provisoire de soins."),
        "https://www.conseil-etat.fr/fr/arianeweb/CE/analyse/2025-03-06/498497",
        printable=False,
    ),
    decision(
        "394333",
        "CE, 3 décembre 2015, n° 394333",
        _("Le juge des référés calcule lui-même l’astreinte qu’il a prononcée."),
        "https://www.conseil-etat.fr/",
        printable=False,
    ),
    decision(
        "357248",
        "CE, 3 octobre 2012, n° 357248",
        _("Sans avocat, on ne demande que des frais détaillés et réels."),
        "https://www.conseil-etat.fr/",
        Confidence.MEDIUM,
        printable=False,
    ),
    decision(
        "cc-2024-1091",
        "Conseil constitutionnel, 28 mai 2024, n° 2024-1091/1092/1093 QPC",
        _("L’aide juridictionnelle est ouverte même sans titre de séjour."),
        "https://www.conseil-constitutionnel.fr/",
        printable=False,
    ),
)

# The arretes were read in part or through others: they guide the person and are not quoted to the judge.
TEXTS = (
    text(
        "ceseda-annexe-9",
        "annexe 9 du code de l’entrée et du séjour des étrangers et du droit d’asile",
        _("L’annexe 9 donne la liste des titres à demander sur internet."),
        "https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070158",
    ),
    text(
        "arrete-2023-08-01",
        "arrêté du 1er août 2023 (NOR IOMV2311395A)",
        _(
            "L’aide passe d’abord par le centre de contact citoyens, puis par le point d’accueil "
            "numérique, puis par la préfecture."
        ),
        "https://www.infomie.net/spip.php?article6704",
        Confidence.MEDIUM_HIGH,
        printable=False,
    ),
    text(
        "arrete-2023-09-28",
        "arrêté du 28 septembre 2023",
        _("Cet arrêté a ajouté des titres à la liste du téléservice le 2 octobre 2023."),
        "https://juriblio.fr/arretes/arrete-du-28-septembre-2023/182337168",
        printable=False,
    ),
    text(
        "arrete-2024-07-01",
        "arrêté du 1er juillet 2024",
        _("Cet arrêté a ajouté le renouvellement des cartes de dix ans à la liste du téléservice."),
        "https://juriblio.fr/arretes/arrete-du-1er-juillet-2024/184079609",
        printable=False,
    ),
    text(
        "accord-franco-algerien",
        "accord franco-algérien du 27 décembre 1968",
        _("Cet accord fixe les titres des Algériens\u00a0: les certificats de résidence."),
        "https://www.legifrance.gouv.fr/",
        Confidence.MEDIUM_HIGH,
    ),
)
