"""The words of the tables that people read on screens, for whoever builds the translation catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from core.reference.messages import failure_families
from core.reference.permits import permit_types


def translatable_texts() -> Iterator[tuple[str, str]]:
    """Every msgid that stands in a table instead of in `_()`, with where it stands (`titles.csv:visiteur`).

    Names of places and messages of the sites are not among them: they are never translated.
    """
    for permit in permit_types().values():
        yield permit.plain_name, f"titles.csv:{permit.code}"
    for family in failure_families().values():
        yield family.plain_name, f"failure_families.csv:{family.code}"
