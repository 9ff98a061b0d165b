"""Urgency in the requete: the rule, the document that ends, each concrete effect with its date and exhibit.

No ready-made urgency: an effect that was not told, or told without words, produces no sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from core.documents import french, words
from core.documents.blocks import Block, Inline, Items, bold, inline, numbered
from core.documents.case import HELD, Case, cite, held_name
from core.documents.papers import named_in_r431_5
from core.dossier.values import ConsequenceKind, DocumentKind, MeasureKind
from core.law.facts import nineteenth_birthday
from core.law.model import Urgency


def urgency(case: Case) -> Iterator[Block]:
    """The rule, then this person's situation."""
    rule = (
        "Le juge apprécie l’urgence d’après les effets immédiats du blocage sur la situation concrète de la "
        "personne. L’urgence est en principe constatée pour une demande de renouvellement. Dans les autres "
        "cas, "
        f"il faut montrer des circonstances particulières ({cite('ce-453391')})."
    )
    yield numbered(rule, sources=("ce-453391",))
    yield from _renewal(case)
    yield from _age_limit(case)
    yield from _effects(case)
    yield from _family(case)
    yield from _timing(case)


def _renewal(case: Case) -> Iterator[Block]:
    if not case.renewal:
        return
    permit = case.dossier.permit
    presumed = case.assessment.urgency is Urgency.PRESUMED
    sentences = [
        f"{'La demande de mon enfant' if case.voice.parent else 'Ma demande'} est une demande de "
        "renouvellement"
        f"{' : l’urgence est donc en principe constatée' if presumed else ''}."
    ]
    if permit.expires_on and permit.document not in (None, DocumentKind.NONE):
        mine = case.voice.my(_noun(held_name(case)))
        verb = "a expiré" if permit.expires_on < case.on else "expire"
        sentences.append(f"{mine[0].upper()}{mine[1:]} {verb} le {french.long_date(permit.expires_on)}.")
    yield numbered(
        " ".join(sentences), facts=("request.kind", "permit.expires_on", *HELD), sources=("ce-453391",)
    )


def _noun(name: str) -> str:
    """The short name used after the first mention: `certificat de résidence`, `carte`, `visa`."""
    for short in ("certificat de résidence", "carte de séjour", "carte de résident"):
        if name.startswith(short):
            return short
    return name


def _age_limit(case: Case) -> Iterator[Block]:
    day = nineteenth_birthday(case.dossier, case.on)
    if day is None:
        return
    article = cite("ceseda-r431-5")
    yield numbered(
        f"J’aurai 19 ans le {french.long_date(day)}. {article[0].upper()}{article[1:]} prévoit, à son 2°, "
        "que la "
        "demande est présentée au plus tard la veille du dix-neuvième anniversaire."
        if named_in_r431_5(case)
        else f"J’aurai 19 ans le {french.long_date(day)}.",
        facts=("identity.birth_date",),
        sources=("ceseda-r431-5",) if named_in_r431_5(case) else (),
    )


def _effects(case: Case) -> Iterator[Block]:
    told = sorted(
        (c for c in case.dossier.consequences if french.user_text(c.what) or (c.kind and c.on)),
        key=lambda c: c.on or date.max,
    )
    if not told:
        return
    rows: list[Inline] = []
    for consequence in told:
        kind = words.CONSEQUENCES.get(consequence.kind, "Effet")
        day = f", {french.long_date(consequence.on)}" if consequence.on else ""
        what = french.user_text(consequence.what)
        shown = french.exhibits(case.exhibits(consequence.id))
        tail = f" ({shown[0].upper()}{shown[1:]}.)" if shown else ""
        said = f" : {french.as_sentence(what)}" if what else "."
        rows.append(inline(bold(f"{kind}{day}"), f"{said}{tail}"))
    numbers = case.exhibits(*(c.id for c in told))
    yield numbered(
        "Le blocage a les effets suivants sur ma situation :"
        if not case.voice.parent
        else "Le blocage a les effets suivants sur notre situation :",
        facts=("consequences",),
    )
    yield Items(
        tuple(rows),
        facts=tuple(f"consequences[{case.dossier.consequences.index(c)}]" for c in told),
        exhibits=numbers,
    )
    if not case.renewal:
        yield numbered(
            f"Ces circonstances justifient que {case.voice.my_request} soit enregistrée rapidement."
            if case.measure is not MeasureKind.PROVISIONAL_DOCUMENT
            else "Ces circonstances justifient que ce document soit remis rapidement.",
            facts=("consequences", "measure.kind"),
        )


def _family(case: Case) -> Iterator[Block]:
    """Family facts stand only where a told effect rests on them."""
    family = case.dossier.family
    if not any(c.kind is ConsequenceKind.FAMILY and c.what for c in case.dossier.consequences):
        return
    sentences = []
    if family.partner_in_france:
        sentences.append("La personne avec qui je vis en couple est en France.")
    if family.children:
        sentences.append(f"J’ai {'un enfant' if family.children == 1 else f'{family.children} enfants'}.")
    if sentences:
        yield numbered(" ".join(sentences), facts=("family.partner_in_france", "family.children"))


def _timing(case: Case) -> Iterator[Block]:
    timing = case.dossier.timing
    sentences = []
    if timing.key_date:
        reason = french.user_text(timing.key_date_reason)
        why = f" : {french.as_sentence(reason)}" if reason else "."
        sentences.append(
            f"La date la plus importante pour moi est le {french.long_date(timing.key_date)}{why}"
        )
    if timing.late_reason:
        sentences.append(words.LATE_REASONS[timing.late_reason])
    late = french.user_text(timing.late_text)
    if late:
        sentences.append(french.as_sentence(late))
    if sentences:
        yield numbered(
            " ".join(sentences),
            facts=("timing.key_date", "timing.key_date_reason", "timing.late_reason", "timing.late_text"),
        )
