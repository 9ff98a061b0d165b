"""The provisions on the public and the administration (CRPA), as in force on 3 April 2026."""

from __future__ import annotations

from core.i18n import _
from core.law.sources.build import provision

PROVISIONS = (
    provision(
        "crpa-l112-3",
        "L. 112-3",
        _("L’administration accuse réception des demandes qu’elle reçoit."),
        quotation=(
            "Toute demande adressée à l’administration fait l’objet d’un accusé de réception.\n"
            "Les dispositions de l’alinéa précédent ne sont pas applicables :\n"
            "1° Aux demandes abusives, notamment par leur nombre ou leur caractère répétitif ou "
            "systématique ;\n"
            "2° Aux demandes, définies par décret en Conseil d’Etat, pour lesquelles l’administration "
            "dispose d’un bref délai pour répondre ou qui n’appellent pas d’autre réponse que le service "
            "d’une prestation ou la délivrance d’un document prévus par les lois ou règlements.\n"
            "Les modalités d’application du présent article sont fixées par décret en Conseil d’Etat."
        ),
    ),
    provision(
        "crpa-l112-8",
        "L. 112-8",
        _("On peut écrire à l’administration par voie électronique, selon les règles prévues."),
        quotation=(
            "Toute personne, dès lors qu’elle s’est identifiée préalablement auprès d’une "
            "administration, peut, dans des conditions déterminées par décret en Conseil d’Etat, "
            "adresser à celle-ci, par voie électronique, une demande, une déclaration, un document ou "
            "une information, ou lui répondre par la même voie. Cette administration est régulièrement "
            "saisie et traite la demande, la déclaration, le document ou l’information sans lui demander "
            "la confirmation ou la répétition de son envoi sous une autre forme."
        ),
    ),
    provision(
        "crpa-l112-9",
        "L. 112-9",
        _("Si un téléservice est réservé à une démarche, c’est lui qu’il faut utiliser en ligne."),
        quotation=(
            "L’administration met en place un ou plusieurs téléservices, dans le respect des "
            "dispositions de loi n° 78-17 du 6 janvier 1978 relative à l’informatique et aux libertés et "
            "des règles de sécurité et d’interopérabilité prévues aux chapitres IV et V de l’ordonnance "
            "n° 2005-1516 du 8 décembre 2005 relative aux échanges électroniques entre les usagers et "
            "les autorités administratives et entre les autorités administratives.\n"
            "Lorsqu’elle met en place un ou plusieurs téléservices, l’administration rend accessibles "
            "leurs modalités d’utilisation, notamment les modes de communication possibles. Ces "
            "modalités s’imposent au public.\n"
            "Lorsqu’elle a mis en place un téléservice réservé à l’accomplissement de certaines "
            "démarches administratives, une administration n’est régulièrement saisie par voie "
            "électronique que par l’usage de ce téléservice.\n"
            "Un décret en Conseil d’Etat détermine les conditions d’application du présent article."
        ),
    ),
    provision(
        "crpa-l114-5",
        "L. 114-5",
        _("Si la demande est incomplète, l’administration dit ce qui manque et donne un délai."),
        quotation=(
            "Lorsqu’une demande adressée à l’administration est incomplète, celle-ci indique au "
            "demandeur les pièces et informations manquantes exigées par les textes législatifs et "
            "réglementaires en vigueur. Elle fixe un délai pour la réception de ces pièces et "
            "informations.\n"
            "Le délai mentionné à l’article L. 114-3 au terme duquel, à défaut de décision expresse, la "
            "demande est réputée acceptée ne court qu’à compter de la réception des pièces et "
            "informations requises.\n"
            "Le délai mentionné au même article au terme duquel, à défaut de décision expresse, la "
            "demande est réputée rejetée est suspendu pendant le délai imparti pour produire les pièces "
            "et informations requises. Toutefois, la production de ces pièces et informations avant "
            "l’expiration du délai fixé met fin à cette suspension.\n"
            "La liste des pièces et informations manquantes, le délai fixé pour leur production et la "
            "mention des dispositions prévues, selon les cas, au deuxième ou au troisième alinéa du "
            "présent article figurent dans l’accusé de réception prévu à l’article L. 112-3. Lorsque "
            "celui-ci a déjà été délivré, ces éléments sont communiqués par lettre au demandeur."
        ),
    ),
    provision(
        "crpa-l232-4",
        "L. 232-4",
        _("On peut demander les raisons d’un refus né du silence. La réponse est due en un mois."),
        quotation=(
            "Une décision implicite intervenue dans les cas où la décision explicite aurait dû être "
            "motivée n’est pas illégale du seul fait qu’elle n’est pas assortie de cette motivation.\n"
            "Toutefois, à la demande de l’intéressé, formulée dans les délais du recours contentieux, "
            "les motifs de toute décision implicite de rejet devront lui être communiqués dans le mois "
            "suivant cette demande. Dans ce cas, le délai du recours contentieux contre ladite décision "
            "est prorogé jusqu’à l’expiration de deux mois suivant le jour où les motifs lui auront été "
            "communiqués."
        ),
    ),
)
