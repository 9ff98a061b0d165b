"""The fixtures that every test leans on do what they promise."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

import platformdirs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QStandardPaths

from tests.isolation import isolated_environment

# As a new process on Windows, Linux and macOS finds them; the user's own folders must not be among them.
PLACES = (
    "from pathlib import Path; import platformdirs, tempfile\n"
    "print(Path.home(), platformdirs.user_data_dir('a'), platformdirs.user_config_dir('a'),"
    " platformdirs.user_cache_dir('a'), platformdirs.user_documents_dir(), tempfile.gettempdir(), sep='\\n')"
)


def test_every_folder_lies_in_the_folder_of_the_test(isolated_folders):
    places = [
        Path.home(),
        Path(platformdirs.user_data_dir("a")),
        Path(platformdirs.user_config_dir("a")),
        Path(platformdirs.user_cache_dir("a")),
        Path(platformdirs.user_state_dir("a")),
        Path(platformdirs.user_documents_dir()),
        Path(tempfile.gettempdir()),
    ]
    assert [place for place in places if not place.is_relative_to(isolated_folders)] == []


def test_the_folders_of_a_program_started_by_a_test_lie_there_too(isolated_folders):
    answer = subprocess.run(
        [sys.executable, "-c", PLACES], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    places = [Path(line) for line in answer.stdout.splitlines()]
    assert len(places) == 6
    assert [place for place in places if not place.is_relative_to(isolated_folders)] == []


def test_qt_looks_there_too(isolated_folders, qapp):
    assert Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)).is_relative_to(
        isolated_folders
    )


def test_the_folder_of_a_test_is_empty_and_its_own(isolated_folders, tmp_path):
    assert list(tmp_path.iterdir()) == []
    assert [path for path in isolated_folders.rglob("*") if path.is_file()] == []
    assert not tmp_path.is_relative_to(isolated_folders)


def test_every_folder_of_the_environment_exists(tmp_path):
    variables = isolated_environment(tmp_path)
    folders = [Path(value) for name, value in variables.items() if name != "QT_QPA_PLATFORM"]
    assert [folder for folder in folders if not folder.is_dir()] == []


def test_qt_draws_where_the_environment_says(qapp):
    assert qapp.platformName() == os.environ["QT_QPA_PLATFORM"]


def test_the_network_is_refused():
    with pytest.raises(AssertionError, match="network"):
        urllib.request.urlopen("http://localhost:9/")
    with socket.socket() as sock, pytest.raises(AssertionError, match="network"):
        sock.connect(("127.0.0.1", 9))


@given(st.text())
def test_properties_may_run_under_the_fixtures_of_every_test(text):
    assert isinstance(text, str)
