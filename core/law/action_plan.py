"""The next two weeks, when the right door is not ready to be opened: dated steps, what to say, what to keep.

For the screen, the printed sheet and the calendar alike.
"""

from __future__ import annotations

from datetime import date, timedelta
from hashlib import sha256

from core.dossier.model import Dossier
from core.dossier.values import Channel, Need
from core.i18n import SOURCE_LANGUAGE, Message, _, render
from core.law import facts, regime
from core.law.model import Step
from core.law.periods import add_days, is_working_day
from core.law.usefulness import CALL_THE_CENTRE

# The plan of the journey (S02b): help at once, letter within three days, attempts on days 7 to 10 and 14.
LETTER_DAY = 2
SECOND_ATTEMPT_DAY = 7
RETURN_DAY = 14
PRESSED_DAYS = 10


def action_plan(dossier: Dossier, on: date) -> tuple[Step, ...]:
    """Dated steps, the earliest first; only what is still missing.

    Source: CE 10 June 2020, n° 435594 (several weeks); CESEDA R. 431-2 and arrêté of 1 August 2023 (help
    first, then substitution).
    """
    steps = [*_attempts(dossier, on), *_help(dossier, on), *_letter(dossier, on), *_papers(dossier, on)]
    steps.append(_come_back(dossier, on))
    return tuple(sorted(steps, key=lambda step: step.by or on))


def _attempts(dossier: Dossier, on: date) -> list[Step]:
    if facts.is_filed(dossier):
        return []
    spread = facts.spread(dossier, on)
    if spread is None:
        days = [on, add_days(on, SECOND_ATTEMPT_DAY), add_days(on, RETURN_DAY)]
    elif not spread.wide_enough:
        first = max(spread.next_useful_day, on)
        days = [first, add_days(first, SECOND_ATTEMPT_DAY)]
    else:
        days = [add_days(on, 1)]
    text = _("Faites un essai sur le site, à une autre heure. Faites une capture datée.")
    return [Step(text, by=day, facts=("attempts",), sources=("ce-435594",)) for day in days]


def _help(dossier: Dossier, on: date) -> list[Step]:
    if regime.channel(dossier) is not Channel.ANEF or facts.counted_contacts(dossier, on, facts.ANEF_HELP):
        return []
    sources = ("ceseda-r431-2", "arrete-2023-08-01")
    return [
        Step(CALL_THE_CENTRE, by=working_day(on), facts=("contacts",), sources=sources),
        Step(
            _("Demandez un rendez-vous au point d’accueil numérique de la préfecture."),
            by=working_day(add_days(on, LETTER_DAY)),
            facts=("contacts",),
            sources=sources,
        ),
    ]


def _letter(dossier: Dossier, on: date) -> list[Step]:
    if facts.counted_contacts(dossier, on, facts.WRITTEN):
        return []
    by = working_day(add_days(on, LETTER_DAY))
    if regime.channel(dossier) is Channel.ANEF:
        text = _("Écrivez à la préfecture : demandez la solution de substitution.")
        return [Step(text, by=by, facts=("contacts",), sources=("ceseda-r431-2",))]
    if facts.is_filed(dossier):
        text = _("Écrivez à la préfecture : demandez le récépissé ou l’attestation.")
        return [Step(text, by=by, facts=("contacts",), sources=("ceseda-r431-12",))]
    text = _("Écrivez à la préfecture : demandez un rendez-vous.")
    return [Step(text, by=by, facts=("contacts",), sources=("ceseda-r431-3",))]


def _papers(dossier: Dossier, on: date) -> list[Step]:
    unproven = any(harm not in facts.documented_harms(dossier, on) for harm in facts.told_harms(dossier))
    if not unproven:
        return []
    return [
        Step(
            _("Demandez le papier qui prouve la date grave : employeur, école, CAF, bailleur."),
            by=add_days(on, SECOND_ATTEMPT_DAY),
            facts=("consequences",),
            sources=("ce-453391",),
        )
    ]


def _come_back(dossier: Dossier, on: date) -> Step:
    """Two weeks, or the day of the next useful attempt where the permit or a harm presses."""
    spread = facts.spread(dossier, on)
    expires_on, harm = dossier.permit.expires_on, facts.next_harm(dossier, on)
    pressing = add_days(on, PRESSED_DAYS)
    pressed = (expires_on is not None and expires_on <= pressing) or (harm is not None and harm <= pressing)
    next_attempt = add_days(on, SECOND_ATTEMPT_DAY) if spread is None else max(spread.next_useful_day, on)
    return Step(
        _("Revenez ici avec vos preuves. Le programme vérifie de nouveau."),
        by=next_attempt if pressed else add_days(on, RETURN_DAY),
    )


def working_day(day: date) -> date:
    """The same day, or the next one on which offices answer."""
    while not is_working_day(day) and day < date.max:
        day += timedelta(days=1)
    return day


def phone_script(dossier: Dossier) -> tuple[Message, ...]:
    """What to say to the contact centre, line by line. Nothing in it is a fact the person did not tell."""
    need = {
        Need.ATTESTATION: _("Je ne reçois pas mon attestation de prolongation."),
        Need.CORRECT_DATA: _("Je ne peux pas corriger mes données."),
        Need.APPOINTMENT: _("Je ne trouve pas de rendez-vous."),
    }.get(dossier.request.need or Need.FILE, _("Je ne peux pas déposer ma demande de titre de séjour."))
    lines = [_("Bonjour. J’appelle pour un problème sur le site ANEF."), need]
    if dossier.blockage.message and dossier.blockage.exact_words:
        lines.append(_("Le site affiche ce message : « {message} ».", message=dossier.blockage.message))
    return (
        *lines,
        _("Pouvez-vous corriger le problème aujourd’hui ?"),
        _("Pouvez-vous me donner un numéro de ticket ?"),
        _("Pouvez-vous m’envoyer votre réponse par e-mail ?"),
        _("Notez le jour, l’heure, le numéro du ticket et la réponse."),
        _("Faites une capture du journal d’appels du téléphone."),
    )


def good_capture() -> tuple[Message, ...]:
    """What a screenshot must show to be believed (CE n° 448178: a page without a name is evidence too)."""
    return (
        _("Utilisez un ordinateur si possible : le téléphone cache souvent la date."),
        _("On doit voir l’adresse du site en haut de la page."),
        _("On doit voir la date et l’heure."),
        _("On doit voir le message entier."),
        _("Votre nom n’a pas besoin d’être visible sur le site de rendez-vous."),
        _("Faites une capture par essai, des semaines différentes."),
    )


def calendar(steps: tuple[Step, ...], on: date, language: str = SOURCE_LANGUAGE) -> bytes:
    """The dated steps as an iCalendar file (RFC 5545): one whole-day event each, with a reminder.

    Holds no name and nothing of the dossier: a calendar is often shared.
    """
    from datetime import UTC, datetime

    from icalendar import Alarm, Calendar, Event

    book = Calendar()
    book.add("prodid", "-//Guichet Ouvert//FR")
    book.add("version", "2.0")
    for number, step in enumerate(step for step in steps if step.by is not None):
        assert step.by is not None
        words = render(step.text, language)
        event = Event()
        event.add("uid", sha256(f"{number}|{step.by}|{step.text.msgid}".encode()).hexdigest()[:32])
        event.add("dtstamp", datetime(on.year, on.month, on.day, tzinfo=UTC))
        event.add("dtstart", step.by)
        event.add("summary", words)
        reminder = Alarm()
        reminder.add("action", "DISPLAY")
        reminder.add("description", words)
        # Nine in the morning of that day.
        reminder.add("trigger", timedelta(hours=9))
        event.add_component(reminder)
        book.add_component(event)
    return bytes(book.to_ical())
