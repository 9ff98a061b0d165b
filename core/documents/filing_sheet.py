"""The filing sheet: how to bring the requete to the tribunal, in three ways, step by step (S24)."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, Document, Style, bold, heading, para
from core.documents.case import Case
from core.documents.sheets import Say, points, sheet, speaker, steps
from core.dossier.values import FilingWay
from core.i18n import _

_ON_PAPER = (FilingWay.REGISTRY, FilingWay.POST)


def filing_sheet(case: Case, language: str) -> Document:
    """The sheet, with the way the person chose first; every way where they did not choose."""
    say = speaker(language)
    return sheet(
        "fiche-depot",
        _("Déposer votre requête"),
        language,
        _blocks(case, say),
        _("Déposer votre requête – fiche pour vous"),
    )


def _blocks(case: Case, say: Say) -> Iterator[Block]:
    yield para(
        bold(
            say(
                _(
                    "C’est gratuit. Si on vous demande 50 €, ne payez pas : aucun timbre n’est dû devant le "
                    "tribunal administratif."
                )
            )
        ),
        style=Style.WARNING,
    )
    yield para(
        say(_("Votre tribunal est le {tribunal}.", tribunal=case.place.tribunal.name)),
        facts=("residence.departement",),
    )
    yield para(
        say(
            _(
                "Choisissez une seule façon de déposer. Ne déposez pas par courriel : le tribunal ne peut "
                "pas l’accepter."
            )
        ),
        sources=("cja-r414-2",),
    )
    ways = (_paper, _online) if case.dossier.signature.way in _ON_PAPER else (_online, _paper)
    for way in ways:
        yield from way(case, say)
    yield heading(say(_("Après le dépôt")), 2)
    yield points(
        say,
        _("Le tribunal vous donne un numéro. Écrivez-le et gardez-le."),
        _("Ouvrez votre courrier et vos courriels tous les jours."),
        _("Continuez vos essais et gardez les captures d’écran."),
        _("Dites vite au tribunal si votre adresse change."),
    )


def _online(case: Case, say: Say) -> Iterator[Block]:
    yield heading(say(_("Par internet : Télérecours citoyens")), 2)
    yield steps(
        say,
        _(
            "Ouvrez le site citoyens.telerecours.fr et créez votre compte, avec votre propre adresse de "
            "courriel."
        ),
        _(
            "Choisissez de déposer une requête, puis choisissez le {tribunal}.",
            tribunal=case.place.tribunal.name,
        ),
        _("Choisissez « référé ». Ne choisissez pas une requête ordinaire."),
        _("Ajoutez le fichier requete.pdf."),
        _("Pour la décision attaquée, ajoutez absence-de-decision.pdf : il n’y a pas de décision."),
        _("Ajoutez chaque pièce dans un fichier séparé, avec son numéro et son titre."),
        _("Ajoutez inventaire.pdf et chronologie.pdf si vous les avez."),
        _("Relisez, puis envoyez. Gardez l’accusé de dépôt."),
    )
    yield para(
        say(
            _(
                "Sur ce site, vous n’avez pas besoin de signer à la main : votre compte vaut signature. Le "
                "tribunal peut quand même demander un exemplaire signé."
            )
        ),
        sources=("cja-r414-4",),
    )
    yield para(
        say(_("Si une pièce n’est pas dans un fichier séparé, la requête peut être rejetée.")),
        sources=("cja-r414-5",),
    )
    yield para(say(_("Ensuite, envoyez tout par ce site, pas par la poste.")), sources=("cja-r414-2",))


def _paper(case: Case, say: Say) -> Iterator[Block]:
    yield heading(say(_("Sur papier : au greffe ou par la poste")), 2)
    yield steps(
        say,
        _("Imprimez la requête en deux exemplaires : un original et une copie. Signez l’original à la main."),
        _("Imprimez les pièces en deux exemplaires, numérotées, avec l’inventaire."),
        _("Écrivez « RÉFÉRÉ » sur l’enveloppe. Le mot est déjà en haut de la requête."),
        _("Au greffe : demandez un tampon avec la date sur votre propre copie."),
        _("Par la poste : envoyez tout en lettre recommandée, c’est obligatoire. Gardez le reçu."),
    )
    yield from _address(case, say)


def _address(case: Case, say: Say) -> Iterator[Block]:
    court = case.place.tribunal
    if not court.address:
        yield para(say(_("Cherchez l’adresse du tribunal sur son site : {tribunal}.", tribunal=court.name)))
        return
    address = ", ".join((court.name, *court.address))
    yield para(
        say(_("Adresse : {address} (à vérifier sur le site du tribunal).", address=address))
        if court.to_check
        else say(_("Adresse : {address}.", address=address))
    )
