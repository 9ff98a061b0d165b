"""Countries for lists, nationalities for the requete.

Names come from CLDR through Babel, in the reader's language; the French ones that a court would find odd
(« Congo-Kinshasa ») are replaced by those of our table. Adjectives are ours: CLDR has none.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from types import MappingProxyType

from core.i18n import SOURCE_LANGUAGE, Message, Named, _, cldr_names, render
from core.reference.tables import rows

_COLUMNS = ("code", "adjective", "eu_eea_swiss", "country_name")

STATELESS = "XA"
STATELESS_LABEL = _("Apatride (aucune nationalité)")

# Codes that CLDR names and that are no place of birth: reserved or made up, or a part of another country.
_NOT_COUNTRIES = frozenset(
    {"AC", "CP", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", STATELESS, "XB", "ZZ"}
)


@dataclass(frozen=True, slots=True)
class Nationality:
    """One nationality: the feminine adjective (« algérienne ») and whether EU, EEA or Swiss law applies."""

    code: str
    adjective: str
    eu_eea_swiss: bool
    country_name: str | None


@cache
def nationalities() -> Mapping[str, Nationality]:
    """Every nationality by ISO 3166-1 code, `XA` for stateless persons included."""
    found: dict[str, Nationality] = {}
    for row in rows("nationalities.csv", _COLUMNS):
        code = row.text("code")
        if code in found:
            raise row.broken("this code stands twice")
        found[code] = Nationality(
            code, row.text("adjective"), row.yes("eu_eea_swiss"), row.optional("country_name")
        )
    return MappingProxyType(found)


def nationality_phrase(*codes: str) -> str:
    """« de nationalité algérienne », « de nationalités algérienne et tunisienne », « apatride ».

    In the French of the requete. Raises `KeyError` for a code without a nationality (a dependent territory).
    """
    adjectives = [nationalities()[code].adjective for code in codes]
    if codes == (STATELESS,):
        return adjectives[0]
    noun = "nationalité" if len(codes) == 1 else "nationalités"
    return f"de {noun} {' et '.join(adjectives)}"


def is_eu_eea_swiss(code: str) -> bool:
    """Whether this is the code of an EU or EEA state (France included) or Switzerland."""
    nationality = nationalities().get(code)
    return nationality is not None and nationality.eu_eea_swiss


def country_name(code: str, language: str = SOURCE_LANGUAGE) -> str:
    """The name of a country in the reader's language, in French where that language has none.

    Raises `KeyError` for a code that is no country.
    """
    if not _is_country(code):
        raise KeyError(code)
    own = nationalities().get(code)
    if language == SOURCE_LANGUAGE and own is not None and own.country_name is not None:
        return own.country_name
    name = _cldr(language).get(code)
    return name if name is not None else _cldr(SOURCE_LANGUAGE)[code]


def named_country(code: str) -> Message:
    """The name of a country, or what stateless persons have instead, in the language of whoever reads it.

    CLDR names countries in every language; our catalogues do not. Raises `KeyError` like `country_name`.
    """
    if code == STATELESS:
        return STATELESS_LABEL
    return Named(country_name(code), words=partial(country_name, code))


@lru_cache(maxsize=16)
def countries(language: str = SOURCE_LANGUAGE) -> Mapping[str, str]:
    """Countries and territories where a person can be born: code to name, in alphabetical order."""
    return _sorted(
        {code: country_name(code, language) for code in _cldr(SOURCE_LANGUAGE) if _is_country(code)}
    )


@lru_cache(maxsize=16)
def nationality_names(language: str = SOURCE_LANGUAGE) -> Mapping[str, str]:
    """The list to choose a nationality from: code to country name in alphabetical order, stateless last."""
    names = _sorted({code: country_name(code, language) for code in nationalities() if code != STATELESS})
    return MappingProxyType({**names, STATELESS: render(STATELESS_LABEL, language)})


def _is_country(code: str) -> bool:
    # CLDR also names regions of the world, by three digits.
    return len(code) == 2 and code.isalpha() and code not in _NOT_COUNTRIES


def _cldr(language: str) -> Mapping[str, str]:
    return cldr_names("territories", language)


def _sorted(names: Mapping[str, str]) -> Mapping[str, str]:
    # Accents do not count, as in a dictionary: « Égypte » stands before « Espagne ».
    def key(item: tuple[str, str]) -> str:
        letters = unicodedata.normalize("NFKD", item[1])
        return "".join(c for c in letters if not unicodedata.combining(c)).casefold()

    return MappingProxyType(dict(sorted(names.items(), key=key)))
