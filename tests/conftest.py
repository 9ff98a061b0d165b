"""What every test gets: folders of its own, no network, Qt without a screen, and texts that hurt."""

from __future__ import annotations

import os
import socket
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.isolation import isolated_environment
from tests.uncommon import UNCOMMON_TEXTS

# Before pytest-qt makes its application: windows must not open on the screen of whoever runs the tests.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# No deadlines: a machine under load is not a wrong program. In CI the same examples every time.
settings.register_profile("local", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("local"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.fixture(autouse=True)
def isolated_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Home, settings, data and temporary folders of this test alone; returns the folder that holds them."""
    # Not inside tmp_path, which a test may expect to be empty.
    folder = tmp_path_factory.mktemp("isolated")
    variables: Mapping[str, str] = isolated_environment(folder)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    # The language of the program follows the system's: the tests speak French unless they say otherwise.
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    # Python remembers the temporary folder it found first.
    monkeypatch.setattr(tempfile, "tempdir", variables["TMPDIR"])
    return folder


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program is offline for good: an attempt to reach anything fails the test that made it."""

    def refuse(*_arguments: object, **_words: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(params=list(UNCOMMON_TEXTS.values()), ids=list(UNCOMMON_TEXTS))
def uncommon_text(request: pytest.FixtureRequest) -> str:
    """Each text that a person, a keyboard or a copied page can put in a field, one after the other."""
    text: str = request.param
    return text


@pytest.fixture(scope="session")
def _pseudo_catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.catalogues import pseudo

    folder = tmp_path_factory.mktemp("pseudo")
    pseudo.compile_into(folder)
    return folder


@pytest.fixture
def pseudo_languages(_pseudo_catalogues: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only translations are `qps` (40 % longer, with accents) and `qpr` (the same, mirrored)."""
    from core import languages

    monkeypatch.setattr(languages, "TRANSLATIONS", _pseudo_catalogues)
    return _pseudo_catalogues
