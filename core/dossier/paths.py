"""Answers by path: `permit.expires_on` read and written in a frozen dossier.

Pages of questions name answers by path, findings name the facts they rely on by path, error messages name
the bad value by path: one notation for all three. Lists (`attempts`) are read and written whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec

from core.dossier.model import Dossier, Part

P = TypeVar("P", bound=Part)


def get(dossier: Dossier, path: str) -> Any:
    """The answer at `path`, None where not given. Raises `AttributeError` for a path the model lacks."""
    value: Any = dossier
    for name in path.split("."):
        value = getattr(value, name)
    return value


def put(dossier: Dossier, path: str, value: object) -> Dossier:
    """A dossier with `value` at `path`; an answer given is no longer unknown."""
    unknown = tuple(p for p in dossier.unknown if p != path) if path in dossier.unknown else dossier.unknown
    changed = _put(dossier, path.split("."), value)
    return msgspec.structs.replace(changed, unknown=unknown)


def put_unknown(dossier: Dossier, path: str) -> Dossier:
    """A dossier in which the person said « Je ne sais pas » at `path`."""
    changed = put(dossier, path, () if isinstance(get(dossier, path), tuple) else None)
    return msgspec.structs.replace(changed, unknown=(*changed.unknown, path))


def is_unknown(dossier: Dossier, path: str) -> bool:
    """Whether the person said « Je ne sais pas » at `path`."""
    return path in dossier.unknown


def is_answered(dossier: Dossier, path: str) -> bool:
    """Whether there is an answer at `path`, « Je ne sais pas » included."""
    return is_unknown(dossier, path) or get(dossier, path) not in (None, ())


def new_id(dossier: Dossier, prefix: str) -> str:
    """An item id that the dossier does not use yet: `a4` after `a3`.

    An id that an exhibit still names counts as used: the exhibit of an attempt taken out must not come to
    prove another one.
    """
    names = [
        item.id
        for items in (dossier.attempts, dossier.contacts, dossier.consequences, dossier.exhibits)
        for item in items
    ]
    names += [fact for exhibit in dossier.exhibits for fact in exhibit.proves]
    used = [int(name.removeprefix(prefix)) for name in names if _is_numbered(name, prefix)]
    return f"{prefix}{max(used, default=0) + 1}"


def _is_numbered(name: str, prefix: str) -> bool:
    number = name.removeprefix(prefix)
    return name.startswith(prefix) and number.isascii() and number.isdigit()


def leaves(part: Part, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every path of `part` with its value; list items as `attempts[0].on`."""
    for name in part.__struct_fields__:
        value = getattr(part, name)
        path = f"{prefix}{name}"
        if isinstance(value, Part):
            yield from leaves(value, f"{path}.")
        elif isinstance(value, tuple) and value and isinstance(value[0], Part):
            for index, item in enumerate(value):
                yield from leaves(item, f"{path}[{index}].")
        else:
            yield path, value


def _put(part: P, names: list[str], value: object) -> P:
    name, rest = names[0], names[1:]
    if rest:
        value = _put(getattr(part, name), rest, value)
    elif name not in part.__struct_fields__:
        raise AttributeError(name)
    return msgspec.structs.replace(part, **{name: value})
