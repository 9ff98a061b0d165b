"""Hypothesis strategies for dossiers: any text, any date, any branch, valid for the model."""

from __future__ import annotations

from datetime import date, time
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from msgspec import Meta
from msgspec.structs import fields as fields_of

from core.dossier.model import Dossier, Part
from core.dossier.text import PRINTABLE_RANGES, clean_text
from core.dossier.values import PartialDate

DAYS = st.dates(date(2015, 1, 1), date(2032, 12, 31))
PRINTABLE = st.one_of(*(st.characters(min_codepoint=a, max_codepoint=b) for a, b in PRINTABLE_RANGES))
_ITEM_IDS = {"Attempt": "a", "HelpContact": "c", "Consequence": "q", "Exhibit": "e"}


def texts(max_size: int = 60) -> st.SearchStrategy[str]:
    """Texts as the interview keeps them: cleaned, printable, not blank."""
    return (
        st.text(PRINTABLE, min_size=1, max_size=max_size)
        .map(lambda text: " ".join(clean_text(text).split()))
        .filter(lambda text: 0 < len(text) <= max_size)
    )


def dossiers() -> st.SearchStrategy[Dossier]:
    """Dossiers of every shape: each answer given or not, lists of up to four items."""
    return part(Dossier)


def part(kind: type[Part]) -> st.SearchStrategy[Any]:
    """One part of the dossier with any of its fields given."""
    hints = get_type_hints(kind, include_extras=True)
    fields = {}
    for name in kind.__struct_fields__:
        if name in ("schema", "unknown", "invented", "id", "proves", "preferences"):
            continue
        fields[name] = _of(hints[name])
    if kind.__name__ in _ITEM_IDS:
        return st.fixed_dictionaries(fields).map(
            lambda given: kind(id=_ITEM_IDS[kind.__name__] + "1", **given)
        )
    needed = {field.name: fields.pop(field.name) for field in fields_of(kind) if field.required}
    return st.fixed_dictionaries(needed, optional=fields).map(lambda given: kind(**given))


def _of(hint: Any) -> st.SearchStrategy[Any]:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        inner = [a for a in get_args(hint) if a is not type(None)]
        return st.one_of(st.none(), *(_of(a) for a in inner))
    if origin is Annotated:
        base, *metas = get_args(hint)
        return _bounded(base, next(m for m in metas if isinstance(m, Meta)))
    if origin is tuple:
        return st.lists(_of(get_args(hint)[0]), max_size=4).map(_numbered)
    if isinstance(hint, type) and issubclass(hint, Part):
        return part(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    if hint is PartialDate:
        return st.one_of(
            st.builds(PartialDate, st.integers(1930, 2030)),
            st.builds(PartialDate, st.integers(1930, 2030), st.integers(1, 12)),
            st.builds(PartialDate, st.integers(1930, 2030), st.integers(1, 12), st.integers(1, 28)),
        )
    return {
        bool: st.booleans(),
        date: DAYS,
        time: st.times().map(_minutes),
        str: texts(),
        int: st.integers(1, 30),
    }[hint]


def _minutes(moment: time) -> time:
    return moment.replace(second=0, microsecond=0)


def _numbered(items: list[Any]) -> tuple[Any, ...]:
    import msgspec

    return tuple(
        msgspec.structs.replace(item, id=f"{item.id[0]}{number}") if hasattr(item, "id") else item
        for number, item in enumerate(items, start=1)
    )


def _bounded(base: type, meta: Meta) -> st.SearchStrategy[Any]:
    if base is int:
        low = meta.ge if meta.ge is not None else (meta.gt or 0) + 1
        return st.integers(int(low), int(meta.le if meta.le is not None else 10_000))
    if meta.pattern is None:
        return texts(min(meta.max_length or 60, 60))
    if "{64}" in meta.pattern:
        return st.binary(min_size=32, max_size=32).map(bytes.hex)
    if "9[78]" in meta.pattern:
        return st.sampled_from(
            ["01", "13", "2A", "38", "59", "67", "69", "75", "92", "93", "973", "976", "988"]
        )
    if "[A-Z]{2}" in meta.pattern:
        return st.sampled_from(["DZ", "MA", "TN", "ML", "AF", "DE", "GB", "UA", "TR", "VN", "XA"])
    return st.sampled_from(["ACC-1", "ACC-2", "ELI-3", "FRM-3", "DOC-1"])
