"""The settings of the window, kept or not, and what a damaged file does."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.storage import settings
from core.storage.settings import Settings
from tests.storage.test_computer import places_in


def test_settings_are_kept_and_forgotten(tmp_path: Path):
    places = places_in(tmp_path)
    assert settings.load(places) == Settings()
    settings.save(places, Settings("ar", 1.5))
    assert settings.load(places) == Settings("ar", 1.5)
    settings.forget(places)
    settings.forget(places)
    assert settings.load(places) == Settings()


def test_nothing_is_written_on_a_shared_computer(tmp_path: Path):
    places = places_in(tmp_path, shared=True)
    settings.save(places, Settings("ar", 1.5))
    settings.forget(places)
    assert settings.load(places) == Settings()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "kept", [b"", b"{}", b"\xff", b"[]", b'{"language": "fr"}', b'{"language": 3, "text_size": "x"}']
)
def test_a_damaged_file_is_as_none(tmp_path: Path, kept: bytes):
    places = places_in(tmp_path)
    assert places.data is not None
    places.data.mkdir()
    (places.data / "window.json").write_bytes(kept)
    assert settings.load(places) == Settings()
