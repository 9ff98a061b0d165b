"""The CESEDA on filing and on the papers given meanwhile, as in force on 3 April 2026."""

from __future__ import annotations

from core.i18n import _
from core.law.sources.build import provision

PROVISIONS = (
    provision(
        "ceseda-r431-2",
        "R. 431-2",
        _(
            "Pour les titres de la liste, la demande se fait sur internet, avec une aide et une solution "
            "de remplacement."
        ),
        quotation=(
            "La demande d’un titre de séjour figurant sur une liste fixée par arrêté du ministre chargé "
            "de l’immigration s’effectue au moyen d’un téléservice à compter de la date fixée par le "
            "même arrêté. Les catégories de titres de séjour désignées par arrêté figurent en annexe 9 "
            "du présent code.\n"
            "Les personnes qui ne sont pas en mesure d’effectuer elles-mêmes le dépôt en ligne de leur "
            "demande bénéficient d’un accueil et d’un accompagnement leur permettant d’accomplir cette "
            "formalité.\n"
            "En outre, une solution de substitution, prenant la forme d’un accueil physique permettant "
            "l’enregistrement de la demande, est mise en place pour l’étranger qui, ayant accompli "
            "toutes les diligences qui lui incombent, notamment en ayant fait appel au dispositif "
            "d’accueil et d’accompagnement prévu à l’alinéa précédent, se trouve dans l’impossibilité "
            "constatée d’utiliser le téléservice pour des raisons tenant à la conception ou au mode de "
            "fonctionnement de celui-ci.\n"
            "Le ministre chargé de l’immigration fixe par arrêté les modalités de l’accueil et de "
            "l’accompagnement mentionnés au deuxième alinéa ainsi que les conditions de recours et "
            "modalités de mise en œuvre de la solution de substitution prévue au troisième alinéa."
        ),
    ),
    provision(
        "ceseda-r431-3",
        "R. 431-3",
        _("Pour les autres titres, la demande se fait à la préfecture ou par la poste."),
        quotation=(
            "La demande de titre de séjour ne figurant pas dans la liste mentionnée à l’article R. "
            "431-2, est effectuée à Paris, à la préfecture de police et, dans les autres départements, à "
            "la préfecture ou à la sous-préfecture.\n"
            "Le préfet peut également prescrire que les demandes de titre de séjour appartenant aux "
            "catégories qu’il détermine soient adressées par voie postale."
        ),
    ),
    provision(
        "ceseda-r431-4",
        "R. 431-4",
        _("Une première demande se fait en principe dans les deux mois après l’entrée en France."),
        quotation=(
            "L’étranger qui ne se trouve pas dans une des situations visées aux articles R. 426-4, R. "
            "426-6 et R. 431-5 présente sa demande de titre de séjour dans les deux mois suivant son "
            "entrée en France."
        ),
    ),
    provision(
        "ceseda-r431-5",
        "R. 431-5",
        _("La demande se fait dans une période précise avant la fin du document."),
        quotation=(
            "Si l’étranger séjourne déjà en France, sa demande est présentée dans les délais suivants :\n"
            "1° L’étranger qui dispose d’un document de séjour mentionné aux 2° à 8° de l’article L. "
            "411-1 présente sa demande de titre de séjour entre le cent-vingtième jour et le soixantième "
            "jour qui précède l’expiration de ce document de séjour lorsque sa demande porte sur un "
            "titre de séjour figurant dans la liste mentionnée à l’article R. 431-2. Lorsque sa demande "
            "porte sur un titre de séjour ne figurant pas dans cette liste, il présente sa demande dans "
            "le courant des deux mois précédant l’expiration du document dont il est titulaire ;\n"
            "2° Au plus tard la veille de son dix-neuvième anniversaire, pour l’étranger mentionné aux "
            "articles L. 421-22, L. 421-23, L. 421-26 à L. 421-29, L. 421-30 à L. 421-33, L. 423-14, L. "
            "423-15, L. 423-21, L. 423-22, L. 424-1, L. 424-3, L. 424-24 ou L. 426-1 ;\n"
            "3° Au plus tard, deux mois après la date de son dix-huitième anniversaire, s’il ne remplit "
            "pas les conditions de délivrance de l’un des titres de séjour mentionnés au 2°.\n"
            "La demande de titre de séjour faite par une personne ayant perdu la nationalité française "
            "est présentée au plus tard deux mois après la date à laquelle la perte de nationalité lui "
            "est devenue opposable.\n"
            "Les dispositions du 1° ne sont pas applicables à l’étranger titulaire du statut de résident "
            "de longue durée-UE accordé par la France en application des articles L. 421-12, L. 421-25, "
            "L. 424-5, L. 424-14 ou L. 426-17."
        ),
    ),
    provision(
        "ceseda-r431-8",
        "R. 431-8",
        _("Six mois après la fin du titre, sans demande, il faut de nouveau les conditions d’entrée."),
        quotation=(
            "L’étranger titulaire d’un document de séjour doit, en l’absence de présentation de demande "
            "de délivrance d’un nouveau document de séjour six mois après sa date d’expiration, "
            "justifier à nouveau, pour l’obtention d’un document de séjour, des conditions requises pour "
            "l’entrée sur le territoire national lorsque la possession d’un visa est requise pour la "
            "première délivrance d’un document de séjour.\n"
            "Les dispositions du présent article ne sont pas applicables à l’étranger titulaire du "
            "statut de résident de longue durée-UE accordé par la France en application des articles L. "
            "421-12, L. 421-25, L. 424-5, L. 424-14 ou L. 426-17."
        ),
    ),
    provision(
        "ceseda-r431-9",
        "R. 431-9",
        _("La préfecture relève les informations, la photo et les empreintes pour faire le titre."),
        quotation=(
            "La délivrance ou le renouvellement du titre de séjour à un étranger est subordonné à la "
            "collecte, lors de la présentation de sa demande, des informations le concernant qui doivent "
            "être mentionnées sur le titre de séjour selon le modèle prévu à l’article R. 431-1, ainsi "
            "qu’au relevé d’images numérisées de sa photographie et, sauf impossibilité physique, des "
            "empreintes digitales de ses dix doigts aux fins d’enregistrement dans le traitement "
            "automatisé mentionné à l’article R. 142-11."
        ),
    ),
    provision(
        "ceseda-r431-10",
        "R. 431-10",
        _("La demande est accompagnée des papiers d’état civil et de nationalité."),
        quotation=(
            "L’étranger qui demande la délivrance ou le renouvellement d’un titre de séjour présente à "
            "l’appui de sa demande :\n"
            "1° Les documents justifiants de son état civil ;\n"
            "2° Les documents justifiants de sa nationalité ;\n"
            "3° Les documents justifiants de l’état civil et de la nationalité de son conjoint, de ses "
            "enfants et de ses parents lorsqu’il sollicite la délivrance ou le renouvellement d’un titre "
            "de séjour pour motif familial.\n"
            "La délivrance du premier récépissé et l’intervention de la décision relative au titre de "
            "séjour sollicité sont subordonnées à la production de ces documents.\n"
            "Lorsque la demande de titre de séjour est introduite en application de l’article L. 431-2, "
            "le demandeur peut être autorisé à déposer son dossier sans présentation de ces documents."
        ),
    ),
    provision(
        "ceseda-r431-11",
        "R. 431-11",
        _("Si la demande est incomplète, la préfecture demande les papiers qui manquent."),
        quotation=(
            "L’étranger qui sollicite la délivrance d’un titre de séjour présente à l’appui de sa "
            "demande les pièces justificatives dont la liste est fixée par arrêté annexé au présent code.\n"
            "En cas de demande incomplète, les pièces justificatives et les informations manquantes "
            "doivent être demandées par l’administration et transmises par l’étranger dans un délai "
            "raisonnable."
        ),
    ),
    provision(
        "ceseda-r431-12",
        "R. 431-12",
        _("La personne admise à demander un titre reçoit un récépissé."),
        quotation=(
            "L’étranger admis à souscrire une demande de délivrance ou de renouvellement de titre de "
            "séjour se voit remettre un récépissé qui autorise sa présence sur le territoire pour la "
            "durée qu’il précise. Ce document est revêtu de la signature de l’agent compétent ainsi que "
            "du timbre du service chargé, en vertu de l’article R. 431-20, de l’instruction de la "
            "demande.\n"
            "Le récépissé n’est pas remis au demandeur d’asile titulaire d’une attestation de demande "
            "d’asile."
        ),
    ),
    provision(
        "ceseda-r431-13",
        "R. 431-13",
        _("Le récépissé dure au moins un mois et peut être renouvelé."),
        quotation=(
            "La durée de validité du récépissé mentionné à l’article R. 431-12 ne peut être inférieure à "
            "un mois. Il peut être renouvelé."
        ),
    ),
    provision(
        "ceseda-r431-14",
        "R. 431-14",
        _("Certains récépissés de première demande autorisent à travailler."),
    ),
    provision(
        "ceseda-r431-15",
        "R. 431-15",
        _("Le récépissé de renouvellement d’une carte qui permet de travailler permet aussi de travailler."),
        quotation=(
            "Le récépissé de demande de renouvellement d’une carte de séjour permettant l’exercice d’une "
            "activité professionnelle autorise son titulaire à exercer une activité professionnelle."
        ),
    ),
    provision(
        "ceseda-r431-15-1",
        "R. 431-15-1",
        _("Une demande en ligne complète et à temps donne droit à une attestation de prolongation."),
        quotation=(
            "Le dépôt d’une demande présentée au moyen du téléservice mentionné à l’article R. 431-2 "
            "donne lieu à la délivrance immédiate d’une attestation dématérialisée de dépôt en ligne. Ce "
            "document ne justifie pas de la régularité du séjour de son titulaire.\n"
            "Lorsque l’instruction d’une demande complète et déposée dans le respect des délais "
            "mentionnés à l’article R. 431-5 se poursuit au-delà de la date de validité du document de "
            "séjour détenu, le préfet est tenu de mettre à la disposition du demandeur via le "
            "téléservice mentionné au premier alinéa une attestation de prolongation de l’instruction de "
            "sa demande dont la durée de validité ne peut être supérieure à trois mois. Ce document, "
            "accompagné du document de séjour expiré, lui permet de justifier de la régularité de son "
            "séjour pendant la durée qu’il précise. Lorsque l’instruction se prolonge, en raison de "
            "circonstances particulières, au-delà de la date d’expiration de l’attestation, celle-ci est "
            "renouvelée aussi longtemps que le préfet n’a pas statué sur la demande.\n"
            "Lorsque l’étranger mentionné aux 2°, 3° ou 4° de l’article R. 431-5 a déposé une demande "
            "complète dans le respect du délai auquel il est soumis, le préfet est tenu de mettre à sa "
            "disposition via le téléservice mentionné au premier alinéa une attestation de prolongation "
            "de l’instruction de sa demande dont la durée de validité ne peut être supérieure à trois "
            "mois. Ce document lui permet de justifier de la régularité de son séjour pendant la durée "
            "qu’il précise. Lorsque l’instruction se prolonge, en raison de circonstances particulières, "
            "au-delà de la date d’expiration de l’attestation, celle-ci est renouvelée aussi longtemps "
            "que le préfet n’a pas statué sur la demande.\n"
            "Lorsque le préfet prend une décision favorable sur la demande présentée, une attestation "
            "dématérialisée est mise à la disposition du demandeur via le téléservice mentionné au "
            "premier alinéa qui lui permet de justifier de la régularité de son séjour, dans l’attente "
            "de la remise du titre."
        ),
    ),
    provision(
        "ceseda-r431-15-2",
        "R. 431-15-2",
        _("Certaines attestations de prolongation autorisent à travailler."),
        quotation=(
            "L’attestation de prolongation de l’instruction d’une demande de première délivrance d’une "
            "carte de séjour prévue aux articles L. 421-22, L. 421-23, L. 421-26 à L. 421-29, L. 422-14, "
            "L. 423-1, L. 423-6, L. 423-7, L. 423-11 à L. 423-16, L. 423-22, L. 424-1, L. 424-3, L. "
            "424-9, L. 424-11, L. 424-13, L. 424-18, L. 424-19, L. 424-21, L. 425-1, L. 425-3, L. 426-1, "
            "L. 426-2, L. 426-3, L. 426-5, L. 426-6, L. 426-7 et L. 426-10 autorise son titulaire à "
            "exercer une activité professionnelle sur le territoire de la France métropolitaine dans le "
            "cadre de la réglementation en vigueur.\n"
            "Il en est de même de l’attestation de prolongation de l’instruction de la demande de "
            "première délivrance d’une carte de séjour délivrée sur le fondement des articles L. 421-1 "
            "et L. 421-3 ou de l’article L. 421-34, dès lors que son titulaire satisfait aux conditions "
            "mentionnées à l’article L. 5221-2 du code du travail, ainsi que sur le fondement des "
            "articles L. 421-9, L. 421-11 et L. 421-13-1 à L. 421-21, dès lors que son titulaire est en "
            "possession du visa de long séjour ou du visa de long séjour valant titre de séjour "
            "mentionné aux 1° et 2° de l’article L. 411-1.\n"
            "L’attestation de prolongation de l’instruction d’une demande de première délivrance de la "
            "carte de séjour mentionnée à l’article L. 426-12 n’autorise pas son titulaire à exercer une "
            "activité professionnelle, sauf si elle est délivrée en application de l’article L. 426-13 "
            "et que son bénéficiaire séjourne en France depuis au moins un an.\n"
            "L’attestation de prolongation de l’instruction d’une demande de renouvellement d’une carte "
            "de séjour permettant l’exercice d’une activité professionnelle autorise son titulaire à "
            "exercer une activité sur le territoire de la France métropolitaine dans le cadre de la "
            "réglementation en vigueur."
        ),
    ),
    provision(
        "ceseda-r431-15-3",
        "R. 431-15-3",
        _("La personne réfugiée reçoit une attestation de six mois dès sa demande."),
        quotation=(
            "Pour l’application de l’article L. 424-2, dès que la qualité de réfugié lui est reconnue, "
            "l’étranger est informé des modalités lui permettant d’accéder au téléservice mentionné à "
            "l’article R. 431-2 afin qu’il souscrive une demande de délivrance de la carte de résident "
            "prévue à l’article L. 424-1.\n"
            "Dès la souscription de cette demande, une attestation de prolongation de l’instruction de "
            "sa demande mentionnée au deuxième alinéa l’article R. 431-15-1, d’une durée de six mois "
            "renouvelable, est mise à sa disposition par le préfet au moyen de ce téléservice. Cette "
            "attestation porte la mention « reconnu réfugié ».\n"
            "Ce document lui permet de justifier de la régularité de son séjour pendant la durée qu’il "
            "précise et lui confère le droit d’exercer la profession de son choix dans les conditions "
            "prévues à l’article L. 414-10."
        ),
    ),
    provision(
        "ceseda-r431-15-4",
        "R. 431-15-4",
        _("La personne sous protection subsidiaire reçoit une attestation de six mois dès sa demande."),
        quotation=(
            "Pour l’application de l’article L. 424-10, dès que le bénéfice de la protection subsidiaire "
            "lui est reconnue, l’étranger est informé des modalités lui permettant d’accéder au "
            "téléservice mentionné à l’article R. 431-2 afin qu’il souscrive une demande de délivrance "
            "de la carte de séjour pluriannuelle mentionnée à l’article L. 424-9.\n"
            "Dès la souscription de cette demande, une attestation de prolongation de l’instruction de "
            "sa demande mentionnée au deuxième alinéa de l’article R. 431-15-1, d’une durée de six mois "
            "renouvelable, est mise à sa disposition par le préfet au moyen de ce téléservice. Cette "
            "attestation porte la mention « a obtenu le bénéfice de la protection subsidiaire ».\n"
            "Ce document lui permet de justifier de la régularité de son séjour pendant la durée qu’il "
            "précise et lui confère le droit d’exercer la profession de son choix dans les conditions "
            "prévues à l’article L. 414-10."
        ),
    ),
    provision(
        "ceseda-r431-20",
        "R. 431-20",
        _("Le préfet du département où l’on habite délivre le titre."),
        quotation=(
            "Sous réserve de l’exception prévue à l’article R. 426-3, le titre de séjour est délivré par "
            "le préfet du département dans lequel l’étranger a sa résidence et, à Paris, par le préfet "
            "de police.\n"
            "Pour l’application de l’article L. 433-1, l’étranger qui sollicite la délivrance d’un titre "
            "de séjour reçoit une information relative aux conditions auxquelles cette délivrance est "
            "subordonnée et à ses obligations de déférer aux contrôles et aux convocations. Ce document "
            "est signé par l’étranger lors de la remise du titre de séjour."
        ),
    ),
)
