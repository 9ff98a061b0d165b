"""The code de justice administrative, legislative part, as in force on 3 April 2026."""

from __future__ import annotations

from core.i18n import _
from core.law.sources.build import provision

PROVISIONS = (
    provision(
        "cja-l511-1",
        "L. 511-1",
        _("Le juge des référés prend des mesures provisoires, dans les meilleurs délais."),
        quotation=(
            "Le juge des référés statue par des mesures qui présentent un caractère provisoire. Il n’est "
            "pas saisi du principal et se prononce dans les meilleurs délais."
        ),
    ),
    provision(
        "cja-l521-1",
        "L. 521-1",
        _("Le juge peut suspendre une décision, même un refus, si l’on demande aussi son annulation."),
        quotation=(
            "Quand une décision administrative, même de rejet, fait l’objet d’une requête en annulation "
            "ou en réformation, le juge des référés, saisi d’une demande en ce sens, peut ordonner la "
            "suspension de l’exécution de cette décision, ou de certains de ses effets, lorsque "
            "l’urgence le justifie et qu’il est fait état d’un moyen propre à créer, en l’état de "
            "l’instruction, un doute sérieux quant à la légalité de la décision.\n"
            "Lorsque la suspension est prononcée, il est statué sur la requête en annulation ou en "
            "réformation de la décision dans les meilleurs délais. La suspension prend fin au plus tard "
            "lorsqu’il est statué sur la requête en annulation ou en réformation de la décision."
        ),
    ),
    provision(
        "cja-l521-2",
        "L. 521-2",
        _("En cas d’urgence extrême, le juge protège une liberté fondamentale et répond en 48 heures."),
        quotation=(
            "Saisi d’une demande en ce sens justifiée par l’urgence, le juge des référés peut ordonner "
            "toutes mesures nécessaires à la sauvegarde d’une liberté fondamentale à laquelle une "
            "personne morale de droit public ou un organisme de droit privé chargé de la gestion d’un "
            "service public aurait porté, dans l’exercice d’un de ses pouvoirs, une atteinte grave et "
            "manifestement illégale. Le juge des référés se prononce dans un délai de quarante-huit "
            "heures."
        ),
    ),
    provision(
        "cja-l521-3",
        "L. 521-3",
        _("En cas d’urgence, le juge peut ordonner une mesure utile, sans bloquer une décision."),
        quotation=(
            "En cas d’urgence et sur simple requête qui sera recevable même en l’absence de décision "
            "administrative préalable, le juge des référés peut ordonner toutes autres mesures utiles "
            "sans faire obstacle à l’exécution d’aucune décision administrative."
        ),
    ),
    provision(
        "cja-l521-4",
        "L. 521-4",
        _("Si un fait nouveau arrive, le juge des référés peut modifier ce qu’il a ordonné."),
        quotation=(
            "Saisi par toute personne intéressée, le juge des référés peut, à tout moment, au vu d’un "
            "élément nouveau, modifier les mesures qu’il avait ordonnées ou y mettre fin."
        ),
    ),
    provision(
        "cja-l522-1",
        "L. 522-1",
        _(
            "Le juge lit les arguments de chacun. L’audience publique n’est prévue que pour L. 521-1 et "
            "L. 521-2."
        ),
        quotation=(
            "Le juge des référés statue au terme d’une procédure contradictoire écrite ou orale.\n"
            "Lorsqu’il lui est demandé de prononcer les mesures visées aux articles L. 521-1 et L. "
            "521-2, de les modifier ou d’y mettre fin, il informe sans délai les parties de la date et "
            "de l’heure de l’audience publique.\n"
            "Sauf renvoi à une formation collégiale, l’audience se déroule sans conclusions du "
            "rapporteur public."
        ),
    ),
    provision(
        "cja-l522-3",
        "L. 522-3",
        _("Le juge peut rejeter tout de suite, sans audience, une demande sans urgence ou mal fondée."),
        quotation=(
            "Lorsque la demande ne présente pas un caractère d’urgence ou lorsqu’il apparaît manifeste, "
            "au vu de la demande, que celle-ci ne relève pas de la compétence de la juridiction "
            "administrative, qu’elle est irrecevable ou qu’elle est mal fondée, le juge des référés peut "
            "la rejeter par une ordonnance motivée sans qu’il y ait lieu d’appliquer les deux premiers "
            "alinéas de l’article L. 522-1."
        ),
    ),
    provision(
        "cja-l523-1",
        "L. 523-1",
        _("L’ordonnance L. 521-3 est rendue en dernier ressort : il n’y a pas d’appel."),
        quotation=(
            "Les décisions rendues en application des articles L. 521-1, L. 521-3, L. 521-4 et L. 522-3 "
            "sont rendues en dernier ressort.\n"
            "Les décisions rendues en application de l’article L. 521-2 sont susceptibles d’appel devant "
            "le Conseil d’Etat dans les quinze jours de leur notification. En ce cas, le président de la "
            "section du contentieux du Conseil d’Etat ou un conseiller délégué à cet effet statue dans "
            "un délai de quarante-huit heures et exerce le cas échéant les pouvoirs prévus à l’article "
            "L. 521-4."
        ),
    ),
    provision(
        "cja-l761-1",
        "L. 761-1",
        _("La partie qui perd peut payer les frais réels et prouvés de l’autre partie."),
        quotation=(
            "Dans toutes les instances, le juge condamne la partie tenue aux dépens ou, à défaut, la "
            "partie perdante, à payer à l’autre partie la somme qu’il détermine, au titre des frais "
            "exposés et non compris dans les dépens. Les parties peuvent produire les justificatifs des "
            "sommes qu’elles demandent et le juge tient compte de l’équité ou de la situation économique "
            "de la partie condamnée. Il peut, même d’office, pour des raisons tirées des mêmes "
            "considérations, dire qu’il n’y a pas lieu à cette condamnation."
        ),
    ),
    provision(
        "cja-l911-3",
        "L. 911-3",
        _("Le juge peut ajouter une somme à payer par jour de retard : c’est l’astreinte."),
        quotation=(
            "La juridiction peut assortir, dans la même décision, l’injonction prescrite en application "
            "des articles L. 911-1 et L. 911-2 d’une astreinte qu’elle prononce dans les conditions "
            "prévues au présent livre et dont elle fixe la date d’effet."
        ),
    ),
    provision(
        "cja-l911-4",
        "L. 911-4",
        _("Si une décision du juge n’est pas exécutée, on peut lui demander de la faire exécuter."),
        quotation=(
            "En cas d’inexécution d’un jugement ou d’un arrêt, la partie intéressée peut demander à la "
            "juridiction, une fois la décision rendue, d’en assurer l’exécution.\n"
            "Si le jugement ou l’arrêt dont l’exécution est demandée n’a pas défini les mesures "
            "d’exécution, la juridiction saisie procède à cette définition. Elle peut fixer un délai "
            "d’exécution et prononcer une astreinte."
        ),
    ),
    provision(
        "cja-l911-6",
        "L. 911-6",
        _("L’astreinte est provisoire, sauf si le juge dit autre chose."),
        quotation=(
            "L’astreinte est provisoire ou définitive. Elle doit être considérée comme provisoire à "
            "moins que la juridiction n’ait précisé son caractère définitif. Elle est indépendante des "
            "dommages et intérêts."
        ),
    ),
    provision(
        "cja-l911-7",
        "L. 911-7",
        _("En cas de retard, le juge calcule l’astreinte. Il peut la réduire ou la supprimer."),
        quotation=(
            "En cas d’inexécution totale ou partielle ou d’exécution tardive, la juridiction procède à "
            "la liquidation de l’astreinte qu’elle avait prononcée.\n"
            "Sauf s’il est établi que l’inexécution de la décision provient d’un cas fortuit ou de force "
            "majeure, la juridiction ne peut modifier le taux de l’astreinte définitive lors de sa "
            "liquidation.\n"
            "Elle peut modérer ou supprimer l’astreinte provisoire, même en cas d’inexécution constatée."
        ),
    ),
)
