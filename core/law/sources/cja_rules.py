"""The code de justice administrative, regulatory part, as in force on 3 April 2026."""

from __future__ import annotations

from core.i18n import _
from core.law.sources.build import provision

PROVISIONS = (
    provision(
        "cja-r221-3",
        "R. 221-3",
        _("Chaque tribunal administratif juge pour des départements précis."),
    ),
    provision(
        "cja-r222-1",
        "R. 222-1",
        _("Le juge peut constater par ordonnance qu’il n’y a plus rien à décider."),
    ),
    provision(
        "cja-r312-1",
        "R. 312-1",
        _("Le tribunal compétent est en principe celui du siège de l’autorité qui décide."),
        quotation=(
            "Lorsqu’il n’en est pas disposé autrement par les dispositions de la section 2 du présent "
            "chapitre ou par un texte spécial, le tribunal administratif territorialement compétent est "
            "celui dans le ressort duquel a légalement son siège l’autorité qui, soit en vertu de son "
            "pouvoir propre, soit par délégation, a pris la décision attaquée . Lorsque l’acte a été "
            "signé par plusieurs autorités, le tribunal administratif compétent est celui dans le "
            "ressort duquel a son siège la première des autorités dénommées dans cet acte."
        ),
    ),
    provision(
        "cja-r312-8",
        "R. 312-8",
        _("Pour une décision de police, le tribunal compétent est celui de votre lieu de résidence."),
        quotation=(
            "Les litiges relatifs aux décisions individuelles prises à l’encontre de personnes par les "
            "autorités administratives dans l’exercice de leurs pouvoirs de police relèvent de la "
            "compétence du tribunal administratif du lieu de résidence des personnes faisant l’objet des "
            "décisions attaquées à la date desdites décisions."
        ),
    ),
    provision(
        "cja-r411-1",
        "R. 411-1",
        _("La requête dit les noms, les adresses, les faits, les arguments et ce que l’on demande."),
        quotation=(
            "La juridiction est saisie par requête. La requête indique les nom et domicile des parties. "
            "Elle contient l’exposé des faits et moyens, ainsi que l’énoncé des conclusions soumises au "
            "juge.\n"
            "L’auteur d’une requête ne contenant l’exposé d’aucun moyen ne peut la régulariser par le "
            "dépôt d’un mémoire exposant un ou plusieurs moyens que jusqu’à l’expiration du délai de "
            "recours."
        ),
    ),
    provision(
        "cja-r411-3",
        "R. 411-3",
        _("La requête sur papier est accompagnée d’une copie."),
        quotation=("Les requêtes doivent, à peine d’irrecevabilité, être accompagnées d’une copie."),
    ),
    provision(
        "cja-r411-5",
        "R. 411-5",
        _("Si plusieurs personnes signent, une seule les représente."),
        quotation=(
            "Sauf si elle est signée par un mandataire régulièrement constitué, la requête présentée par "
            "plusieurs personnes physiques ou morales doit comporter, parmi les signataires, la "
            "désignation d’un représentant unique.\n"
            "A défaut, le premier dénommé est avisé par le greffe qu’il est considéré comme le "
            "représentant mentionné à l’alinéa précédent, sauf à provoquer, de la part des autres "
            "signataires qui en informent la juridiction, la désignation d’un autre représentant unique "
            "choisi parmi eux.\n"
            "L’introduction de la requête au moyen d’une des applications mentionnées aux articles R. "
            "414-1 et R. 414-2, emporte désignation de la personne qui l’a introduite comme représentant "
            "unique."
        ),
    ),
    provision(
        "cja-r412-1",
        "R. 412-1",
        _("On joint la décision attaquée, sauf impossibilité justifiée."),
        quotation=(
            "La requête doit, à peine d’irrecevabilité, être accompagnée, sauf impossibilité justifiée, "
            "de l’acte attaqué ou, dans le cas mentionné à l’article R. 421-2, de la pièce justifiant de "
            "la date de dépôt de la réclamation.\n"
            "Cet acte ou cette pièce doit, à peine d’irrecevabilité, être accompagné d’une copie."
        ),
    ),
    provision(
        "cja-r412-2",
        "R. 412-2",
        _("Les pièces sont numérotées et listées dans un inventaire détaillé."),
        quotation=(
            "Lorsque les parties joignent des pièces à l’appui de leurs requêtes et mémoires, elles en "
            "établissent simultanément un inventaire détaillé. Sauf lorsque leur nombre, leur volume ou "
            "leurs caractéristiques y font obstacle, ces pièces sont accompagnées d’une copie. Ces "
            "obligations sont prescrites aux parties sous peine de voir leurs pièces écartées des débats "
            "après invitation à régulariser non suivie d’effet.\n"
            "L’inventaire détaillé présente, de manière exhaustive, les pièces par un intitulé "
            "comprenant, pour chacune d’elles, un numéro dans un ordre continu et croissant ainsi qu’un "
            "libellé suffisamment explicite."
        ),
    ),
    provision(
        "cja-r414-2",
        "R. 414-2",
        _("Sur internet, un particulier ne peut saisir le tribunal que par Télérecours citoyens."),
        quotation=(
            "Les personnes physiques et morales de droit privé non représentées par un avocat, autres "
            "que celles chargées de la gestion permanente d’un service public, peuvent adresser leur "
            "requête à la juridiction par voie électronique au moyen d’un téléservice accessible par le "
            "réseau internet.\n"
            "Ces personnes ne peuvent régulièrement saisir la juridiction par voie électronique que par "
            "l’usage de ce téléservice.\n"
            "Les mémoires et pièces ultérieurement produits doivent être adressés à la juridiction au "
            "moyen de ce même téléservice, sous peine d’être écartés des débats à défaut de "
            "régularisation dans un délai imparti par la juridiction.\n"
            "Lorsqu’une requête est introduite par un mandataire n’ayant pas la qualité d’avocat ou "
            "d’avocat au Conseil d’Etat et à la cour de Cassation, le mandant doit être préalablement "
            "inscrit dans le téléservice selon les modalités d’inscription fixées par l’arrêté prévu à "
            "l’article R. 414-3."
        ),
    ),
    provision(
        "cja-r414-4",
        "R. 414-4",
        _("Sur Télérecours citoyens, l’identification vaut signature."),
        quotation=(
            "L’identification de l’auteur de la requête, selon les modalités prévues par l’arrêté "
            "mentionné à l’article R. 414-3, vaut signature pour l’application des dispositions du "
            "présent code.\n"
            "Toutefois, lorsque la requête n’a pas fait l’objet d’une signature électronique au sens du "
            "second alinéa de l’article 1367 du code civil, le requérant ou son mandataire peut, en cas "
            "de nécessité, être tenu de produire un exemplaire de sa requête revêtu de sa signature "
            "manuscrite.\n"
            "Lorsqu’un requérant introduit une requête présentée par plusieurs personnes physiques ou "
            "morales, cette requête doit être revêtue de la signature des autres requérants."
        ),
    ),
    provision(
        "cja-r414-5",
        "R. 414-5",
        _("Sur Télérecours citoyens, chaque pièce est un fichier séparé, avec un titre clair."),
        quotation=(
            "Par dérogation aux dispositions des articles R. 411-3, R. 411-4, R. 412-1, R. 412-2 et R. "
            "611-1-1, le requérant est dispensé de produire des copies de sa requête, de ses mémoires "
            "complémentaires et des pièces qui y sont jointes. Il est également dispensé de transmettre "
            "l’inventaire détaillé des pièces lorsqu’il utilise le téléservice mentionné à l’article R. "
            "414-2 ou recourt à la génération automatique de l’inventaire permise par l’application "
            "mentionnée à l’article R. 414-1.\n"
            "Le requérant transmet chaque pièce par un fichier distinct, à peine d’irrecevabilité de sa "
            "requête. Cette obligation est applicable à la transmission des pièces jointes aux mémoires "
            "complémentaires, sous peine pour le requérant de voir ces pièces écartées des débats après "
            "invitation à régulariser non suivie d’effet.\n"
            "Chaque fichier transmis au moyen de l’application mentionnée à l’article R. 414-1 porte un "
            "intitulé commençant par le numéro d’ordre affecté à la pièce qu’il contient par "
            "l’inventaire détaillé. Lorsque le requérant recourt à la génération automatique de "
            "l’inventaire permise par l’application, l’intitulé du fichier décrit également le contenu "
            "de cette pièce de manière suffisamment explicite. Chaque pièce transmise au moyen du "
            "téléservice mentionné à l’article R. 414-2 porte un intitulé décrivant son contenu de "
            "manière suffisamment explicite."
        ),
    ),
    provision(
        "cja-r421-1",
        "R. 421-1",
        _("On a deux mois pour attaquer une décision, à partir de sa notification."),
        quotation=(
            "La juridiction ne peut être saisie que par voie de recours formé contre une décision, et "
            "ce, dans les deux mois à partir de la notification ou de la publication de la décision "
            "attaquée.\n"
            "Lorsque la requête tend au paiement d’une somme d’argent, elle n’est recevable qu’après "
            "l’intervention de la décision prise par l’administration sur une demande préalablement "
            "formée devant elle.\n"
            "Le délai prévu au premier alinéa n’est pas applicable à la contestation des mesures prises "
            "pour l’exécution d’un contrat."
        ),
    ),
    provision(
        "cja-r421-2",
        "R. 421-2",
        _("Contre un refus né du silence, on a deux mois à partir du jour où il est né."),
        quotation=(
            "Sauf disposition législative ou réglementaire contraire, dans les cas où le silence gardé "
            "par l’autorité administrative sur une demande vaut décision de rejet, l’intéressé dispose, "
            "pour former un recours, d’un délai de deux mois à compter de la date à laquelle est née une "
            "décision implicite de rejet. Toutefois, lorsqu’une décision explicite de rejet intervient "
            "avant l’expiration de cette période, elle fait à nouveau courir le délai de recours.\n"
            "La date du dépôt de la demande à l’administration, constatée par tous moyens, doit être "
            "établie à l’appui de la requête.\n"
            "Le délai prévu au premier alinéa n’est pas applicable à la contestation des mesures prises "
            "pour l’exécution d’un contrat."
        ),
    ),
    provision(
        "cja-r421-5",
        "R. 421-5",
        _("Le délai de recours compte si la lettre de refus dit les délais et les recours."),
        quotation=(
            "Les délais de recours contre une décision administrative ne sont opposables qu’à la "
            "condition d’avoir été mentionnés, ainsi que les voies de recours, dans la notification de "
            "la décision."
        ),
    ),
    provision(
        "cja-r431-2",
        "R. 431-2",
        _("L’avocat est obligatoire pour demander de l’argent."),
        quotation=(
            "Les requêtes et les mémoires doivent, à peine d’irrecevabilité, être présentés soit par un "
            "avocat, soit par un avocat au Conseil d’Etat et à la Cour de cassation, lorsque les "
            "conclusions de la demande tendent au paiement d’une somme d’argent, à la décharge ou à la "
            "réduction de sommes dont le paiement est réclamé au requérant ou à la solution d’un litige "
            "né de l’exécution d’un contrat."
        ),
    ),
    provision(
        "cja-r431-4",
        "R. 431-4",
        _("Sans avocat, la personne signe elle-même sa requête."),
        quotation=(
            "Dans les affaires où ne s’appliquent pas les dispositions de l’article R. 431-2, les "
            "requêtes et les mémoires doivent être signés par leur auteur et, dans le cas d’une personne "
            "morale, par une personne justifiant de sa qualité pour agir."
        ),
    ),
    provision(
        "cja-r431-5",
        "R. 431-5",
        _("Un avocat peut représenter la personne. Un ami ou une association d’aide ne le peut pas."),
        quotation=(
            "Les parties peuvent également se faire représenter :\n"
            "1° Par l’un des mandataires mentionnés à l’article R. 431-2 ;"
        ),
    ),
    provision(
        "cja-r431-10",
        "R. 431-10",
        _("En défense, l’État est représenté par le préfet."),
        quotation=(
            "L’Etat est représenté en défense par le préfet ou le préfet de région lorsque le litige, "
            "quelle que soit sa nature, est né de l’activité des administrations civiles de l’Etat dans "
            "le département ou la région, à l’exception toutefois des actions et missions mentionnées à "
            "l’article 33 du décret n° 2004-374 du 29 avril 2004 relatif aux pouvoirs des préfets, à "
            "l’organisation et à l’action des services de l’Etat dans les régions et les départements."
        ),
    ),
    provision(
        "cja-r522-1",
        "R. 522-1",
        _("La requête en référé explique les faits et justifie l’urgence."),
        quotation=(
            "La requête visant au prononcé de mesures d’urgence doit contenir l’exposé au moins sommaire "
            "des faits et moyens et justifier de l’urgence de l’affaire.\n"
            "A peine d’irrecevabilité, les conclusions tendant à la suspension d’une décision "
            "administrative ou de certains de ses effets doivent être présentées par requête distincte "
            "de la requête à fin d’annulation ou de réformation et accompagnées d’une copie de cette "
            "dernière."
        ),
    ),
    provision(
        "cja-r522-2",
        "R. 522-2",
        _("En référé, le tribunal n’invite pas à corriger une requête incomplète."),
        quotation=("Les dispositions de l’article R. 612-1 ne sont pas applicables."),
    ),
    provision(
        "cja-r522-3",
        "R. 522-3",
        _("Le mot « référé » est écrit sur la requête et sur l’enveloppe."),
        quotation=(
            "La requête ainsi que, le cas échéant, l’enveloppe qui la contient porte la mention "
            "« référé ». Lorsqu’elle est adressée par voie postale, elle l’est par lettre recommandée.\n"
            "Par dérogation aux dispositions de l’article R. 414-1, les parties et mandataires "
            "mentionnés au premier alinéa de cet article non encore inscrits dans l’application "
            "informatique peuvent adresser leur requête à la juridiction par tous moyens.\n"
            "Lorsqu’elle est adressée par le moyen de l’application informatique mentionnée à l’article "
            "R. 414-1 ou du téléservice mentionné à l’article R. 414-2, son auteur signale son urgence "
            "en sélectionnant la mention « référé » dans la rubrique correspondante."
        ),
    ),
    provision(
        "cja-r522-4",
        "R. 522-4",
        _("La requête est envoyée au préfet, avec un délai très court pour répondre."),
        quotation=(
            "Notification de la requête est faite aux défendeurs.\n"
            "Les délais les plus brefs sont donnés aux parties pour fournir leurs observations. Ils "
            "doivent être rigoureusement observés, faute de quoi il est passé outre sans mise en demeure."
        ),
    ),
    provision(
        "cja-r522-5",
        "R. 522-5",
        _("Le référé est sans avocat obligatoire quand le litige n’en demande pas."),
        quotation=(
            "Les demandes tendant à ce que le juge des référés prescrive une mesure en application de "
            "l’article L. 521-2 sont dispensées de ministère d’avocat.\n"
            "Les autres demandes sont dispensées du ministère d’avocat si elles se rattachent à des "
            "litiges dispensés de ce ministère.\n"
            "Les mêmes règles s’appliquent aux mémoires en défense ou en intervention."
        ),
    ),
    provision(
        "cja-r522-8-1",
        "R. 522-8-1",
        _("Si le tribunal n’est pas le bon, le juge des référés rejette la requête."),
        quotation=(
            "Par dérogation aux dispositions du titre V du livre III du présent code, le juge des "
            "référés qui entend décliner la compétence de la juridiction rejette les conclusions dont il "
            "est saisi par voie d’ordonnance."
        ),
    ),
    provision(
        "cja-r522-12",
        "R. 522-12",
        _("L’ordonnance est envoyée sans délai aux parties."),
        quotation=("L’ordonnance est notifiée sans délai et par tous moyens aux parties."),
    ),
    provision(
        "cja-r522-13",
        "R. 522-13",
        _("L’ordonnance oblige la préfecture à partir du jour où elle la reçoit."),
        quotation=(
            "L’ordonnance prend effet à partir du jour où la partie qui doit s’y conformer en reçoit "
            "notification.\n"
            "Toutefois, le juge des référés peut décider qu’elle sera exécutoire aussitôt qu’elle aura "
            "été rendue.\n"
            "En outre, si l’urgence le commande, le dispositif de l’ordonnance, assorti de la formule "
            "exécutoire prévue à l’article R. 751-1, est communiqué sur place aux parties, qui en "
            "accusent réception."
        ),
    ),
    provision(
        "cja-r523-1",
        "R. 523-1",
        _("Contre l’ordonnance, le pourvoi en cassation se fait dans les quinze jours."),
        quotation=(
            "Le pourvoi en cassation contre les ordonnances rendues par le juge des référés en "
            "application des articles L. 521-1, L. 521-3, L. 521-4 et L. 522-3 est présenté dans les "
            "quinze jours de la notification qui en est faite en application de l’article R. 522-12."
        ),
    ),
    provision(
        "cja-r636-1",
        "R. 636-1",
        _("On peut arrêter sa demande par une lettre signée au tribunal."),
        quotation=(
            "Le désistement peut être fait et accepté par des actes signés des parties ou de leurs "
            "mandataires et adressés au greffe.\n"
            "Il est instruit dans les formes prévues pour la requête."
        ),
    ),
    provision(
        "cja-r741-12",
        "R. 741-12",
        _("Le juge peut infliger une amende pour une requête abusive."),
        quotation=(
            "Le juge peut infliger à l’auteur d’une requête qu’il estime abusive une amende dont le "
            "montant ne peut excéder 10 000 euros."
        ),
        printable=False,
    ),
    provision(
        "cja-r921-1-1",
        "R. 921-1-1",
        _("Pour une mesure urgente, on peut demander l’exécution sans attendre trois mois."),
        quotation=(
            "La demande tendant à ce que le tribunal administratif prescrive les mesures nécessaires à "
            "l’exécution d’un jugement définitif de ce tribunal, en assortissant, le cas échéant, ces "
            "prescriptions d’une astreinte, ne peut être présentée, sauf décision explicite de refus "
            "d’exécution opposée par l’autorité administrative, avant l’expiration d’un délai de trois "
            "mois à compter de la notification de ce jugement. Toutefois, en ce qui concerne les "
            "décisions ordonnant une mesure d’urgence, la demande peut être présentée sans délai.\n"
            "Dans le cas où le tribunal a, dans le jugement dont l’exécution est poursuivie, déterminé "
            "un délai dans lequel l’administration doit prendre les mesures d’exécution qu’il a "
            "prescrites, la demande ne peut être présentée qu’à l’expiration de ce délai."
        ),
    ),
)
