"""The rest of the CESEDA that the program states, as in force on 3 April 2026."""

from __future__ import annotations

from core.i18n import _
from core.law.sources.build import provision

PROVISIONS = (
    provision(
        "ceseda-r432-1",
        "R.* 432-1",
        _("Le silence de la préfecture sur une demande de titre finit par valoir refus."),
        quotation=(
            "Le silence gardé par l’autorité administrative sur les demandes de titres de séjour vaut "
            "décision implicite de rejet."
        ),
    ),
    provision(
        "ceseda-r432-2",
        "R. 432-2",
        _("Ce refus naît après quatre mois, ou moins pour certains titres."),
        quotation=(
            "La décision implicite de rejet mentionnée à l’article R.* 432-1 naît au terme d’un délai de "
            "quatre mois.\n"
            "Par dérogation au premier alinéa, ce délai est de quatre-vingt-dix jours lorsque l’étranger "
            "sollicite la délivrance d’un titre de séjour mentionné aux articles R. 421-43, R. 421-47, "
            "R. 421-54, R. 421-54, R. 421-60, R. 422-5, R. 422-12, R. 426-14 et R. 426-17.\n"
            "Par dérogation au premier alinéa ce délai est de soixante jours lorsque l’étranger "
            "sollicite la délivrance du titre de séjour mentionné à l’article R. 421-26.\n"
            "Par dérogation au premier alinéa, les délais applicables à l’étranger qui sollicite la "
            "délivrance de la carte de séjour visée aux articles R. 421-23 et R. 421-37-7 sont "
            "mentionnés auxdits articles."
        ),
    ),
    provision(
        "ceseda-r433-3",
        "R. 433-3",
        _("L’attestation de dépôt prouve les démarches pour renouveler une carte de résident."),
        quotation=(
            "Pour l’application du premier alinéa de l’article L. 433-3, l’étranger peut justifier de "
            "ses démarches en vue du renouvellement de la carte de résident dont il est titulaire par la "
            "présentation d’une attestation de dépôt de sa demande de renouvellement. Cette attestation "
            "est délivrée par les services qui ont reçu la demande. Elle vaut convocation pour la remise "
            "du titre de séjour sollicité."
        ),
    ),
    provision(
        "ceseda-l433-1",
        "L. 433-1",
        _("Une carte est renouvelée si l’on remplit encore les conditions."),
        quotation=(
            "A l’exception de la carte de séjour pluriannuelle portant la mention « salarié détaché "
            "ICT », prévue à l’article L. 421-26, et de la carte de séjour pluriannuelle portant la "
            "mention « recherche d’emploi ou création d’entreprise », prévue à l’article L. 422-10, qui "
            "ne sont pas renouvelables, le renouvellement de la carte de séjour temporaire ou "
            "pluriannuelle est subordonné à la preuve par le ressortissant étranger qu’il continue de "
            "remplir les conditions requises pour la délivrance de cette carte.\n"
            "A l’exception des cartes de séjour pluriannuelles prévues aux articles L. 421-9 à L. "
            "421-24, L. 421-34, L. 422-6, L. 424-9, L. 424-11, L. 424-18 et L. 424-19, le renouvellement "
            "d’une carte de séjour pluriannuelle est soumis à la preuve par l’étranger de sa résidence "
            "habituelle en France dans les conditions prévues à l’article L. 433-3-1.\n"
            "L’autorité administrative peut procéder aux vérifications utiles pour s’assurer du maintien "
            "du droit au séjour de l’intéressé et, à cette fin, convoquer celui-ci à un ou plusieurs "
            "entretiens.\n"
            "Par dérogation au présent article la carte de séjour temporaire portant la mention "
            "« salarié » prévue à l’article L. 421-1, ainsi que la carte de séjour pluriannuelle portant "
            "la mention « passeport talent » prévue aux articles L. 421-9, L. 421-11 ou L. 421-14, sont "
            "renouvelées dans les conditions prévues à ces mêmes articles."
        ),
    ),
    provision(
        "ceseda-l433-2",
        "L. 433-2",
        _("La carte de résident est en principe renouvelée de plein droit."),
        quotation=(
            "Sous réserve de l’absence de menace grave pour l’ordre public, de l’établissement de la "
            "résidence habituelle de l’étranger en France et des articles L. 411-5 et L. 432-3, une "
            "carte de résident est renouvelable de plein droit."
        ),
    ),
    provision(
        "ceseda-l433-3",
        "L. 433-3",
        _("Certaines cartes finies prouvent encore le séjour et les droits pendant trois mois."),
        quotation=(
            "Lorsque l’étranger titulaire d’une carte de séjour pluriannuelle d’une durée de quatre ans, "
            "d’une carte de résident ou d’un titre de séjour d’une durée supérieure à un an prévu par "
            "une stipulation internationale en demande le renouvellement, il peut justifier de la "
            "régularité de son séjour entre la date d’expiration de ce document et la décision prise par "
            "l’autorité administrative sur sa demande par la présentation de la carte ou du titre "
            "expiré, dans la limite de trois mois à compter de cette date d’expiration.\n"
            "Dans des départements dont la liste est fixée par arrêté du ministre chargé de "
            "l’immigration, l’étranger qui a déposé, avant son expiration, une demande de renouvellement "
            "de sa carte de séjour temporaire ou de sa carte de séjour pluriannuelle autre que celle "
            "ayant une durée de validité de quatre ans, peut justifier de la régularité de son séjour "
            "par la présentation de la carte expirée dans la limite de trois mois à compter de cette "
            "date d’expiration.\n"
            "Pendant les périodes définies au présent article, l’étranger conserve l’intégralité de ses "
            "droits sociaux ainsi que son droit d’exercer une activité professionnelle."
        ),
    ),
    provision(
        "ceseda-l436-5",
        "L. 436-5",
        _("Une demande de renouvellement en retard peut coûter un droit de 180 euros."),
        quotation=(
            "Sans préjudice des dispositions de l’article L. 411-2, le renouvellement d’un titre de "
            "séjour demandé après l’expiration du délai requis pour le dépôt de la demande donne lieu, "
            "sauf cas de force majeure ou présentation d’un visa en cours de validité, à l’acquittement "
            "d’un droit de visa de régularisation de 180 euros."
        ),
    ),
    provision(
        "ceseda-l614-1",
        "L. 614-1",
        _("L’OQTF peut être contestée devant le tribunal administratif."),
        quotation=(
            "La décision portant obligation de quitter le territoire français ainsi que la décision "
            "relative au séjour, la décision relative au délai de départ volontaire et l’interdiction de "
            "retour sur le territoire français qui l’accompagnent, le cas échéant, peuvent être "
            "contestées devant le tribunal administratif selon la procédure prévue à l’article L. 911-1."
        ),
        printable=False,
    ),
    provision(
        "ceseda-l614-2",
        "L. 614-2",
        _("Avec une assignation ou une rétention, l’OQTF se conteste dans un délai plus court."),
        quotation=(
            "Par dérogation à l’article L. 614-1, lorsque l’étranger est assigné à résidence en "
            "application de l’article L. 731-1, la décision portant obligation de quitter le territoire "
            "français ainsi que la décision relative au séjour, la décision relative au délai de départ "
            "volontaire et l’interdiction de retour sur le territoire français qui l’accompagnent, le "
            "cas échéant, peuvent être contestées devant le tribunal administratif selon la procédure "
            "prévue à l’article L. 921-1.\n"
            "Lorsque l’étranger est placé en rétention administrative, ces décisions peuvent être "
            "contestées devant le tribunal administratif selon la procédure prévue à l’article L. 921-2."
        ),
        printable=False,
    ),
    provision(
        "ceseda-l614-3",
        "L. 614-3",
        _("En prison, l’OQTF se conteste dans le délai de sept jours."),
        quotation=(
            "Par dérogation à l’article L. 614-1, lorsque l’étranger est détenu, la décision portant "
            "obligation de quitter le territoire français ainsi que la décision relative au séjour, la "
            "décision relative au délai de départ volontaire et l’interdiction de retour sur le "
            "territoire français qui l’accompagnent, le cas échéant, peuvent être contestées devant le "
            "tribunal administratif selon la procédure prévue à l’article L. 921-1."
        ),
        printable=False,
    ),
    provision(
        "ceseda-l911-1",
        "L. 911-1",
        _("Contre une OQTF, on a en principe un mois."),
        quotation=(
            "Lorsqu’une disposition du présent code prévoit qu’une décision peut être contestée selon la "
            "procédure prévue au présent article, le tribunal administratif peut être saisi dans le "
            "délai d’un mois à compter de la notification de la décision. Sous réserve des troisième et "
            "avant-dernier alinéas du présent article, il statue dans un délai de six mois à compter de "
            "l’introduction du recours."
        ),
        printable=False,
    ),
    provision(
        "ceseda-l921-1",
        "L. 921-1",
        _("Contre une OQTF avec assignation à résidence, on a sept jours."),
        quotation=(
            "Lorsqu’une disposition du présent code prévoit qu’une décision peut être contestée selon la "
            "procédure prévue au présent article, le tribunal administratif peut être saisi dans le "
            "délai de sept jours à compter de la notification de la décision. Sous réserve de l’article "
            "L. 921-4, il statue dans un délai de quinze jours à compter de l’introduction du recours."
        ),
        printable=False,
    ),
    provision(
        "ceseda-l921-2",
        "L. 921-2",
        _("En rétention, on a 48 heures pour contester une OQTF."),
        quotation=(
            "Lorsqu’une disposition du présent code prévoit qu’une décision peut être contestée selon la "
            "procédure prévue au présent article, le tribunal administratif peut être saisi dans le "
            "délai de quarante-huit heures à compter de la notification de la décision. Sous réserve de "
            "l’article L. 921-3, il statue dans un délai de quatre-vingt-seize heures à compter de "
            "l’expiration du délai de recours."
        ),
        printable=False,
    ),
    provision(
        "ceseda-r233-17",
        "R. 233-17",
        _("La famille d’un citoyen européen reçoit une attestation, puis la carte dans les six mois."),
        quotation=(
            "Il est remis une attestation de demande à tout étranger qui sollicite la délivrance ou le "
            "renouvellement d’une carte de séjour.\n"
            "La délivrance de la carte de séjour aux ressortissants de pays tiers intervient au plus "
            "tard dans les six mois suivant le dépôt de la demande."
        ),
        printable=False,
    ),
    provision(
        "ceseda-r233-18",
        "R. 233-18",
        _("Le droit au séjour européen ne dépend pas de la carte."),
        quotation=(
            "La reconnaissance du droit au séjour des étrangers mentionnés aux articles R. 233-11 à R. "
            "233-16 n’est pas subordonnée à la détention du titre de séjour que ces articles prévoient, "
            "ni à celle de l’attestation de demande de titre de séjour."
        ),
        printable=False,
    ),
    provision(
        "ceseda-r434-26",
        "R. 434-26",
        _("Le préfet a six mois pour répondre à une demande de regroupement familial."),
        quotation=(
            "L’autorité compétente pour délivrer l’autorisation d’entrer en France dans le cadre du "
            "regroupement familial est le préfet et, à Paris, le préfet de police. Cette autorité statue "
            "sur la demande de regroupement familial dans un délai de six mois à compter du dépôt par "
            "l’étranger du dossier complet de cette demande. L’absence de décision dans ce délai vaut "
            "rejet de la demande de regroupement familial."
        ),
        printable=False,
    ),
    provision(
        "ceseda-d414-1",
        "D. 414-1",
        _("Le parent demande le document de circulation de l’enfant à la préfecture."),
        quotation=(
            "Le document de circulation pour étranger mineur est délivré par le préfet du département où "
            "réside habituellement le mineur et, lorsque ce dernier réside à Paris, par le préfet de "
            "police, sur demande de la personne exerçant l’autorité parentale ou de son mandataire.\n"
            "Le demandeur est tenu de se présenter, à la préfecture de département ou à la "
            "sous-préfecture, ou, à Paris, à la préfecture de police, pour y souscrire une demande de "
            "document de circulation pour étranger mineur. Toutefois, le préfet peut prescrire que les "
            "demandes de document de circulation pour étrangers mineurs lui sont adressées par voie "
            "postale ou par voie dématérialisée."
        ),
        printable=False,
    ),
    provision(
        "ceseda-l444-1",
        "L. 444-1",
        _("Un droit adapté s’applique à Wallis-et-Futuna."),
        quotation=(
            "Sous réserve des adaptations prévues par le présent chapitre, les dispositions suivantes "
            "sont applicables dans les îles Wallis et Futuna dans leur rédaction résultant de "
            "l’ordonnance n° 2020-1733 du 16 décembre 2020, sauf mention contraire dans le tableau "
            "ci-dessous."
        ),
        printable=False,
    ),
    provision(
        "ceseda-l445-1",
        "L. 445-1",
        _("Un droit adapté s’applique en Polynésie française."),
        quotation=(
            "Sous réserve des adaptations prévues par le présent chapitre, les dispositions suivantes "
            "sont applicables en Polynésie française dans leur rédaction résultant de l’ordonnance n° "
            "2020-1733 du 16 décembre 2020, sauf mention contraire dans le tableau ci-dessous."
        ),
        printable=False,
    ),
    provision(
        "ceseda-l446-1",
        "L. 446-1",
        _("Un droit adapté s’applique en Nouvelle-Calédonie."),
        quotation=(
            "Sous réserve des adaptations prévues par le présent chapitre, les dispositions suivantes "
            "sont applicables en Nouvelle-Calédonie dans leur rédaction résultant de l’ordonnance n° "
            "2020-1733 du 16 décembre 2020, sauf mention contraire dans le tableau ci-dessous."
        ),
        printable=False,
    ),
)
