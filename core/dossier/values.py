"""Small values that the dossier is made of: partial dates, bounded texts, and the closed lists of answers.

The string of each list member is what the JSON form of a dossier holds: never change one, only add.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

Name = Annotated[str, Meta(max_length=200)]
Line = Annotated[str, Meta(max_length=300)]
Paragraph = Annotated[str, Meta(max_length=4000)]
DepartementCode = Annotated[str, Meta(pattern=r"^(\d{2}|2[AB]|9[78]\d)$")]
CountryCode = Annotated[str, Meta(pattern=r"^[A-Z]{2}$", description="ISO 3166-1 alpha-2; XA: stateless")]
ItemId = Annotated[str, Meta(pattern=r"^[a-z]+\d+$", description="unique in the dossier, e.g. attempt a3")]


class PartialDate(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A date of which only the year, or the year and the month, may be known.

    Raises `ValueError` for a day without a month and for a day that no calendar has.
    """

    year: Annotated[int, Meta(ge=1850, le=2200)]
    month: Annotated[int, Meta(ge=1, le=12)] | None = None
    day: Annotated[int, Meta(ge=1, le=31)] | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        date(self.year, self.month or 1, self.day or 1)

    def exact(self) -> date | None:
        """The full date, or None where part of it is unknown."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    def earliest(self) -> date:
        """The first day that this date can mean."""
        return date(self.year, self.month or 1, self.day or 1)


class Mode(StrEnum):
    """Who fills in the interview."""

    ALONE = "alone"
    WITH_VOLUNTEER = "with_volunteer"


class Role(StrEnum):
    """In whose name the request is made."""

    SELF = "self"
    PARENT = "parent"
    MINOR_ALONE = "minor_alone"
    GUARDIANSHIP = "guardianship"


class Gender(StrEnum):
    """How the French of the requete agrees; a grammatical choice, nothing else."""

    FEMININE = "feminine"
    MASCULINE = "masculine"
    NEUTRAL = "neutral"


class AddressKind(StrEnum):
    """Where post reaches the person."""

    HOME = "home"
    HOSTED = "hosted"
    DOMICILIATION = "domiciliation"
    SHELTER = "shelter"
    NONE = "none"


class Protection(StrEnum):
    """International protection, recognised or asked for."""

    NONE = "none"
    REFUGEE = "refugee"
    SUBSIDIARY = "subsidiary"
    STATELESS = "stateless"
    TEMPORARY = "temporary"
    ASYLUM_SEEKER = "asylum_seeker"


class DocumentKind(StrEnum):
    """The document that the person holds today, or the last one held."""

    CARD = "card"
    ALGERIAN_CERTIFICATE = "algerian_certificate"
    LONG_STAY_VISA = "long_stay_visa"
    RECEPISSE = "recepisse"
    EXTENSION_ATTESTATION = "extension_attestation"
    PROVISIONAL_AUTHORISATION = "provisional_authorisation"
    OTHER = "other"
    NONE = "none"


class RequestKind(StrEnum):
    """What the person wants to ask the prefecture for."""

    RENEWAL = "renewal"
    FIRST = "first"
    STATUS_CHANGE = "status_change"
    DUPLICATE = "duplicate"
    CHANGE_OF_DETAILS = "change_of_details"
    TRAVEL_DOCUMENT = "travel_document"
    MINOR_CIRCULATION_DOCUMENT = "minor_circulation_document"
    VISA_VALIDATION = "visa_validation"
    NATIONALITY = "nationality"
    FAMILY_REUNIFICATION = "family_reunification"
    ASYLUM = "asylum"
    VISA_ABROAD = "visa_abroad"
    OTHER = "other"


class Readiness(StrEnum):
    """Whether the papers of the request to the prefecture are all there."""

    ALL = "all"
    ALMOST = "almost"
    NO = "no"


class Need(StrEnum):
    """What does not work, in the person's own terms (S02 of the journey)."""

    FILE = "file"
    APPOINTMENT = "appointment"
    ATTESTATION = "attestation"
    CORRECT_DATA = "correct_data"
    COLLECT_CARD = "collect_card"
    OTHER = "other"


class Channel(StrEnum):
    """The way by which a request is filed or an attempt was made."""

    ANEF = "anef"
    BOOKING_SITE = "booking_site"
    DEMARCHE_NUMERIQUE = "demarche_numerique"
    COUNTER = "counter"
    POST = "post"
    EMAIL = "email"


class BlockedStep(StrEnum):
    """Where on the way the person is stopped."""

    ACCOUNT = "account"
    LOGIN = "login"
    CHOICE = "choice"
    FORM = "form"
    UPLOAD = "upload"
    PAYMENT = "payment"
    SENDING = "sending"
    FOLLOW_UP = "follow_up"
    BOOKING = "booking"


class ContactKind(StrEnum):
    """Where help was sought."""

    CITIZEN_CONTACT_PHONE = "citizen_contact_phone"
    CITIZEN_CONTACT_FORM = "citizen_contact_form"
    DIGITAL_ACCESS_POINT = "digital_access_point"
    PREFECTURE_COUNTER = "prefecture_counter"
    PREFECTURE_EMAIL = "prefecture_email"
    PREFECTURE_LETTER = "prefecture_letter"
    FRANCE_SERVICES = "france_services"
    ASSOCIATION = "association"
    OMBUDSMAN = "ombudsman"
    LAWYER = "lawyer"
    OTHER = "other"


class ContactAnswer(StrEnum):
    """What came back."""

    NONE = "none"
    WAIT = "wait"
    RETRY = "retry"
    IMPOSSIBLE = "impossible"
    OTHER = "other"


class FileStatus(StrEnum):
    """What the site or the prefecture says of the request today."""

    NOTHING = "nothing"
    DRAFT = "draft"
    FILED = "filed"
    DOCUMENTS_ASKED = "documents_asked"
    IN_EXAMINATION = "in_examination"
    CLOSED = "closed"
    FAVOURABLE = "favourable"
    DELIVERED = "delivered"


class ReceiptKind(StrEnum):
    """The paper that the filing produced."""

    NONE = "none"
    DEPOSIT_CONFIRMATION = "deposit_confirmation"
    RECEPISSE = "recepisse"
    EXTENSION_ATTESTATION = "extension_attestation"


class RefusalKind(StrEnum):
    """What was refused."""

    PERMIT = "permit"
    REGISTRATION = "registration"
    APPOINTMENT = "appointment"
    CLOSURE = "closure"


class OqtfLimit(StrEnum):
    """The time limit for contesting the OQTF, as its last page states it."""

    ONE_MONTH = "one_month"
    SEVEN_DAYS = "seven_days"
    FORTY_EIGHT_HOURS = "forty_eight_hours"


class OqtfState(StrEnum):
    """What became of the OQTF."""

    RUNNING = "running"
    APPEAL_PENDING = "appeal_pending"
    ANNULLED = "annulled"
    COMPLIED = "complied"
    NOT_COMPLIED = "not_complied"


class RefereOutcome(StrEnum):
    """How an earlier refere ended."""

    GRANTED = "granted"
    REJECTED = "rejected"
    MOOT = "moot"
    PENDING = "pending"


class ConsequenceKind(StrEnum):
    """What happens to the person because of the blockage."""

    WORK = "work"
    INCOME = "income"
    HOUSING = "housing"
    HEALTH = "health"
    STUDIES = "studies"
    FAMILY = "family"
    TRAVEL = "travel"
    DRIVING = "driving"
    FEAR = "fear"
    AGE_LIMIT = "age_limit"
    OTHER = "other"


class MeasureKind(StrEnum):
    """What the judge is asked to order. Nothing else may be asked."""

    APPOINTMENT = "appointment"
    SUBSTITUTION = "substitution"
    REGISTRATION = "registration"
    PROVISIONAL_DOCUMENT = "provisional_document"
    EARLIER_DATE = "earlier_date"


class LateReason(StrEnum):
    """Why the person did not act earlier, where they did not."""

    SITE_BLOCKED = "site_blocked"
    ILLNESS = "illness"
    MISSING_PAPER = "missing_paper"
    WRONG_INFORMATION = "wrong_information"
    OTHER = "other"


class ExhibitStatus(StrEnum):
    """Whether the exhibit is there."""

    ATTACHED = "attached"
    TO_PRINT = "to_print"
    TO_REQUEST = "to_request"


class FilingWay(StrEnum):
    """How the requete reaches the tribunal."""

    ONLINE = "online"
    REGISTRY = "registry"
    POST = "post"
