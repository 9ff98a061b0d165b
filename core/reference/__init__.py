"""Prefectures, courts, permit types, countries and ANEF messages, loaded from `resources/reference`.

Everything is read once, when first asked for, and checked; a wrong row raises `BrokenTable` with file and
row. Records are frozen. Text for the requete is plain French `str`; text for screens is a `Message`.

    departements() / departement("92")       Departement: name, territory, prefect, the_prefect,
                                             to_the_prefect, of_the_prefect, prefecture_address, tribunal
    communes_of("92000")                     Commune: code, name, departement, part; none for a CEDEX
    communes_named("93200", "st denis")      those of the postcode that are called so
    departements_of("42620", "Sail-les-Bains")   where one can live with this postcode: proposals, never facts
    tribunals() / tribunal("TA95")           Tribunal: name, the, at, of, address (empty: not sure enough),
                                             to_check, phone, confidence
    permit_types() / permit_type("visiteur") PermitType: label, printed_name, on_anef, renewal_on_anef,
                                             silence_months, silence_days, allows_work, article, algerian…
    permit_types_for("DZ", today)            the permits to propose to this nationality
    grammar.with_le / with_un / with_de / with_a / with_mon   articles before these names
    countries() / country_name("DZ")         names in the reader's language, in order (places of birth)
    named_country("DZ")                      the same, and for stateless persons, as a `Message`
    nationality_names()                      the list to choose a nationality from, stateless last
    nationality_phrase("DZ")                 « de nationalité algérienne » (« apatride » for XA)
    is_eu_eea_swiss("BE")                    citizens whose right does not depend on a permit
    failure_families() / failure_family("ACC-2")   how the sites fail: step, label, stage
    families_at(step) / messages_at(channel, step)   what to propose to this person
    site_messages()                          messages seen on the sites, with who saw them and when
    translatable_texts()                     every msgid of the tables, for the translation catalogue
"""

from core.reference import grammar
from core.reference.communes import Commune, communes_named, communes_of, departements_of
from core.reference.countries import (
    STATELESS,
    Nationality,
    countries,
    country_name,
    is_eu_eea_swiss,
    named_country,
    nationalities,
    nationality_names,
    nationality_phrase,
)
from core.reference.messages import (
    FailureFamily,
    MessageKind,
    Site,
    SiteMessage,
    Stage,
    Tier,
    failure_families,
    failure_family,
    families_at,
    messages_at,
    site_messages,
)
from core.reference.permits import (
    FilingWindow,
    PermitFamily,
    PermitType,
    Regime,
    permit_type,
    permit_types,
    permit_types_for,
)
from core.reference.prefectures import (
    Departement,
    Territory,
    departement,
    departements,
)
from core.reference.tables import BrokenTable, Confidence, Known
from core.reference.tribunals import Tribunal, tribunal, tribunals
from core.reference.wording import translatable_texts

__all__ = [
    "STATELESS",
    "BrokenTable",
    "Commune",
    "Confidence",
    "Departement",
    "FailureFamily",
    "FilingWindow",
    "Known",
    "MessageKind",
    "Nationality",
    "PermitFamily",
    "PermitType",
    "Regime",
    "Site",
    "SiteMessage",
    "Stage",
    "Territory",
    "Tier",
    "Tribunal",
    "communes_named",
    "communes_of",
    "countries",
    "country_name",
    "departement",
    "departements",
    "departements_of",
    "failure_families",
    "failure_family",
    "families_at",
    "grammar",
    "is_eu_eea_swiss",
    "messages_at",
    "named_country",
    "nationalities",
    "nationality_names",
    "nationality_phrase",
    "permit_type",
    "permit_types",
    "permit_types_for",
    "site_messages",
    "translatable_texts",
    "tribunal",
    "tribunals",
]
