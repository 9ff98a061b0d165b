"""« J’essaie maintenant »: an attempt noted while it is made.

Nothing is noted that the person does not say: the outcome is asked, and an attempt that worked is no failed
attempt. The program opens no site and sends nothing.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from msgspec.structs import replace

from core.dossier.model import Attempt, Dossier, Part
from core.dossier.values import Channel, Paragraph
from core.i18n import Message, _
from core.interview import choices
from core.interview.checks import no_password
from core.interview.labels import options
from core.interview.model import Choice, Now, Option, Repeat, Text

ONLINE = (Channel.ANEF, Channel.BOOKING_SITE, Channel.DEMARCHE_NUMERIQUE)


class Outcome(StrEnum):
    """What came of the attempt, in the person's words."""

    SAME = "same"
    OTHER = "other"
    WORKED = "worked"


class JustTried(Part, frozen=True):
    """The answers of the helper, before they are an attempt."""

    id: str
    outcome: Outcome | None = None
    result: Paragraph | None = None
    channel: Channel | None = None


def offered_channels(dossier: Dossier, on: date) -> tuple[Channel, ...]:
    """The sites, and the way that the prefecture asks for where it is no site."""
    asked = dossier.filing.channel
    return ONLINE if asked is None or asked in ONLINE else (asked, *ONLINE)


def steps(platform: str) -> tuple[Message, ...]:
    """What to do first; the keys are those of the computer the program runs on (`sys.platform`)."""
    if platform == "darwin":
        keys = _("Faites une image de l’écran : touches Ctrl + Cmd + Maj + 3.")
    elif platform == "win32":
        keys = _("Faites une image de l’écran : touches Windows + Maj + S, puis « Plein écran ».")
    else:
        keys = _("Faites une image de tout l’écran avec la touche Impr. écran.")
    return (
        _("Ouvrez vous-même le site. Allez jusqu’au blocage."),
        _("À l’écran, il faut voir le message, l’adresse du site, la date et l’heure."),
        keys,
        _("Revenez ici et collez l’image."),
    )


def made(answers: JustTried, empty: Attempt, moment: datetime) -> Attempt:
    """The attempt that the person says they made.

    Whether there is proof is not said here: a picture that comes with it is an exhibit of its own, and
    without one nothing shows the attempt.
    """
    return replace(
        empty,
        on=moment.date(),
        at=moment.time().replace(second=0, microsecond=0),
        channel=answers.channel,
        same_message=answers.outcome is Outcome.SAME,
        result=answers.result if answers.outcome is Outcome.OTHER else None,
    )


def worked(answers: JustTried) -> bool:
    """Whether there is no failed attempt to note."""
    return answers.outcome is Outcome.WORKED


def saw_something_else(answers: JustTried) -> bool:
    """Whether the person must say what they saw."""
    return answers.outcome is Outcome.OTHER


NOW = Now(
    heading=_("J’essaie maintenant"),
    keep=_("Garder cet essai"),
    promise=_("Ce programme n’ouvre aucun site et n’envoie rien. C’est vous qui essayez."),
    steps=steps,
    makes=made,
    is_over=worked,
    over=_(
        "Bonne nouvelle. La requête n’est peut-être plus utile. Gardez la confirmation du site. Le programme "
        "ne note pas cet essai."
    ),
    asks=Repeat(
        path="now",
        label=_("J’essaie maintenant"),
        item=JustTried,
        prefix="n",
        summary=lambda answers: _("J’essaie maintenant"),
        add_label=_("J’essaie maintenant"),
        empty_label=_("J’essaie maintenant"),
        questions=(
            Choice(
                path="outcome",
                label=_("J’ai essayé, et j’ai vu :"),
                required=True,
                options=(
                    Option(Outcome.SAME, _("La même chose qu’avant")),
                    Option(Outcome.OTHER, _("Autre chose")),
                    Option(Outcome.WORKED, _("Ça a marché !")),
                ),
            ),
            Text(
                path="result",
                label=_("Que s’est-il passé ?"),
                hint=_("Écrivez seulement ce que vous avez vu."),
                multiline=True,
                max_length=4000,
                item_when=saw_something_else,
                checks=(no_password,),
            ),
            Choice(
                path="channel",
                label=_("Où avez-vous essayé ?"),
                options=options(Channel),
                offers=offered_channels,
                proposal=choices.attempt_channel,
            ),
        ),
    ),
)
