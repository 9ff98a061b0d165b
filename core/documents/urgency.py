"""Urgency in the requete: the rule, the document that ends, each concrete effect with its date and exhibit.

No ready-made urgency: an effect that was not told, or told without words, produces no sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from core.documents import french, meaning_words, words
from core.documents.blocks import Block, Inline, Items, Means, bold, inline, numbered
from core.documents.case import HELD, Case, cite, held_name
from core.documents.facts import ends_on, holds
from core.documents.meaning import RULED, Said, dated, own_words, shown, yours
from core.documents.papers import named_in_r431_5
from core.dossier.values import ConsequenceKind, DocumentKind, MeasureKind
from core.i18n import _, ngettext
from core.law.facts import nineteenth_birthday
from core.law.model import Urgency


def urgency(case: Case) -> Iterator[Block]:
    """The rule, then this person's situation."""
    rule = (
        "Le juge apprécie l’urgence d’après les effets immédiats du blocage sur la situation concrète de la "
        "personne. L’urgence est en principe constatée pour une demande de renouvellement. Dans les autres "
        f"cas, il faut montrer des circonstances particulières ({cite('ce-453391')})."
    )
    yield numbered(
        rule,
        sources=("ce-453391",),
        means=(
            _("Pour dire si c’est urgent, le juge regarde les effets du blocage sur la vie de la personne."),
            _("Pour un renouvellement, l’urgence est en principe reconnue."),
            _("Dans les autres cas, il faut montrer une situation particulière."),
            RULED,
        ),
    )
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
    said = Said()
    said.add(
        f"{'La demande de mon enfant' if case.voice.parent else 'Ma demande'} est une demande de "
        "renouvellement"
        f"{' : l’urgence est donc en principe constatée' if presumed else ''}.",
        _("La demande est un renouvellement. L’urgence est donc en principe reconnue.")
        if presumed
        else _("La demande est un renouvellement."),
    )
    if permit.expires_on and permit.document not in (None, DocumentKind.NONE):
        noun, past = _noun(held_name(case)), permit.expires_on < case.on
        mine = case.voice.my(noun)
        said.add(
            f"{mine[0].upper()}{mine[1:]} {'a expiré' if past else 'expire'} "
            f"le {french.long_date(permit.expires_on)}.",
            holds(case, noun),
            ends_on(permit.expires_on, past=past),
        )
    yield numbered(
        said.text,
        facts=("request.kind", "permit.expires_on", *HELD),
        sources=("ce-453391",),
        means=said.means,
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
        "que la demande est présentée au plus tard la veille du dix-neuvième anniversaire."
        if named_in_r431_5(case)
        else f"J’aurai 19 ans le {french.long_date(day)}.",
        facts=("identity.birth_date",),
        sources=("ceseda-r431-5",) if named_in_r431_5(case) else (),
        means=(
            _("Vous aurez 19 ans le {day}.", day=day),
            *(
                (_("La loi demande de déposer cette demande au plus tard la veille de ces 19 ans."),)
                if named_in_r431_5(case)
                else ()
            ),
        ),
    )


def _effects(case: Case) -> Iterator[Block]:
    told = sorted(
        (c for c in case.dossier.consequences if french.user_text(c.what) or (c.kind and c.on)),
        key=lambda c: c.on or date.max,
    )
    if not told:
        return
    rows: list[Inline] = []
    means: list[Means] = []
    for consequence in told:
        kind = words.CONSEQUENCES.get(consequence.kind, "Effet")
        day = f", {french.long_date(consequence.on)}" if consequence.on else ""
        what = french.user_text(consequence.what)
        refers = french.exhibits(case.exhibits(consequence.id))
        tail = f" ({refers[0].upper()}{refers[1:]}.)" if refers else ""
        said = f" : {french.as_sentence(what)}" if what else "."
        rows.append(inline(bold(f"{kind}{day}"), f"{said}{tail}"))
        effect = meaning_words.CONSEQUENCES.get(consequence.kind)
        means.append(
            (
                _("Effet sur : {kind}.", kind=effect) if effect else _("Un effet du blocage."),
                *((dated(consequence.on),) if consequence.on else ()),
                *((own_words(what),) if what else ()),
                *shown(case.exhibits(consequence.id)),
            )
        )
    numbers = case.exhibits(*(c.id for c in told))
    yield numbered(
        "Le blocage a les effets suivants sur ma situation :"
        if not case.voice.parent
        else "Le blocage a les effets suivants sur notre situation :",
        facts=("consequences",),
        means=(
            yours(
                case,
                _("Voici les effets du blocage sur vous."),
                _("Voici les effets du blocage sur vous et votre enfant."),
            ),
        ),
    )
    yield Items(
        tuple(rows),
        facts=tuple(f"consequences[{case.dossier.consequences.index(c)}]" for c in told),
        exhibits=numbers,
        means=tuple(means),
    )
    if not case.renewal:
        yield numbered(
            f"Ces circonstances justifient que {case.voice.my_request} soit enregistrée rapidement."
            if case.measure is not MeasureKind.PROVISIONAL_DOCUMENT
            else "Ces circonstances justifient que ce document soit remis rapidement.",
            facts=("consequences", "measure.kind"),
            means=(
                _("À cause de ces effets, la demande doit être enregistrée vite.")
                if case.measure is not MeasureKind.PROVISIONAL_DOCUMENT
                else _("À cause de ces effets, ce papier doit être donné vite."),
            ),
        )


def _family(case: Case) -> Iterator[Block]:
    """Family facts stand only where a told effect rests on them."""
    family = case.dossier.family
    if not any(c.kind is ConsequenceKind.FAMILY and c.what for c in case.dossier.consequences):
        return
    said = Said()
    if family.partner_in_france:
        said.add(
            "La personne avec qui je vis en couple est en France.",
            _("La personne avec qui vous vivez en couple est en France."),
        )
    if family.children:
        said.add(
            f"J’ai {'un enfant' if family.children == 1 else f'{family.children} enfants'}.",
            ngettext("Vous avez {number} enfant.", "Vous avez {number} enfants.", family.children),
        )
    if said:
        yield numbered(said.text, facts=("family.partner_in_france", "family.children"), means=said.means)


def _timing(case: Case) -> Iterator[Block]:
    timing = case.dossier.timing
    said = Said()
    if timing.key_date:
        reason = french.user_text(timing.key_date_reason)
        why = f" : {french.as_sentence(reason)}" if reason else "."
        said.add(
            f"La date la plus importante pour moi est le {french.long_date(timing.key_date)}{why}",
            _("La date la plus importante pour vous est le {day}.", day=timing.key_date),
            *((own_words(reason),) if reason else ()),
        )
    if timing.late_reason:
        said.add(words.LATE_REASONS[timing.late_reason], meaning_words.LATE_REASONS[timing.late_reason])
    late = french.user_text(timing.late_text)
    if late:
        said.add(french.as_sentence(late), own_words(late))
    if said:
        yield numbered(
            said.text,
            facts=("timing.key_date", "timing.key_date_reason", "timing.late_reason", "timing.late_text"),
            means=said.means,
        )
