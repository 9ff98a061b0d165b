"""What the legal paragraphs of the requete mean, said to the person: what the text says, and who said it.

Checked against the quoted words of `core.law.sources`. A change of a source is a reason to read these again.
"""

from __future__ import annotations

from core.documents.blocks import Means
from core.documents.meaning import RULED
from core.documents.papers import Paper
from core.i18n import _

L521_3: Means = (
    _("La loi dit : en cas d’urgence, le juge des référés peut ordonner une mesure utile."),
    _("On peut le demander même si l’administration n’a pas encore pris de décision."),
    _("La mesure ne doit pas empêcher d’appliquer une décision de l’administration."),
)
CE_435594: Means = (
    _("Le préfet doit recevoir la personne et enregistrer sa demande complète dans un délai raisonnable."),
    _("Parfois, on ne peut avoir un rendez-vous que sur un site internet."),
    _("Si plusieurs essais échouent, pas tous la même semaine, on peut demander une date au juge."),
    RULED,
)
CE_455740: Means = (
    _("C’est pareil s’il faut d’abord remplir des pages en ligne, et si le site ne marche pas."),
    _("Il faut montrer plusieurs essais, pas tous la même semaine."),
    RULED,
)
CE_436288: Means = (
    _("Le refus d’avancer un rendez-vous trop lointain est une décision. On peut la contester."),
    _("Si c’est trop urgent pour attendre ce refus, on peut demander au juge des référés."),
    RULED,
)
CE_452798: Means = (
    _("L’État ne peut obliger à utiliser un site que si chacun garde l’accès au service et ses droits."),
    _("Pour les titres de séjour, il faut donc une aide."),
    _("Il faut aussi une autre façon de déposer, si le site empêche de s’en servir."),
    RULED,
)
R431_2: Means = (
    _("La loi prévoit une autre façon de déposer : être reçu dans un bureau."),
    _("C’est pour la personne qui a fait toutes ses démarches et demandé l’aide prévue."),
    _("Il doit être constaté que le site, tel qu’il est fait ou fonctionne, l’empêche de déposer."),
)
CE_461694: Means = (
    _(
        "À votre connaissance, ce titre n’est pas sur la liste des titres à demander sur le site de l’État "
        "(« téléservice »)."
    ),
    _(
        "La demande se fait alors à la préfecture ou à la sous-préfecture, et à Paris à la préfecture de "
        "police."
    ),
    _("Pour un tel titre, le préfet ne peut pas obliger à passer par ce site."),
    RULED,
)
CE_473349: Means = (
    _(
        "Une demande de renouvellement complète, déposée sur démarches-simplifiées, donne droit à ce "
        "récépissé."
    ),
    RULED,
)
RECEIPT_DUE = _("Quand la demande est enregistrée, la préfecture doit donner un récépissé.")
_ON_TELESERVICE = _("Le préfet donne ce papier sur le site de l’État (« téléservice »).")
_AT_MOST_THREE_MONTHS = _("Ce papier dure au plus trois mois.")
_SIX_MONTHS = _("Ce papier dure six mois. On peut le renouveler.")
PROVISIONS: dict[Paper, Means] = {
    Paper.RECEIPT: (
        _("La loi dit : la personne qui peut déposer une demande de titre reçoit un récépissé."),
        _("Ce papier permet d’être en France pendant le temps écrit dessus."),
    ),
    Paper.DEPOSIT: (
        _("La loi dit : quand on dépose sur le site de l’État, on reçoit tout de suite une attestation."),
    ),
    Paper.EXTENSION: (
        _("La loi parle d’une demande complète, déposée à temps."),
        _("Si l’étude continue après la fin du document, le préfet doit donner une attestation."),
        _ON_TELESERVICE,
        _AT_MOST_THREE_MONTHS,
    ),
    Paper.EXTENSION_AGE: (
        _("La loi parle de certaines personnes qui ont déposé une demande complète, à temps."),
        _("Le préfet doit leur donner une attestation."),
        _ON_TELESERVICE,
        _AT_MOST_THREE_MONTHS,
    ),
    Paper.REFUGEE: (
        _("La loi dit : dès le dépôt de cette demande, le préfet donne une attestation."),
        _ON_TELESERVICE,
        _SIX_MONTHS,
        _("Ces mots sont écrits dessus : {words}.", words="reconnu réfugié"),
    ),
    Paper.SUBSIDIARY: (
        _("La loi dit : dès le dépôt de cette demande, le préfet donne une attestation."),
        _ON_TELESERVICE,
        _SIX_MONTHS,
        _(
            "Ces mots sont écrits dessus : {words}.",
            words="a obtenu le bénéfice de la protection subsidiaire",
        ),
    ),
}
R431_20: Means = (
    _("Le titre est donné par le préfet du département où l’on habite."),
    _("À Paris, c’est le préfet de police."),
)
ALGERIAN_AGREEMENT: Means = (
    _("Pour les personnes algériennes, un accord entre la France et l’Algérie fixe le droit au séjour."),
)
CE_393540: Means = (
    _("Cette procédure est possible seulement si deux autres ne permettent pas d’obtenir la mesure."),
    RULED,
)
OTHER_PROCEDURES: Means = (
    _("La première sert à suspendre une décision. Vous ne demandez pas cela."),
    _("La deuxième est pour une atteinte grave et clairement illégale à une liberté fondamentale."),
    _("Le juge y décide en 48 heures. Ce n’est pas votre demande."),
)
