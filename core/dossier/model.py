"""The dossier: what the person told us, and nothing else.

Every answer is optional until given. An answer the person does not know is None, with its path listed in
`Dossier.unknown`: « Je ne sais pas » is an answer, and it is neither favourable nor fatal. Everything is
frozen: a changed dossier is a new object (`core.dossier.paths.put`), so undoing is keeping the old one.
"""

from __future__ import annotations

from datetime import date, time
from typing import Annotated

from msgspec import Meta, Struct

from core.dossier.values import (
    AddressKind,
    BlockedStep,
    Channel,
    ConsequenceKind,
    ContactAnswer,
    ContactKind,
    CountryCode,
    DepartementCode,
    DocumentKind,
    ExhibitStatus,
    FileStatus,
    FilingWay,
    Gender,
    ItemId,
    LateReason,
    Line,
    MeasureKind,
    Mode,
    Name,
    Need,
    OqtfLimit,
    OqtfState,
    Paragraph,
    PartialDate,
    Protection,
    Readiness,
    ReceiptKind,
    RefereOutcome,
    RefusalKind,
    RequestKind,
    Role,
)

SCHEMA_VERSION = 1

Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$", description="SHA-256 in hexadecimal digits")]


class Part(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Base of every part of the dossier: immutable, named fields, unknown fields refused."""


class Preferences(Part, frozen=True):
    """How the person and the program work together; never printed."""

    screen_language: str = "fr"
    note_language: str = "fr"
    language_missing: bool | None = None
    mode: Mode | None = None
    understood: bool | None = None


class Identity(Part, frozen=True):
    """The person whose permit is at stake, written as on their permit."""

    role: Role | None = None
    family_name: Name | None = None
    given_names: Name | None = None
    single_name: bool | None = None
    usage_name: Name | None = None
    other_spelling: Name | None = None
    other_spelling_on: Line | None = None
    gender: Gender | None = None
    birth_date: PartialDate | None = None
    birth_place: Line | None = None
    birth_country: CountryCode | None = None
    foreigner_number: Line | None = None


class Representative(Part, frozen=True):
    """The parent who acts for a minor child: they sign, the child's permit is at stake."""

    family_name: Name | None = None
    given_names: Name | None = None
    gender: Gender | None = None


class Address(Part, frozen=True):
    """A postal address in France or abroad, in free order, as an envelope shows it."""

    care_of: Line | None = None
    street: Line | None = None
    extra: Line | None = None
    postal_code: Annotated[str, Meta(max_length=12)] | None = None
    city: Line | None = None
    country: CountryCode | None = None


class Contact(Part, frozen=True):
    """How the tribunal reaches the person."""

    address_kind: AddressKind | None = None
    address: Address = Address()
    domiciliation_until: date | None = None
    phone: Line | None = None
    email: Line | None = None
    email_usable: bool | None = None


class Residence(Part, frozen=True):
    """Where the person lives: it decides the prefecture and the tribunal (R. 431-20 CESEDA)."""

    in_france: bool | None = None
    since: PartialDate | None = None
    at_mail_address: bool | None = None
    postal_code: Annotated[str, Meta(max_length=12)] | None = None
    commune: Line | None = None
    departement: DepartementCode | None = None
    prefecture_confirmed: bool | None = None
    moved: bool | None = None
    file_departement: DepartementCode | None = None
    office: Line | None = None


class Nationality(Part, frozen=True):
    """Nationality and protection: they decide which rules apply."""

    country: CountryCode | None = None
    second_country: CountryCode | None = None
    protection: Protection | None = None
    protection_on: date | None = None
    eu_family: bool | None = None


class Permit(Part, frozen=True):
    """The residence document held today, or the last one. `title` is a code of the permit-types table."""

    document: DocumentKind | None = None
    title: Line | None = None
    label: Line | None = None
    issued_on: date | None = None
    expires_on: date | None = None
    allows_work: bool | None = None
    lost: bool | None = None
    lost_on: date | None = None


class Request(Part, frozen=True):
    """What is asked of the prefecture. `title` is a code of the permit-types table."""

    need: Need | None = None
    kind: RequestKind | None = None
    title: Line | None = None
    label: Line | None = None
    papers: Readiness | None = None
    missing_papers: Paragraph | None = None


class Filing(Part, frozen=True):
    """The way the prefecture prescribes for this request."""

    channel: Channel | None = None
    confirmed: bool | None = None
    confirmed_by: Line | None = None
    tried_other_channel: bool | None = None


class Blockage(Part, frozen=True):
    """What stops the person. `message` is quoted only where `exact_words` is true."""

    step: BlockedStep | None = None
    family: Annotated[str, Meta(pattern=r"^[A-Z]{3}-\d$", description="ANEF failure family")] | None = None
    message: Paragraph | None = None
    no_message: bool | None = None
    blank_page: bool | None = None
    exact_words: bool | None = None
    code: Line | None = None
    other_device: bool | None = None
    reported_on_site: bool | None = None


class Attempt(Part, frozen=True):
    """One attempt to file or to book. `approximate` dates are printed « vers le » and not counted."""

    id: ItemId
    on: date | None = None
    approximate: bool | None = None
    at: time | None = None
    channel: Channel | None = None
    same_message: bool | None = None
    result: Paragraph | None = None
    proof: bool | None = None


class HelpContact(Part, frozen=True):
    """One contact made to get help, a letter to the prefecture included."""

    id: ItemId
    kind: ContactKind | None = None
    on: date | None = None
    approximate: bool | None = None
    ticket: Line | None = None
    asked_substitution: bool | None = None
    answer: ContactAnswer | None = None
    answer_text: Paragraph | None = None
    proof: bool | None = None


class Application(Part, frozen=True):
    """The request once filed: its number, its state, the paper it produced."""

    filed: bool | None = None
    filed_on: date | None = None
    number: Line | None = None
    status: FileStatus | None = None
    complete: bool | None = None
    documents_asked_on: date | None = None
    documents_answered: bool | None = None
    closed_on: date | None = None
    closed_as_incomplete: bool | None = None
    receipt: ReceiptKind | None = None
    receipt_until: date | None = None
    receipt_allows_work: bool | None = None
    proof: bool | None = None


class Appointment(Part, frozen=True):
    """A date given by the prefecture for the filing."""

    given: bool | None = None
    on: date | None = None
    too_late: bool | None = None
    earlier_asked_on: date | None = None
    earlier_refused: bool | None = None
    proof: bool | None = None


class Decisions(Part, frozen=True):
    """Decisions received and other proceedings: any of them can close the way of L. 521-3."""

    danger_48h: bool | None = None
    refusal: bool | None = None
    refusal_kind: RefusalKind | None = None
    refusal_notified_on: date | None = None
    refusal_states_remedies: bool | None = None
    oqtf: bool | None = None
    oqtf_notified_on: date | None = None
    oqtf_limit: OqtfLimit | None = None
    oqtf_state: OqtfState | None = None
    house_arrest: bool | None = None
    detained: bool | None = None
    entry_ban: bool | None = None
    earlier_refere: bool | None = None
    earlier_refere_on: date | None = None
    earlier_refere_number: Line | None = None
    earlier_refere_outcome: RefereOutcome | None = None
    new_proof_since: bool | None = None
    other_case: bool | None = None


class Consequence(Part, frozen=True):
    """One effect of the blockage on the person's life: what, when, which paper shows it."""

    id: ItemId
    kind: ConsequenceKind | None = None
    what: Paragraph | None = None
    on: date | None = None
    paper: Line | None = None
    proof: bool | None = None


class Family(Part, frozen=True):
    """Family facts, only as support of a consequence."""

    partner_in_france: bool | None = None
    children: Annotated[int, Meta(ge=0, le=30)] | None = None


class Timing(Part, frozen=True):
    """The date that matters most, and why the person did not act earlier."""

    key_date: date | None = None
    key_date_reason: Line | None = None
    late_reason: LateReason | None = None
    late_text: Paragraph | None = None


class Measure(Part, frozen=True):
    """What the judge is asked for. Only real, proven costs may be claimed (L. 761-1 CJA)."""

    kind: MeasureKind | None = None
    delay_days: Annotated[int, Meta(ge=1, le=120)] | None = None
    provisional_document: bool | None = None
    penalty: bool | None = None
    penalty_eur_per_day: Annotated[int, Meta(ge=1, le=300)] | None = None
    costs: bool | None = None
    costs_cents: Annotated[int, Meta(gt=0, le=200_000)] | None = None
    costs_paper: Line | None = None


class Region(Part, frozen=True):
    """A rectangle on a sheet as it is stored, before it is turned, in ten-thousandths of its sides."""

    left: Annotated[int, Meta(ge=0, le=9_999)]
    top: Annotated[int, Meta(ge=0, le=9_999)]
    width: Annotated[int, Meta(ge=1, le=10_000)]
    height: Annotated[int, Meta(ge=1, le=10_000)]


class Sheet(Part, frozen=True):
    """One page of an exhibit, from the files kept in the dossier.

    `blob` names the stored copy, `source` the file that the person gave; `page` counts from 1 in a stored
    PDF and is None for a picture. What `masks` cover is painted over, what lies outside `crop` is cut off,
    and the rest is turned by `turn` quarters, clockwise.
    """

    blob: Sha256
    page: Annotated[int, Meta(ge=1, le=2000)] | None = None
    turn: Annotated[int, Meta(ge=0, le=3)] = 0
    crop: Region | None = None
    masks: tuple[Region, ...] = ()
    source: Sha256 | None = None


class Exhibit(Part, frozen=True):
    """One piece of evidence. `proves` names item ids (`a1`) or fixed facts (see `core.dossier.evidence`).

    `sheets` are its pages once a file was given for it; `pages` says how many there are, also on paper.
    The three `shows_…` are what the person checked on a screen capture.
    """

    id: ItemId
    title: Line | None = None
    on: date | None = None
    pages: Annotated[int, Meta(ge=1, le=2000)] | None = None
    proves: tuple[Annotated[str, Meta(max_length=40)], ...] = ()
    status: ExhibitStatus | None = None
    sheets: tuple[Sheet, ...] = ()
    shows_message: bool | None = None
    shows_address: bool | None = None
    shows_clock: bool | None = None


class Signature(Part, frozen=True):
    """Place and way of filing; the day is the day of printing unless given."""

    place: Line | None = None
    on: date | None = None
    way: FilingWay | None = None
    filed_on: date | None = None
    court_number: Line | None = None


class Dossier(Part, frozen=True):
    """Everything one person told us. `invented` lists the paths an example had to make up."""

    schema: Annotated[int, Meta(ge=1)] = SCHEMA_VERSION
    unknown: tuple[str, ...] = ()
    invented: tuple[str, ...] = ()
    preferences: Preferences = Preferences()
    identity: Identity = Identity()
    representative: Representative = Representative()
    contact: Contact = Contact()
    residence: Residence = Residence()
    nationality: Nationality = Nationality()
    permit: Permit = Permit()
    request: Request = Request()
    filing: Filing = Filing()
    blockage: Blockage = Blockage()
    attempts: tuple[Attempt, ...] = ()
    contacts: tuple[HelpContact, ...] = ()
    application: Application = Application()
    appointment: Appointment = Appointment()
    decisions: Decisions = Decisions()
    consequences: tuple[Consequence, ...] = ()
    family: Family = Family()
    timing: Timing = Timing()
    measure: Measure = Measure()
    exhibits: tuple[Exhibit, ...] = ()
    signature: Signature = Signature()
