"""The long lists to search in, made from the reference tables when they are needed."""

from __future__ import annotations

from datetime import date
from functools import cache, partial

from core import reference
from core.dossier import evidence
from core.dossier.model import Dossier, Exhibit
from core.dossier.values import Channel, MeasureKind, RequestKind
from core.i18n import SOURCE_LANGUAGE, Message, Named, _, named_language, ngettext, render
from core.interview.model import Option, Suggestion
from core.languages import offered
from core.law.measure import proposed_measure
from core.reference import SiteMessage, Tier


def language_options(dossier: Dossier) -> tuple[Option, ...]:
    """Every language that the program can speak, under its own name; found by what others call it too."""
    return tuple(Option(spoken.code, spoken.name, also=named_language(spoken.code)) for spoken in offered())


def several_languages(dossier: Dossier) -> bool:
    """Whether there is a language to choose."""
    return len(offered()) > 1


def country_options(dossier: Dossier) -> tuple[Option, ...]:
    """Every country where a person can be born or live."""
    return _countries()


@cache
def _countries() -> tuple[Option, ...]:
    return tuple(Option(code, reference.named_country(code)) for code in reference.countries())


def nationality_options(dossier: Dossier) -> tuple[Option, ...]:
    """Every country one can be a national of, and « Apatride »."""
    return _nationalities()


@cache
def _nationalities() -> tuple[Option, ...]:
    return tuple(Option(code, reference.named_country(code)) for code in reference.nationality_names())


def departement_options(dossier: Dossier) -> tuple[Option, ...]:
    """Every département by number and name, with its prefect and its tribunal."""
    return _departements()


@cache
def _departements() -> tuple[Option, ...]:
    return tuple(
        Option(d.code, f"{d.code} – {d.name}", f"{d.prefect}, {d.tribunal.name}", also=d.code)
        for d in reference.departements().values()
    )


def proposed_place(dossier: Dossier, on: date) -> str | None:
    """Most people sign in the town where they live."""
    return dossier.residence.commune


def permit_options(dossier: Dossier) -> tuple[Option, ...]:
    """Every permit that fits the nationality, also those no longer given: a person may still hold one."""
    return _permits(dossier.nationality.country)


@cache
def _permits(country: str | None) -> tuple[Option, ...]:
    return tuple(
        Option(permit.code, permit.label, permit.family.label)
        for permit in reference.permit_types_for(country, date.min)
    )


def proposed_permit(dossier: Dossier, on: date) -> str | None:
    """Whoever renews usually asks for the permit they hold."""
    return dossier.permit.title if dossier.request.kind is RequestKind.RENEWAL else None


def proposed_label(dossier: Dossier, on: date) -> str | None:
    """The words on the permit that is to be renewed."""
    return dossier.permit.label if dossier.request.kind is RequestKind.RENEWAL else None


def family_options(dossier: Dossier) -> tuple[Option, ...]:
    """How the site fails, the failures of the step where the person is stopped first."""
    step = dossier.blockage.step
    families = sorted(reference.failure_families().values(), key=lambda family: family.step is not step)
    return tuple(Option(family.code, family.label) for family in families)


def known_messages(dossier: Dossier) -> tuple[Suggestion, ...]:
    """Messages seen on the same site (where none is told: on any); those of this step and failure first."""
    told = dossier.blockage
    channel = dossier.filing.channel
    messages = (
        reference.messages_at(channel) if channel is not None else tuple(reference.site_messages().values())
    )
    same = [m for m in messages if m.family is not None and m.family == told.family]
    ranked = sorted(messages, key=lambda m: (m.step is not told.step, m not in same, m.tier))
    return tuple(
        Suggestion(m.text, _provenance(m), near=told.step is None or m.step is told.step) for m in ranked
    )


def _provenance(message: SiteMessage) -> Message:
    """How well the words are known, and when they were seen."""
    well = _TIERS[message.tier]
    seen = _TOLD[message.complete]
    if message.seen_on is None:
        return _("{source} {caution}", source=well, caution=seen)
    return _("{source} Vu en {year}. {caution}", source=well, year=message.seen_on[:4], caution=seen)


_TIERS = {
    Tier.OFFICIAL: _("Source : une décision de justice ou un texte officiel."),
    Tier.REPORTED: _("Source : une association ou la presse."),
    Tier.SOFTWARE: _("Source : le logiciel du site."),
}
# Whether the message is whole.
_TOLD = {
    True: _("Votre écran peut dire autre chose."),
    False: _("Ce n’est qu’une partie du message."),
}


def measures_told(dossier: Dossier, on: date) -> tuple[Message, ...]:
    """Why the measure and the delay proposed fit the situation."""
    what, delay, _penalty = proposed_measure(dossier, on).reasons
    return (what.plain, delay.plain)


def offered_measures(dossier: Dossier, on: date) -> tuple[MeasureKind, ...]:
    """The measures that the judge can order here."""
    return proposed_measure(dossier, on).allowed


def default_measure(dossier: Dossier, on: date) -> MeasureKind:
    """The measure that fits best."""
    return proposed_measure(dossier, on).kind


def default_delay(dossier: Dossier, on: date) -> int:
    """The delay that fits, in days."""
    return proposed_measure(dossier, on).delay_days


def default_document(dossier: Dossier, on: date) -> bool:
    """Whether a paper for the time of waiting may be asked for too."""
    return proposed_measure(dossier, on).provisional_document


def default_penalty(dossier: Dossier, on: date) -> int:
    """A modest penalty, in euros a day."""
    return proposed_measure(dossier, on).penalty_eur_per_day


def proof_options(dossier: Dossier) -> tuple[Option, ...]:
    """Everything that a paper can show: the facts told so far, and the papers that every request needs."""
    announced = evidence.announced_facts(dossier)
    others = (fact for fact in _days_told(dossier) if fact not in announced)
    told = (*announced, *others, *evidence.FIXED_FACTS)
    single: dict[tuple[str, ...], Message | str] = {(fact,): _paper(dossier, (fact,)) for fact in told}
    # An exhibit that shows several facts keeps them when its title is changed.
    several = {
        exhibit.proves: _paper(dossier, exhibit.proves)
        for exhibit in dossier.exhibits
        if exhibit.proves and exhibit.proves not in single
    }
    return tuple(Option(facts, words) for facts, words in {**single, **several}.items())


def _paper(dossier: Dossier, facts: tuple[str, ...]) -> Message:
    """What a paper that shows these facts is called, with its days."""
    papers = [(evidence.named_paper(dossier, fact), _day_told(dossier, fact)) for fact in facts]
    return Named(_paper_words(papers), words=partial(_paper_words, papers))


def _paper_words(papers: list[tuple[Message | str, date | None]], language: str = SOURCE_LANGUAGE) -> str:
    titles = ((render(title, language), day) for title, day in papers)
    return " + ".join(f"{title} ({day:%d/%m/%Y})" if day else title for title, day in titles)


def _day_told(dossier: Dossier, fact: str) -> date | None:
    return dossier.application.filed_on if fact == evidence.APPLICATION else _days_told(dossier).get(fact)


def _days_told(dossier: Dossier) -> dict[str, date | None]:
    """Every item that a paper can show, with its day where the person is sure of it."""
    days = {a.id: None if a.approximate else a.on for a in dossier.attempts}
    days |= {c.id: None if c.approximate else c.on for c in dossier.contacts}
    return days | {q.id: q.on for q in dossier.consequences}


def proposed_exhibits(dossier: Dossier) -> tuple[Exhibit, ...]:
    """The papers that the answers already speak of and that the list does not hold yet."""
    return evidence.announced_exhibits(dossier)


def announced_exhibits_told(dossier: Dossier, on: date) -> tuple[Message, ...]:
    """How many papers will be exhibits without being listed by hand; the list itself names them."""
    number = len(evidence.announced_exhibits(dossier))
    if not number:
        return ()
    return (
        ngettext(
            "{number} pièce est déjà comptée, grâce à vos réponses.",
            "{number} pièces sont déjà comptées, grâce à vos réponses.",
            number,
        ),
    )


def channel_told(dossier: Dossier, on: date) -> tuple[Message, ...]:
    """What the list of R. 431-2 says about this request; nothing where the sources do not settle it."""
    permit = reference.permit_types().get(dossier.request.title or "")
    if permit is None:
        return ()
    listed = permit.on_teleservice(renewal=dossier.request.kind is RequestKind.RENEWAL)
    if listed is reference.Known.YES:
        return (_("Ce titre est dans la liste du site ANEF."),)
    if listed is reference.Known.NO:
        return (_("Ce titre n’est pas dans la liste du site ANEF."),)
    return ()


def attempt_channel(dossier: Dossier, on: date) -> Channel | None:
    """Most attempts are made where the request must be filed."""
    return dossier.filing.channel
