"""The explanatory note for the person: what they sign, what comes next, what to do. In their language."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, Document, Style, bold, heading, para
from core.documents.case import Case
from core.documents.sheets import Say, dates, points, sentences, sheet, speaker, steps, to_do
from core.documents.terms import COURT, explained
from core.dossier.values import MeasureKind
from core.i18n import _, ngettext
from core.law import wording


def note(case: Case, language: str, *, with_requete: bool = True) -> Document:
    """The note in `language`; `with_requete`: a requete was made."""
    say = speaker(language)
    if with_requete:
        title, blocks = _("Note pour vous : votre requête au tribunal"), _of_requete(case, say)
    else:
        title, blocks = _("Note pour vous : que faire maintenant"), _without_requete(case, say)
    return sheet("note", title, language, blocks, _("Note pour vous – ne pas envoyer au tribunal"))


def _without_requete(case: Case, say: Say) -> Iterator[Block]:
    """Where no requete was printed: the answer, why, what to do, the dates, whom to call."""
    assessment = case.assessment
    yield para(bold(say(wording.ROUTE_SENTENCES[assessment.route])), style=Style.WARNING)
    yield from sentences(say, (reason.plain for reason in assessment.route_reasons))
    if assessment.remedy is not None:
        yield para(bold(say(wording.REMEDY_LABELS[assessment.remedy])))
    if assessment.next_steps:
        yield heading(say(_("Ce qu’il faut faire")), 2)
        yield to_do(say, assessment.next_steps)
    yield from dates(say, assessment.deadlines)
    yield from _whom_to_call(case, say)
    yield para(say(wording.NO_PROMISE), style=Style.SMALL)


def _of_requete(case: Case, say: Say) -> Iterator[Block]:
    yield para(bold(say(_("Cette requête n’est pas un titre de séjour."))), style=Style.WARNING)
    yield para(say(_("Cette note est pour vous. Gardez-la. Ne l’envoyez pas au tribunal.")))
    yield from _what_you_ask(case, say)
    yield from _what_comes_next(say)
    yield from _what_to_do(say)
    yield from _after_the_decision(say)
    yield from dates(say, case.assessment.deadlines)
    yield from _words(say)
    yield from _whom_to_call(case, say)


_ASKED = {
    MeasureKind.SUBSTITUTION: _(
        "Vous demandez que la préfecture vous convoque pour enregistrer votre demande autrement que par le "
        "site."
    ),
    MeasureKind.APPOINTMENT: _("Vous demandez un rendez-vous à la préfecture pour déposer votre demande."),
    MeasureKind.EARLIER_DATE: _("Vous demandez un rendez-vous plus tôt à la préfecture."),
    MeasureKind.REGISTRATION: _("Vous demandez que la préfecture enregistre votre demande."),
    MeasureKind.PROVISIONAL_DOCUMENT: _(
        "Vous demandez le papier provisoire que la préfecture doit vous donner."
    ),
}


def _what_you_ask(case: Case, say: Say) -> Iterator[Block]:
    yield heading(say(_("Ce que vous demandez")), 2)
    yield para(
        say(
            _(
                "Vous écrivez au juge du {tribunal}. Cette lettre s’appelle une requête.",
                tribunal=case.place.tribunal.name,
            )
        )
    )
    yield para(say(_ASKED[case.measure]), facts=("measure.kind",))
    days = case.dossier.measure.delay_days
    if days:
        yield para(
            say(
                ngettext(
                    "Vous demandez que ce soit fait en {number} jour.",
                    "Vous demandez que ce soit fait en {number} jours.",
                    days,
                )
            ),
            facts=("measure.delay_days",),
        )
    yield para(say(_("Vous ne demandez pas le titre de séjour au juge. La préfecture décidera ensuite.")))


def _what_comes_next(say: Say) -> Iterator[Block]:
    yield heading(say(_("Ce qui va se passer")), 2)
    yield steps(
        say,
        _("Vous relisez la requête. Vous corrigez ce qui n’est pas juste."),
        _("Vous signez la requête."),
        _("Vous déposez la requête et les pièces. La fiche « Déposer votre requête » explique comment."),
        _("Le tribunal vous donne un numéro. Gardez ce numéro."),
        _("Le tribunal envoie votre requête à la préfecture. Elle peut répondre."),
        _("Si la préfecture répond, vous pouvez répondre aussi. Il faut le faire vite."),
        _("Le juge décide par écrit. Sa décision s’appelle une ordonnance. Vous la recevez."),
    )
    yield para(
        say(
            _("Cela prend souvent quelques semaines. Personne ne peut vous garantir un délai ni le résultat.")
        )
    )
    yield para(
        say(_("Pour cette sorte de référé, une audience n’est pas obligatoire.")), sources=("cja-l522-1",)
    )
    yield para(
        say(
            _(
                "C’est gratuit. Si on vous demande 50 €, ne payez pas : aucun timbre n’est dû devant le "
                "tribunal administratif."
            )
        )
    )


def _what_to_do(say: Say) -> Iterator[Block]:
    yield heading(say(_("Ce qu’il faut faire")), 2)
    yield points(
        say,
        _("Ouvrez votre courrier et vos courriels tous les jours."),
        _("Dites vite au tribunal si vous changez d’adresse."),
        _("Répondez vite si le tribunal vous écrit."),
        _("Continuez vos essais et gardez les captures d’écran."),
        _("Gardez les originaux de toutes les pièces."),
        _("Allez à tout rendez-vous de la préfecture, avec tous vos papiers."),
    )
    yield heading(say(_("Ce qu’il ne faut pas faire")), 2)
    yield points(
        say,
        _("N’arrêtez pas vos démarches à la préfecture."),
        _("N’envoyez pas la requête par courriel : le tribunal ne peut pas l’accepter ainsi."),
        _("Ne signez pas un texte que vous ne comprenez pas. Demandez qu’on vous le lise."),
        _("Ne payez personne pour un rendez-vous : un rendez-vous à la préfecture ne se vend pas."),
    )


def _after_the_decision(say: Say) -> Iterator[Block]:
    yield heading(say(_("Après la décision")), 2)
    yield points(
        say,
        _("Si la préfecture vous donne un rendez-vous avant la décision, dites-le au tribunal."),
        _(
            "Si le juge dit oui, la préfecture doit faire ce qui est écrit, dans le délai qui est écrit. Le "
            "délai commence le jour où la préfecture reçoit l’ordonnance."
        ),
        _(
            "Si la préfecture ne fait rien à la fin du délai, écrivez-lui avec une copie de l’ordonnance. "
            "Ensuite, on peut revenir devant le juge."
        ),
        _(
            "Si le juge dit non, il n’a pas refusé votre titre de séjour. Vous pouvez revenir avec de "
            "nouvelles preuves."
        ),
        _(
            "Contre l’ordonnance, il n’y a pas d’appel. Un pourvoi en cassation est possible pendant quinze "
            "jours, avec un avocat au Conseil d’État et à la Cour de cassation."
        ),
    )


def _words(say: Say) -> Iterator[Block]:
    yield heading(say(_("Les mots que vous allez lire")), 2)
    yield explained(say, COURT)


def _whom_to_call(case: Case, say: Say) -> Iterator[Block]:
    yield heading(say(_("Qui appeler")), 2)
    lines = [
        _("Une association d’aide aux étrangers, un point-justice ou un avocat peut relire vos papiers."),
    ]
    court = case.departement.tribunal if case.departement else None
    if court is not None and court.phone:
        lines.append(
            _(
                "Le greffe du {tribunal} : {phone} (numéro à vérifier sur le site du tribunal).",
                tribunal=court.name,
                phone=court.phone,
            )
        )
    yield points(say, *lines)
