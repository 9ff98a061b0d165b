"""One dossier on the desk: what the list shows, what the search looks in, made from a dossier file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path

import msgspec

from core.dossier.model import Dossier
from core.i18n import Message, _, render
from core.storage.dossier_file import DossierFile
from core.storage.follow_up import FollowUp, Step, erase_on, read_follow_up, remind_retention_on, step_of
from core.storage.search import haystack

_REMINDER = "reminder_"


class DeskDate(msgspec.Struct, frozen=True, order=True):
    """A day that matters for a dossier. `label` is in French, ready to print; `id` is stable."""

    on: date
    id: str
    label: str

    @property
    def words(self) -> Message | str:
        """The label for the screen. Only a reminder is in somebody's own words; the others are sentences of
        the program without values, so that the French finds its translation."""
        return self.label if self.id.startswith(_REMINDER) else Message(self.label)


class Summary(msgspec.Struct, frozen=True):
    """What the law makes of a dossier, as far as the desk shows it. `route` is that of the assessment."""

    route: str | None = None
    dates: tuple[DeskDate, ...] = ()


# The desk stands beside the law, not on it: whoever opens the desk says how a dossier is summed up.
Summarise = Callable[[Dossier], Summary]


class RowState(StrEnum):
    """Whether the file could be read."""

    READ = "read"
    LOCKED = "locked"
    IN_USE = "in_use"
    DAMAGED = "damaged"
    NEWER = "newer"
    UNREADABLE = "unreadable"


class Row(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of the desk. `stamp` and `size` are the file's when it was read; `path` as text."""

    path: str
    stamp: int
    size: int
    state: RowState
    id: str = ""
    name: str = ""
    language: str = ""
    departement: str = ""
    nationality: str = ""
    kind: str = ""
    channel: str = ""
    blocked_step: str = ""
    route: str = ""
    step: Step = Step.STARTED
    outcome: str = ""
    volunteer: str = ""
    for_jurist: bool = False
    dates: tuple[DeskDate, ...] = ()
    erase_on: date | None = None
    opened_on: date | None = None
    original: str = ""
    hay: str = ""

    def next_date(self, today: date) -> DeskDate | None:
        """The first date from today on."""
        return next((d for d in self.dates if d.on >= today), None)

    @property
    def is_conflict(self) -> bool:
        """Whether a synchroniser made this file beside the original."""
        return bool(self.original)


# The association's own dates, by the field that holds them.
_OWN_DATES = {
    "defence_due_on": _("Répondre au mémoire de la préfecture"),
    "hearing_on": _("Audience au tribunal"),
    "act_by": _("La préfecture doit avoir agi"),
    "appointment_on": _("Rendez-vous à la préfecture"),
}


def row_of(
    file: DossierFile, path: Path, stamp: int, size: int, original: Path | None, summarise: Summarise
) -> Row:
    """The line of a dossier that is open. Raises `DamagedDossier`."""
    dossier, follow_up = file.dossier, read_follow_up(file)
    summary = summarise(dossier)
    identity = dossier.identity
    return Row(
        path=str(path),
        stamp=stamp,
        size=size,
        state=RowState.READ,
        id=file.id,
        name=_name(dossier),
        language=dossier.preferences.note_language,
        departement=dossier.residence.file_departement or dossier.residence.departement or "",
        nationality=dossier.nationality.country or "",
        kind=dossier.request.kind or "",
        channel=dossier.filing.channel or "",
        blocked_step=dossier.blockage.step or "",
        route=summary.route or "",
        step=step_of(dossier, follow_up, summary.route),
        outcome=follow_up.outcome or "",
        volunteer=follow_up.volunteer or "",
        for_jurist=bool(follow_up.for_jurist),
        dates=tuple(sorted({*summary.dates, *_own_dates(follow_up)})),
        erase_on=erase_on(follow_up),
        opened_on=follow_up.opened_on,
        original="" if original is None else str(original),
        hay=haystack(
            (
                identity.family_name, identity.given_names, identity.usage_name, identity.other_spelling,
                dossier.representative.family_name, dossier.representative.given_names,
                identity.foreigner_number, dossier.application.number, dossier.signature.court_number,
                dossier.contact.phone, dossier.contact.email, follow_up.volunteer, path.stem,
            )
        ),
    )  # fmt: skip


def unread_row(
    path: Path, stamp: int, size: int, original: Path | None, state: RowState, before: Row | None
) -> Row:
    """The line of a file that cannot be read now: what was known `before`, or only its name."""
    if before is not None:
        return msgspec.structs.replace(before, stamp=stamp, size=size, state=state)
    return Row(
        path=str(path), stamp=stamp, size=size, state=state,
        original="" if original is None else str(original), hay=haystack((path.stem,)),
    )  # fmt: skip


def _name(dossier: Dossier) -> str:
    given = (dossier.identity.family_name or "").upper(), dossier.identity.given_names or ""
    return " ".join(part for part in given if part)


def _own_dates(follow_up: FollowUp) -> list[DeskDate]:
    found = [
        DeskDate(day, field, render(label))
        for field, label in _OWN_DATES.items()
        if (day := getattr(follow_up, field)) is not None
    ]
    found += [DeskDate(r.on, f"{_REMINDER}{n}", r.text) for n, r in enumerate(follow_up.reminders)]
    remind = remind_retention_on(follow_up)
    if remind is not None and follow_up.keep_until is None:
        label = _("Demander à la personne si le dossier est gardé")
        found.append(DeskDate(remind, "retention", render(label)))
    return found
