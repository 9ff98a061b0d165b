"""The words that a person meets at offices and at the tribunal: they stay French, each with what it means."""

from __future__ import annotations

from core.documents.blocks import Items, bold, inline
from core.documents.sheets import Say
from core.i18n import Message, _

COURT: tuple[tuple[Message, Message], ...] = (
    (_("Requête"), _("la lettre que vous envoyez au juge.")),
    (_("Référé"), _("une procédure rapide. Le juge décide d’une mesure provisoire.")),
    (_("Pièce"), _("un papier qui prouve ce que vous dites.")),
    (_("Greffe"), _("le bureau du tribunal qui reçoit les requêtes.")),
    (_("Mémoire en défense"), _("la réponse de la préfecture.")),
    (_("Ordonnance"), _("la décision du juge des référés.")),
    (_("Injonction"), _("l’ordre que le juge donne à la préfecture.")),
    (_("Astreinte"), _("une somme que la préfecture peut devoir payer si elle est en retard.")),
)
OFFICES: tuple[tuple[Message, Message], ...] = (
    (_("Préfecture"), _("le bureau de l’État qui décide pour les titres de séjour.")),
    (_("Titre de séjour"), _("le document qui permet de vivre en France.")),
    (_("ANEF"), _("le site de l’État pour les demandes de titre.")),
    (_("Récépissé"), _("un papier provisoire de la préfecture, après le dépôt.")),
    (_("Attestation de prolongation"), _("un papier provisoire sur ANEF, pendant l’étude de la demande.")),
    (_("Confirmation de dépôt"), _("la preuve de l’envoi. Elle ne donne pas le droit de rester.")),
    (_("OQTF"), _("un ordre de quitter la France. Montrez-le tout de suite à un avocat.")),
    (_("Solution de substitution"), _("une autre façon de déposer, quand le site ne marche pas.")),
)


def explained(say: Say, terms: tuple[tuple[Message, Message], ...]) -> Items:
    """The words as a list."""
    return Items(
        tuple(inline(bold(say(word)), say(_(" : {meaning}", meaning=meaning))) for word, meaning in terms)
    )
