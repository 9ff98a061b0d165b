"""Sheets that need no dossier: what to bring to a permanence, how to work with an interpreter.

In any language of the program. Where a language is missing, the plain French is for the interpreter to read
aloud.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum

from core.documents.blocks import Block, Document, Style, bold, heading, para
from core.documents.sheets import Say, points, sheet, speaker, steps
from core.documents.terms import COURT, OFFICES, explained
from core.dossier.model import Dossier
from core.dossier.values import ConsequenceKind, DocumentKind, Protection
from core.i18n import Message, _


class HomeSheet(StrEnum):
    """The sheets, by the stem of their files."""

    BRING = "a-apporter"
    INTERPRETER = "interprete"


TITLES: Mapping[HomeSheet, Message] = {
    HomeSheet.BRING: _("Ce qu’il faut apporter"),
    HomeSheet.INTERPRETER: _("Travailler avec un interprète"),
}


def home_sheet(which: HomeSheet, language: str, dossier: Dossier | None = None) -> Document:
    """The sheet in a language. With a dossier, what to bring is only what this person may have."""
    say = speaker(language)
    blocks = _bring(say, dossier) if which is HomeSheet.BRING else _interpreter(say)
    return sheet(which.value, TITLES[which], language, blocks, _("Fiche pour vous"))


# --- what to bring ------------------------------------------------------------------------------------

_Applies = Callable[[Dossier], bool]


def _always(_dossier: Dossier) -> bool:
    return True


def _has_document(dossier: Dossier) -> bool:
    return dossier.permit.document is not DocumentKind.NONE


def _is_protected(dossier: Dossier) -> bool:
    return dossier.nationality.protection not in (None, Protection.NONE)


def _suffers(*kinds: ConsequenceKind) -> _Applies:
    return lambda dossier: any(told.kind in kinds for told in dossier.consequences)


_PAPERS: tuple[tuple[Message, _Applies], ...] = (
    (_("Votre passeport, si vous l’avez."), _always),
    (_("Votre titre de séjour, même fini : le devant et le dos."), _has_document),
    (_("Votre récépissé ou votre attestation."), _always),
    (_("Votre numéro étranger : 10 chiffres, écrits sur le titre ou sur le récépissé."), _always),
    (_("Un papier avec votre adresse, ou votre attestation de domiciliation."), _always),
    (_("La décision de l’OFPRA ou de la CNDA."), _is_protected),
)
_PROOFS = (
    _("Votre téléphone, chargé, avec les captures d’écran du site."),
    _("Les e-mails de l’ANEF et de la préfecture."),
    _("Le journal d’appels du téléphone, si vous avez appelé pour de l’aide."),
    _("Les lettres envoyées à la préfecture, avec les reçus de la poste."),
    _("Toute lettre de la préfecture, avec l’enveloppe : refus, OQTF, rendez-vous."),
)
_EFFECTS: tuple[tuple[Message, _Applies], ...] = (
    (_("Travail : contrat, fiche de paie, lettre de l’employeur."), _suffers(ConsequenceKind.WORK)),
    (_("Argent : lettre de la CAF, de France Travail ou de la retraite."), _suffers(ConsequenceKind.INCOME)),
    (_("Logement : bail, lettre du propriétaire ou du foyer."), _suffers(ConsequenceKind.HOUSING)),
    (_("Études : lettre de l’école ou de l’université."), _suffers(ConsequenceKind.STUDIES)),
    (_("Santé : papier d’un rendez-vous. Pas le nom de la maladie."), _suffers(ConsequenceKind.HEALTH)),
    (
        _("Famille ou voyage : livret de famille, billets."),
        _suffers(ConsequenceKind.FAMILY, ConsequenceKind.TRAVEL),
    ),
)


def _bring(say: Say, dossier: Dossier | None) -> Iterator[Block]:
    yield para(bold(say(_("Apportez ce que vous avez. Il manque un papier ? Venez quand même."))))
    yield heading(say(_("Qui vous êtes")), 2)
    yield points(say, *_that_apply(_PAPERS, dossier))
    yield heading(say(_("Ce que vous avez essayé")), 2)
    yield points(say, *_PROOFS)
    effects = _that_apply(_EFFECTS, dossier)
    if effects:
        yield heading(say(_("Ce que le blocage change pour vous")), 2)
        yield points(say, *effects)
    yield heading(say(_("À savoir")), 2)
    yield points(
        say,
        _("Gardez vos originaux. On les regarde et on vous les rend."),
        _("Ne donnez vos mots de passe à personne. Vous les tapez vous-même."),
        _("Vous avez une OQTF, un refus ou une date au tribunal ? Dites-le en arrivant."),
        _("Venez avec une personne qui parle votre langue et le français, si vous pouvez."),
        _("C’est gratuit. Un rendez-vous à la préfecture ne se vend pas."),
    )


def _that_apply(papers: tuple[tuple[Message, _Applies], ...], dossier: Dossier | None) -> list[Message]:
    return [words for words, applies in papers if dossier is None or applies(dossier)]


# --- with an interpreter ------------------------------------------------------------------------------


def _interpreter(say: Say) -> Iterator[Block]:
    yield para(bold(say(_("Vous décidez et vous signez. L’interprète traduit."))), style=Style.WARNING)
    yield heading(say(_("Qui peut traduire")), 2)
    yield points(
        say,
        _("Un adulte en qui vous avez confiance. Il parle bien votre langue et le français."),
        _("Il peut être à côté de vous ou au téléphone."),
        _("Ne demandez pas à un enfant."),
        _("Ne payez personne pour un rendez-vous à la préfecture."),
        _("L’interprète ne répète rien à personne."),
    )
    yield heading(say(_("Comment faire")), 2)
    yield steps(
        say,
        _("Une personne lit le français à voix haute, une phrase à la fois."),
        _("L’interprète traduit cette phrase, puis s’arrête."),
        _("L’interprète n’ajoute rien, n’enlève rien et ne répond pas à votre place."),
        _("Vous répondez avec des phrases courtes. L’interprète traduit."),
        _("Vous ne comprenez pas ? Dites-le. On relit la phrase."),
        _("Vérifiez chaque nom, chaque date, chaque numéro."),
        _("À la fin, dites avec vos mots ce que demande la lettre."),
    )
    yield heading(say(_("Avant de signer")), 2)
    yield points(
        say,
        _("Le tribunal lit seulement le français."),
        _("Signez seulement si tout est vrai et si vous avez tout compris."),
        _("L’interprète ne signe pas."),
    )
    yield heading(say(_("Les mots à connaître")), 2)
    yield para(say(_("Ces mots restent en français. Vous allez les entendre.")))
    yield explained(say, (*OFFICES, *COURT))
