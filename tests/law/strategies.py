"""Dossiers for property tests: every field of the model, absent or with a value that people can give."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

from core.dossier.evidence import FIXED_FACTS
from core.dossier.model import Dossier
from core.dossier.values import PartialDate
from core.reference import permit_types
from tests.law.cases import PREFIXES

ON = date(2026, 11, 23)
DAYS = st.integers(-500, 300).map(lambda n: ON + timedelta(days=n)) | st.sampled_from(
    [date.min, date.max, date(2024, 2, 29), ON]
)
_CODES: dict[str, list[str]] = {
    "title": [*permit_types(), "no such permit"],
    "departement": ["75", "92", "973", "2A", "988", "00"],
    "file_departement": ["75", "92", "69"],
    "country": ["DZ", "ML", "FR", "BE", "XA", "ZZ"],
    "second_country": ["MA", "IT"],
    "birth_country": ["DZ"],
    "proves": ["a1", "a2", "c1", "q1", *FIXED_FACTS],
}


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(st.dates(date(1930, 1, 1), date(2027, 1, 1)))
    depth = draw(st.integers(1, 3))
    return PartialDate(*(day.year, day.month, day.day)[:depth])


def values(kind: inspect.Type, name: str) -> st.SearchStrategy[Any]:
    """What a field of this type may hold."""
    if isinstance(kind, inspect.Metadata):
        return values(kind.type, name)
    if isinstance(kind, inspect.UnionType):
        given_values = [values(t, name) for t in kind.types if not isinstance(t, inspect.NoneType)]
        return st.none() | st.one_of(given_values)
    if isinstance(kind, inspect.EnumType):
        return st.sampled_from(list(kind.cls))
    if isinstance(kind, inspect.BoolType):
        return st.booleans()
    if isinstance(kind, inspect.DateType):
        return DAYS
    if isinstance(kind, inspect.TimeType):
        return st.times()
    if isinstance(kind, inspect.IntType):
        return st.integers(kind.ge or 1, kind.le or 5)
    if isinstance(kind, inspect.StrType):
        return st.sampled_from(_CODES.get(name, ["x", "Ligne d’exemple"]))
    if isinstance(kind, inspect.VarTupleType):
        if isinstance(kind.item_type, inspect.StructType):
            return items(kind.item_type, name)
        return st.lists(values(kind.item_type, name), max_size=3).map(tuple)
    assert isinstance(kind, inspect.StructType), kind
    if kind.cls is PartialDate:
        return partial_dates()
    # A whole section is often not answered yet; that also keeps the dossiers small enough to shrink.
    return st.just(kind.cls()) | parts(kind)


def parts(kind: inspect.StructType, **fixed: Any) -> st.SearchStrategy[Any]:
    """A part of the dossier."""
    fields = {f.name: values(f.type, f.name) for f in kind.fields if f.name not in ("id", *fixed)}
    return st.builds(lambda **given: kind.cls(**given), **fields, **{k: st.just(v) for k, v in fixed.items()})


def items(kind: inspect.StructType, name: str) -> st.SearchStrategy[tuple[Any, ...]]:
    """A list of the dossier, with ids in order."""
    if name not in PREFIXES:  # nothing the law reads
        return st.just(())
    prefix = PREFIXES[name]
    return st.integers(0, 3).flatmap(
        lambda n: st.tuples(*(parts(kind, id=f"{prefix}{number}") for number in range(1, n + 1)))
    )


_INFO = inspect.type_info(Dossier)
assert isinstance(_INFO, inspect.StructType)
# The form's own fields say nothing of the facts.
dossiers: st.SearchStrategy[Dossier] = parts(_INFO, schema=1, unknown=(), invented=())


def without_dates(value: Any) -> Any:
    """The same answers with every date taken out."""
    if isinstance(value, PartialDate):
        return None
    if isinstance(value, msgspec.Struct):
        changed = {name: without_dates(getattr(value, name)) for name in value.__struct_fields__}
        return msgspec.structs.replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(without_dates(item) for item in value)
    return None if isinstance(value, date) else value
