"""The developer's one entry point: `python3 dev.py run | test | check | bench | package`.

Uses only the standard library, so that it runs on a machine that has nothing but Python. It finds or
installs uv, lets uv make `.venv` from `uv.lock`, and on Debian and Ubuntu installs the system libraries
that Qt needs (or says how, where it may not). Everything else is left to the tools of `pyproject.toml`.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
WINDOWS = os.name == "nt"
LINUX = sys.platform.startswith("linux")
VENV = ROOT / ".venv"
# The private uv, for machines without one; git ignores the folder.
PRIVATE = ROOT / ".dev"
OLDEST_PYTHON = (3, 11)
# The newest that our PySide knows. With 3.11 an unknown error in a method that Qt calls can end the program
# where it should become a page to read: PySide takes the error apart before Python has put it together.
BUNDLED_PYTHON = "3.13"
OLDEST_UV = (0, 8)

# Parts of Qt that we load, inside the PySide6 package; what they ask of the system is asked of the dynamic
# linker, so that nothing here has to follow Qt from release to release.
QT_PARTS = (
    "lib/libQt6Widgets.so.6",
    "lib/libQt6DBus.so.6",
    "lib/libQt6PrintSupport.so.6",
    "lib/libQt6Svg.so.6",
    "plugins/platforms/libqxcb.so",
    "plugins/platforms/libqoffscreen.so",
    "plugins/imageformats/libqjpeg.so",
    "plugins/imageformats/libqsvg.so",
    "plugins/platforminputcontexts/libcomposeplatforminputcontextplugin.so",
)
# Debian packages of shared objects that are not named after them as Debian's policy wishes.
ODD_PACKAGES: Mapping[str, str] = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libz.so.1": "zlib1g",
}
# Programs that only the tests call: what another program reads in our PDF files, and a real screen.
TEST_TOOLS: Mapping[str, str] = {
    "pdftotext": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "pdffonts": "poppler-utils",
    "qpdf": "qpdf",
    "mutool": "mupdf-tools",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
}
# Name and command of each check; the programs are those of the project's environment. Add a line to add one.
CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("format", ("ruff", "format", "--check", ".")),
    ("lint", ("ruff", "check", ".")),
    ("types", ("mypy",)),
    ("import contracts", ("lint-imports", "--no-logo")),
    ("house rules", ("python", "-m", "tests.house_rules")),
    ("catalogues", ("python", "-m", "tests.catalogues", "check")),
    ("dead code", ("python", "-m", "tests.dead_code")),
)


class SetupError(Exception):
    """The machine lacks something that this script may not or cannot install; the text says what to do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 something failed, 2 wrong usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    # Only the first word is ours: the rest goes to the command's own program, options included.
    command = parser().parse_args(given[:1]).command
    commands: Mapping[str, Callable[[list[str]], int]] = {
        "run": run,
        "test": test,
        "check": check,
        "bench": bench,
        "package": package,
    }
    try:
        return commands[command](given[1:])
    except SetupError as error:
        print(f"dev.py: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def parser() -> argparse.ArgumentParser:
    """The command line up to the command's name."""
    result = argparse.ArgumentParser(
        prog="dev.py",
        usage="dev.py {run,test,check,bench,package} [ARGS]",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Sets up what is missing, then:\n"
        "  run [ARGS]      starts the program\n"
        "  test [ARGS]     runs the test-suite (ARGS go to pytest)\n"
        "  check           format, lint, types, import contracts, house rules, catalogues, dead code\n"
        "  bench [--json]  measures against the baselines, in one run\n"
        "  package         builds the bundle for this platform",
    )
    result.add_argument("command", choices=("run", "test", "check", "bench", "package"))
    return result


# --- the commands -------------------------------------------------------------------------------------


def run(arguments: list[str]) -> int:
    """Start the program."""
    set_up()
    if not has_screen(os.environ):
        say("no screen is announced here (DISPLAY, WAYLAND_DISPLAY): only the command line can start")
    return call([str(venv_python()), str(ROOT / "main.py"), *arguments], cwd=None)


def test(arguments: list[str]) -> int:
    """Run the test-suite; where there is no screen, Qt draws into memory."""
    set_up()
    ensure_programs(TEST_TOOLS)
    return call([str(venv_python()), "-m", "pytest", *arguments], env=screen_environment(os.environ))


def check(arguments: list[str]) -> int:
    """Run every check, whatever the earlier ones answered; name the failed ones at the end."""
    refuse_arguments("check", arguments)
    uv = set_up()
    failed = []
    steps = [("lock file", [uv, "lock", "--check", "--quiet"])]
    steps += [(name, [str(venv_program(command[0])), *command[1:]]) for name, command in CHECKS]
    for name, command in steps:
        say(f"check: {name}")
        if call(command, env=uv_environment(os.environ)) != 0:
            failed.append(name)
    say(f"check: failed: {', '.join(failed)}" if failed else f"check: all {len(steps)} steps are clean")
    return 1 if failed else 0


def bench(arguments: list[str]) -> int:
    """Measure every row of `tests/bench`."""
    set_up()
    return call([str(venv_python()), "-m", "tests.bench", *arguments], env=screen_environment(os.environ))


def package(arguments: list[str]) -> int:
    """Build the bundle for this platform into `dist/`."""
    refuse_arguments("package", arguments)
    uv = set_up()
    if LINUX:
        # PyInstaller reads the program's libraries with objdump.
        ensure_programs({"objdump": "binutils"})
    return call(
        [
            uv, "run", "--frozen", "--no-default-groups", "--isolated", "--python", BUNDLED_PYTHON,
            "--with", "pyinstaller>=6.16",
            "python", "-m", "PyInstaller", "--noconfirm", "--clean",
            "--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build"),
            str(ROOT / "packaging" / "guichet_ouvert.spec"),
        ],
        env=uv_environment(os.environ),
    )  # fmt: skip


def refuse_arguments(command: str, arguments: Sequence[str]) -> None:
    """Say that `command` takes nothing more, as argparse would; ends the program with exit code 2."""
    if arguments:
        parser().error(f"{command} takes no arguments: {' '.join(arguments)}")


# --- setting up ---------------------------------------------------------------------------------------


def set_up() -> str:
    """Make everything the program needs, quickly where it is there already. Returns the uv to use."""
    uv = find_uv() or install_uv()
    sync(uv)
    compile_catalogues(ROOT / "translations")
    if LINUX:
        ensure_libraries()
    return uv


def find_uv() -> str | None:
    """The path of a uv that works and is recent enough, if there is one."""
    private = PRIVATE / "uv" / ("Scripts/uv.exe" if WINDOWS else "bin/uv")
    for candidate in (shutil.which("uv"), str(private) if private.exists() else None):
        if candidate is None:
            continue
        # A name on the PATH may be a wrapper with nothing behind it, so it is asked.
        answer = ask([candidate, "--version"])
        if answer is not None and version(answer) >= OLDEST_UV:
            return candidate
    return None


def version(text: str) -> tuple[int, ...]:
    """The first dotted number in `text`: `uv 0.9.5 (…)` gives (0, 9, 5); () where there is none."""
    found = re.search(r"\d+(\.\d+)+", text)
    return tuple(int(part) for part in found.group().split(".")) if found else ()


def install_uv() -> str:
    """Install uv into a private virtual environment of the project; raises SetupError where it cannot."""
    folder = PRIVATE / "uv"
    say("installing uv for this project only")
    if ask([sys.executable, "-c", "import ensurepip, venv"]) is None:
        # Debian and Ubuntu ship Python without these two modules.
        install_packages([(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv", "python3-venv")])
    shutil.rmtree(folder, ignore_errors=True)
    python = folder / ("Scripts/python.exe" if WINDOWS else "bin/python")
    wanted = "uv>=" + ".".join(map(str, OLDEST_UV))
    if (
        call([sys.executable, "-m", "venv", str(folder)]) != 0
        or call([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wanted]) != 0
    ):
        raise SetupError("uv could not be installed; install it (https://docs.astral.sh/uv/) and start again")
    found = find_uv()
    if found is None:
        raise SetupError("the uv that was just installed does not start on this machine")
    return found


def sync(uv: str) -> None:
    """Make `.venv` exactly what `uv.lock` says; raises SetupError with the way out where uv cannot."""
    command = [uv, "sync", "--frozen"]
    if venv_python().exists():
        command.append("--quiet")
    elif sys.version_info[:2] >= OLDEST_PYTHON:
        # A new environment gets the Python that the developer chose to start this script with.
        command += ["--python", sys.executable]
    if call(command, env=uv_environment(os.environ)) != 0:
        needed = ".".join(map(str, OLDEST_PYTHON))
        raise SetupError(
            f"the environment could not be made (uv says why above). Python {needed} or later is needed; "
            f"this script runs on {sys.version_info[0]}.{sys.version_info[1]}"
        )


def compile_catalogues(folder: Path) -> None:
    """Compile the translations that are complete enough, where one has changed; git holds the `.po` files."""
    sources = list(folder.glob("*/LC_MESSAGES/*.po"))
    stamp = folder / ".compiled"
    if stamp.exists() and all(stamp.stat().st_mtime >= source.stat().st_mtime for source in sources):
        return
    if call([str(venv_python()), "-m", "tests.catalogues", "compile"]) != 0:
        raise SetupError("the translations could not be compiled")
    stamp.touch()


def venv_python() -> Path:
    """The Python of the project's environment."""
    return venv_program("python")


def venv_program(name: str) -> Path:
    """A program of the project's environment."""
    return VENV / (f"Scripts/{name}.exe" if WINDOWS else f"bin/{name}")


def uv_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment for uv: another active virtual environment must not be taken for the project's."""
    return {
        **{k: v for k, v in environment.items() if k != "VIRTUAL_ENV"},
        "UV_PROJECT_ENVIRONMENT": str(VENV),
    }


def has_screen(environment: Mapping[str, str], linux: bool = LINUX) -> bool:
    """Whether a window can open: on Linux only where the environment names a display or a platform."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not linux or any(environment.get(name) for name in named)


def screen_environment(environment: Mapping[str, str], linux: bool = LINUX) -> dict[str, str]:
    """The environment for a program of ours that must run without anybody watching."""
    result = dict(environment)
    if not has_screen(environment, linux):
        result["QT_QPA_PLATFORM"] = "offscreen"
    return result


# --- the system's packages ----------------------------------------------------------------------------


def ensure_libraries() -> None:
    """Install the shared libraries that Qt needs and the system lacks, or say how; raises SetupError."""
    missing = missing_libraries()
    if not missing:
        return
    say(f"Qt needs system libraries that are missing: {', '.join(missing)}")
    install_packages([library_packages(name) for name in missing])
    still = missing_libraries()
    if still:
        raise SetupError(f"these libraries are still missing after the installation: {', '.join(still)}")


def missing_libraries() -> list[str]:
    """The shared objects that Qt asks for and the dynamic linker does not find, sorted."""
    linker = shutil.which("ldd")
    folders = list(VENV.glob("lib/python*/site-packages/PySide6/Qt"))
    parts = [str(folder / part) for folder in folders for part in QT_PARTS if (folder / part).exists()]
    if linker is None or not parts:
        return []
    answer = subprocess.run(
        [linker, *parts], capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"}
    )
    return not_found(answer.stdout)


def not_found(listing: str) -> list[str]:
    """The shared objects that a listing of ldd marks as not found, each once, sorted."""
    return sorted(set(re.findall(r"^\s*(\S+) => not found", listing, flags=re.MULTILINE)))


def library_packages(name: str) -> tuple[str, ...]:
    """The Debian packages that may hold a shared object, the newer name first.

    Debian's policy, section 8.1: the object's name and number, in small letters, with a hyphen between two
    digits. Where the size of time changed in 2024, the name got the ending `t64`.
    """
    stem, _so, number = name.partition(".so.")
    joint = "-" if stem[-1:].isdigit() else ""
    package = ODD_PACKAGES.get(name, f"{stem}{joint}{number}".lower())
    return (f"{package}t64", package)


def ensure_programs(wanted: Mapping[str, str]) -> None:
    """Install the packages of programs that are not on the PATH; raises SetupError where it may not."""
    missing = [program for program in wanted if shutil.which(program) is None]
    if not missing:
        return
    say(f"programs that the tests or the build call are missing: {', '.join(missing)}")
    if not LINUX:
        # Not every one exists there: the tests that call one say so themselves when they fail.
        return
    install_packages([(wanted[program],) for program in missing])


def install_packages(wanted: Iterable[tuple[str, ...]]) -> None:
    """Install with apt one package of each tuple of names; raises SetupError with the line to type.

    Needs Debian or a relative of it, and root or sudo without a password: this script asks for none.
    """
    choices = sorted(set(wanted))
    if shutil.which("apt-get") is None:
        raise SetupError(
            f"install with your system's package manager what Debian calls {plain(choices)}, and start again"
        )
    prefix = root_prefix()
    if prefix is None:
        names = [known(names) or names[-1] for names in choices]
        raise SetupError(
            f"type this line, then start again:\n  sudo apt-get install {' '.join(unique(names))}"
        )
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for refreshed in (False, True):
        if refreshed:
            # Package lists may be missing (a fresh machine) or name files that are gone (an old one).
            call([*prefix, "apt-get", "update", "-q"], env=environment)
        found = [known(names) for names in choices]
        names = [name for name in found if name is not None]
        install = [*prefix, "apt-get", "install", "-y", "-q", "--no-install-recommends", *unique(names)]
        if len(names) == len(found) and call(install, env=environment) == 0:
            return
    raise SetupError(f"apt-get could not install {plain(choices)}; it says why above")


def known(names: Iterable[str]) -> str | None:
    """The first of these names under which apt has a package to install."""
    for name in names:
        answer = ask(["apt-cache", "policy", name])
        if answer is not None and re.search(r"Candidate: (?!\(none\))", answer):
            return name
    return None


def root_prefix() -> list[str] | None:
    """What to put before a command for it to run as root: nothing, sudo, or None where it may not."""
    if WINDOWS:
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    return [sudo, "-n"] if sudo is not None and ask([sudo, "-n", "true"]) is not None else None


def unique(names: Iterable[str]) -> list[str]:
    """The names, each once, in order."""
    return list(dict.fromkeys(names))


def plain(choices: Iterable[tuple[str, ...]]) -> str:
    """The packages to install, for a sentence: alternatives stand with a bar between them."""
    return ", ".join("|".join(names) for names in choices)


# --- calling programs ---------------------------------------------------------------------------------


def say(text: str) -> None:
    """Tell the developer, before what the next program prints."""
    print(f"dev.py: {text}", flush=True)


def call(command: Sequence[str], env: Mapping[str, str] | None = None, cwd: Path | None = ROOT) -> int:
    """Run a command that prints for itself; returns its exit code, 127 where it does not exist."""
    try:
        return subprocess.run(command, cwd=cwd, env=env, check=False).returncode
    except OSError as error:
        print(f"dev.py: {command[0]}: {error.strerror}", file=sys.stderr)
        return 127


def ask(command: Sequence[str]) -> str | None:
    """What a command prints, or None where it fails or does not exist."""
    try:
        answer = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    except OSError:
        return None
    return answer.stdout if answer.returncode == 0 else None


if __name__ == "__main__":
    sys.exit(main())
