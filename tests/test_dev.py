"""The developer's entry point: what it decides, and that it needs nothing but Python."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import dev

ROOT = Path(dev.__file__).parent

LISTING = """\
/venv/PySide6/Qt/plugins/platforms/libqxcb.so:
\tlinux-vdso.so.1 (0x00007ffd)
\tlibxcb-icccm.so.4 => not found
\tlibX11.so.6 => /lib/x86_64-linux-gnu/libX11.so.6 (0x00007f)
\tlibEGL.so.1 => not found
/venv/PySide6/Qt/lib/libQt6Widgets.so.6:
\tlibEGL.so.1 => not found
"""


class Machine:
    """A machine that is only described: which programs it has, and what apt answers there."""

    def __init__(self, programs: Sequence[str], packages: Sequence[str] = (), *, root: bool = True) -> None:
        self.programs = set(programs)
        self.packages = set(packages)
        self.root = root
        self.fresh_lists = True
        self.called: list[list[str]] = []

    def which(self, name: str) -> str | None:
        return name if name in self.programs else None

    def ask(self, command: Sequence[str]) -> str | None:
        if command[:2] == ["apt-cache", "policy"]:
            known = self.fresh_lists and command[2] in self.packages
            return f"{command[2]}:\n  Installed: (none)\n  Candidate: {'1.2-3' if known else '(none)'}\n"
        if command[1:] == ["-n", "true"]:
            return "" if self.root else None
        raise AssertionError(f"unexpected question: {command}")

    def call(self, command: Sequence[str], **_words: object) -> int:
        self.called.append(list(command))
        if "update" in command:
            self.fresh_lists = True
        return 0

    def replaces(self, monkeypatch: pytest.MonkeyPatch) -> Machine:
        monkeypatch.setattr(shutil, "which", self.which)
        monkeypatch.setattr(dev, "ask", self.ask)
        monkeypatch.setattr(dev, "call", self.call)
        monkeypatch.setattr(os, "geteuid", lambda: 0 if self.root else 1000, raising=False)
        monkeypatch.setattr(dev, "WINDOWS", False)
        monkeypatch.setattr(dev, "LINUX", True)
        return self


def test_it_imports_the_standard_library_only():
    tree = ast.parse(Path(dev.__file__).read_text(encoding="utf-8"))
    imported = {
        name.partition(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imported <= set(sys.stdlib_module_names)


def test_an_older_python_can_read_it():
    """Where only Python 3.8 is installed, the script must start in order to fetch a newer one."""
    ast.parse(Path(dev.__file__).read_text(encoding="utf-8"), feature_version=(3, 8))


def test_help_names_every_command():
    answer = subprocess.run(
        [sys.executable, dev.__file__, "--help"], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    for command in ("run", "test", "check", "bench", "package"):
        assert f"\n  {command} " in answer.stdout


@pytest.mark.parametrize("arguments", [[], ["fly"], ["check", "more"], ["package", "--more"]])
def test_wrong_usage_is_exit_code_2(arguments, monkeypatch, capsys):
    monkeypatch.setattr(dev, "set_up", lambda: pytest.fail("nothing may be set up for a wrong command"))
    with pytest.raises(SystemExit) as stop:
        dev.main(arguments)
    assert stop.value.code == 2
    assert "usage: dev.py" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("uv 0.9.5 (d5f39331a 2025-10-21)", (0, 9, 5)),
        ("uv 0.13.9 (x86_64-unknown-linux-gnu)\n", (0, 13, 9)),
        ("uv 1.0", (1, 0)),
        ("command not found", ()),
        ("", ()),
    ],
)
def test_version(text, numbers):
    assert dev.version(text) == numbers


@pytest.mark.parametrize(
    ("answer", "found"), [("uv 0.8.0", "uv"), ("uv 1.2.3", "uv"), ("uv 0.7.22", None), (None, None)]
)
def test_a_uv_that_is_old_or_does_not_start_is_not_used(answer, found, monkeypatch, tmp_path):
    monkeypatch.setattr(dev, "PRIVATE", tmp_path)
    monkeypatch.setattr(shutil, "which", lambda _name: "uv")
    monkeypatch.setattr(dev, "ask", lambda _command: answer)
    assert dev.find_uv() == found


def test_the_private_uv_is_used_where_the_path_has_none(monkeypatch, tmp_path):
    private = tmp_path / "uv" / ("Scripts/uv.exe" if dev.WINDOWS else "bin/uv")
    private.parent.mkdir(parents=True)
    private.touch()
    monkeypatch.setattr(dev, "PRIVATE", tmp_path)
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(dev, "ask", lambda _command: "uv 0.9.0")
    assert dev.find_uv() == str(private)


def test_a_new_environment_gets_the_python_that_started_the_script(monkeypatch, tmp_path):
    machine = Machine([]).replaces(monkeypatch)
    monkeypatch.setattr(dev, "VENV", tmp_path)
    dev.sync("uv")
    assert machine.called == [["uv", "sync", "--frozen", "--python", sys.executable]]


def test_an_environment_that_exists_keeps_its_python(monkeypatch, tmp_path):
    machine = Machine([]).replaces(monkeypatch)
    monkeypatch.setattr(dev, "VENV", tmp_path)
    dev.venv_python().parent.mkdir(parents=True)
    dev.venv_python().touch()
    dev.sync("uv")
    assert machine.called == [["uv", "sync", "--frozen", "--quiet"]]


def test_a_failed_sync_says_which_python_is_needed(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(dev, "find_uv", lambda: "uv")
    monkeypatch.setattr(dev, "call", lambda *_arguments, **_words: 2)
    assert dev.main(["test"]) == 1
    assert "Python 3.11 or later is needed" in capsys.readouterr().err


def test_another_active_environment_is_not_taken_for_the_projects():
    environment = dev.uv_environment({"VIRTUAL_ENV": "elsewhere", "PATH": "x"})
    assert environment == {"PATH": "x", "UV_PROJECT_ENVIRONMENT": str(ROOT / ".venv")}


@pytest.mark.parametrize(
    ("environment", "linux", "screen"),
    [
        ({}, True, False),
        ({"DISPLAY": ""}, True, False),
        ({"DISPLAY": ":0"}, True, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True, True),
        ({"QT_QPA_PLATFORM": "vnc"}, True, True),
        ({}, False, True),
    ],
)
def test_qt_draws_into_memory_only_where_there_is_no_screen(environment, linux, screen):
    assert dev.has_screen(environment, linux) is screen
    added = {} if screen else {"QT_QPA_PLATFORM": "offscreen"}
    assert dev.screen_environment(environment, linux) == {**environment, **added}


def test_missing_libraries_are_read_from_the_dynamic_linker():
    assert dev.not_found(LISTING) == ["libEGL.so.1", "libxcb-icccm.so.4"]
    assert dev.not_found("\tnot a dynamic executable\n") == []


def test_every_part_of_qt_that_the_linker_is_asked_about_exists():
    parts = dev.QT_PARTS if dev.LINUX else ()
    assert [
        part for part in parts if not list(dev.VENV.glob(f"lib/python*/site-packages/PySide6/Qt/{part}"))
    ] == []


def test_missing_libraries_are_installed_under_the_name_that_this_system_knows(monkeypatch):
    machine = Machine(["apt-get", "ldd"], ["libegl1", "libglib2.0-0"]).replaces(monkeypatch)
    answers = iter([["libEGL.so.1", "libglib-2.0.so.0", "libgthread-2.0.so.0"], []])
    monkeypatch.setattr(dev, "missing_libraries", lambda: next(answers))
    dev.ensure_libraries()
    assert machine.called == [
        ["apt-get", "install", "-y", "-q", "--no-install-recommends", "libegl1", "libglib2.0-0"]
    ]


def test_package_lists_are_fetched_when_they_do_not_know_a_package(monkeypatch):
    machine = Machine(["apt-get"], ["qpdf"]).replaces(monkeypatch)
    machine.fresh_lists = False
    dev.ensure_programs({"qpdf": "qpdf", "apt-get": "apt"})
    assert [(command[1], command[-1]) for command in machine.called] == [
        ("update", "-q"),
        ("install", "qpdf"),
    ]


def test_a_package_that_nobody_knows_is_an_error_with_its_name(monkeypatch):
    Machine(["apt-get"]).replaces(monkeypatch)
    with pytest.raises(dev.SetupError, match="qpdf"):
        dev.ensure_programs({"qpdf": "qpdf"})


def test_without_rights_the_line_to_type_is_given_and_nothing_is_called(monkeypatch):
    machine = Machine(["apt-get", "sudo"], ["libegl1", "libglib2.0-0t64"], root=False).replaces(monkeypatch)
    monkeypatch.setattr(dev, "missing_libraries", lambda: ["libEGL.so.1", "libglib-2.0.so.0"])
    with pytest.raises(dev.SetupError, match=r"sudo apt-get install libegl1 libglib2\.0-0t64$"):
        dev.ensure_libraries()
    assert machine.called == []


def test_sudo_without_a_password_is_used(monkeypatch):
    machine = Machine(["apt-get", "sudo"], ["qpdf"]).replaces(monkeypatch)
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    dev.ensure_programs({"qpdf": "qpdf"})
    assert machine.called[0][:4] == ["sudo", "-n", "apt-get", "install"]


def test_on_another_linux_the_packages_are_named(monkeypatch):
    Machine([]).replaces(monkeypatch)
    with pytest.raises(dev.SetupError, match="xvfb"):
        dev.ensure_programs({"Xvfb": "xvfb"})


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libX11.so.6", "libx11-6"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libfontconfig.so.1", "libfontconfig1"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libgthread-2.0.so.0", "libglib2.0-0"),
        ("libstdc++.so.6", "libstdc++6"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxcb.so.1", "libxcb1"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libz.so.1", "zlib1g"),
    ],
)
def test_a_shared_object_leads_to_its_debian_package(library, package):
    assert dev.library_packages(library) == (f"{package}t64", package)


def test_a_library_that_is_still_missing_after_the_installation_is_named(monkeypatch):
    Machine(["apt-get"], ["libegl1"]).replaces(monkeypatch)
    monkeypatch.setattr(dev, "missing_libraries", lambda: ["libEGL.so.1"])
    with pytest.raises(dev.SetupError, match=r"still missing.*libEGL\.so\.1"):
        dev.ensure_libraries()


def test_check_runs_every_step_and_names_the_failed_ones(monkeypatch, capsys):
    called = []

    def call(command: Sequence[str], **_words: object) -> int:
        called.append(list(command[1:]))
        return 1 if Path(command[0]).stem == "mypy" or command[-1] == "tests.dead_code" else 0

    monkeypatch.setattr(dev, "set_up", lambda: "uv")
    monkeypatch.setattr(dev, "call", call)
    assert dev.main(["check"]) == 1
    assert called[1:] == [list(command[1:]) for _name, command in dev.CHECKS]
    assert "failed: types, dead code" in capsys.readouterr().out


def test_check_is_clean_when_every_step_is(monkeypatch):
    monkeypatch.setattr(dev, "set_up", lambda: "uv")
    monkeypatch.setattr(dev, "call", lambda _command, **_words: 0)
    assert dev.main(["check"]) == 0


@pytest.mark.parametrize("command", ["run", "test", "bench"])
def test_options_go_to_the_program_and_its_exit_code_comes_back(command, monkeypatch):
    called: list[Sequence[str]] = []

    def call(line: Sequence[str], **_words: object) -> int:
        called.append(line)
        return 7

    monkeypatch.setattr(dev, "set_up", lambda: "uv")
    monkeypatch.setattr(dev, "ensure_programs", lambda _programs: None)
    monkeypatch.setattr(dev, "call", call)
    assert dev.main([command, "-x", "--", "é è", "--json"]) == 7
    assert called[0][-4:] == ["-x", "--", "é è", "--json"]


def test_the_bundle_has_a_python_in_which_no_unknown_error_ends_the_program(monkeypatch):
    machine = Machine(["objdump"]).replaces(monkeypatch)
    monkeypatch.setattr(dev, "set_up", lambda: "uv")
    assert dev.main(["package"]) == 0
    (line,) = machine.called
    assert dev.version(line[line.index("--python") + 1]) >= (3, 12)


def test_a_program_that_does_not_exist_is_no_traceback(capsys, tmp_path):
    assert dev.call([str(tmp_path / "nothing")]) == 127
    assert "nothing" in capsys.readouterr().err
    assert dev.ask([str(tmp_path / "nothing")]) is None


def test_translations_are_compiled_only_where_one_has_changed(monkeypatch, tmp_path):
    machine = Machine([]).replaces(monkeypatch)
    source = tmp_path / "ar" / "LC_MESSAGES" / "messages.po"
    source.parent.mkdir(parents=True)
    source.touch()
    dev.compile_catalogues(tmp_path)
    dev.compile_catalogues(tmp_path)
    assert [command[-1] for command in machine.called] == ["compile"]
    later = source.stat().st_mtime + 10
    os.utime(source, (later, later))
    dev.compile_catalogues(tmp_path)
    assert len(machine.called) == 2
