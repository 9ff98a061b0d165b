"""A pool of workers for all the tests of exhibits, and a store in memory for each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from core.exhibits.blobs import MemoryBlobs
from core.exhibits.importer import Importer
from core.exhibits.pool import Pool

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def pool() -> Iterator[Pool]:
    """One pool for all: starting a worker costs a quarter of a second."""
    with Pool(2) as shared:
        yield shared


@pytest.fixture
def store() -> MemoryBlobs:
    return MemoryBlobs()


@pytest.fixture
def importer(store: MemoryBlobs, pool: Pool) -> Importer:
    return Importer(store, pool)
