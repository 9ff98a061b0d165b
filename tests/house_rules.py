"""Rules of the house that no ready-made linter knows: `python -m tests.house_rules [--mend] [FILE…]`.

Each rule is one small function from a parsed file to the lines that break it, and says what to do instead.
A line that has a good reason to differ ends in a comment that names the rule and the reason:
`# house: direct-write (the primitive itself)`. `--mend` puts in the no-break spaces that are missing: hardly
any keyboard has them.
"""

from __future__ import annotations

import ast
import io
import re
import subprocess
import sys
import tokenize
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
NO_BREAK = "\N{NO-BREAK SPACE}"
# What is not ours to write: the licence's text, the lock file.
FOREIGN = frozenset({"LICENSE", "uv.lock"})


@dataclass(frozen=True)
class SourceFile:
    """A text file of the repository: its path from the root, with forward slashes, and its text."""

    path: str
    text: str

    def under(self, *folders: str) -> bool:
        """Whether the file lies in one of these folders."""
        return any(PurePosixPath(self.path).is_relative_to(folder) for folder in folders)

    @property
    def is_python(self) -> bool:
        """Whether this is Python source."""
        return self.path.endswith(".py")

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of the syntax tree."""
        return tuple(ast.walk(ast.parse(self.text))) if self.is_python else ()

    @cached_property
    def documentation(self) -> frozenset[ast.Constant]:
        """The strings that stand alone, docstrings above all: nobody but a developer reads them."""
        return frozenset(
            node.value
            for node in self.nodes
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        )

    @cached_property
    def strings(self) -> tuple[ast.Constant, ...]:
        """The string constants the program works with, pieces of f-strings included."""
        return tuple(
            node
            for node in self.nodes
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and node not in self.documentation
        )

    @cached_property
    def messages(self) -> frozenset[ast.expr]:
        """The sentences that are declared for translation."""
        return frozenset(
            argument
            for call in calls(self)
            if callee(call) in MESSAGE_FUNCTIONS
            for argument in message_arguments(call)
        )

    @property
    def prose(self) -> Iterator[ast.Constant]:
        """The strings that may hold French; in the storage's code that is its messages, the rest is SQL."""
        return (node for node in self.strings if node in self.messages or not self.under("core/storage"))


Rule = Callable[[SourceFile], Iterator[tuple[int, str]]]


def escaped_markup(file: SourceFile) -> Iterator[tuple[int, str]]:
    """A reportlab paragraph reads markup: a name like `A & B <b>` put in raw breaks or changes the page."""
    if not file.under("core"):
        return
    for call in calls(file):
        if callee(call) == "Paragraph" and call.args and not isinstance(call.args[0], ast.Name | ast.Call):
            yield call.lineno, "give Paragraph escaped text made by a function or held in a variable"


def direct_write(file: SourceFile) -> Iterator[tuple[int, str]]:
    """A file is written completely or not at all, so only the storage primitives open one for writing."""
    if not file.under("core", "gui"):
        return
    for call in calls(file):
        if callee(call) in {"write_text", "write_bytes"} or (
            callee(call) == "open" and opens_for_writing(call)
        ):
            yield call.lineno, "write through the primitive that puts the finished file in place in one step"


def hidden_clock(file: SourceFile) -> Iterator[tuple[int, str]]:
    """Law, interview and documents are functions of the dossier and of a given day: same input, same page."""
    if not file.under("core/dossier", "core/law", "core/interview", "core/documents"):
        return
    for call in calls(file):
        if callee(call) in {"today", "now", "utcnow"}:
            yield call.lineno, "take the day as a parameter"


def constant_message(file: SourceFile) -> Iterator[tuple[int, str]]:
    """A message that is put together at run time is in no catalogue and stays French for everybody."""
    if file.path == "core/i18n.py":
        return
    for call in calls(file):
        if callee(call) in MESSAGE_FUNCTIONS and not all(
            isinstance(argument, ast.Constant) for argument in message_arguments(call)
        ):
            yield call.lineno, f"write the sentence itself inside {callee(call)}(), with named placeholders"


def french_typography(file: SourceFile) -> Iterator[tuple[int, str]]:
    """French text has ’ and …, and a no-break space inside « » and before : ; ? !."""
    if not file.under("core", "gui"):
        return
    for node in file.prose:
        text = str(node.value)
        faults = list(misplaced_typography(text))
        if node in file.messages:
            faults += straight_typography(text)
        for fault in faults:
            yield node.lineno, fault


def misplaced_typography(text: str) -> Iterator[str]:
    """What is wrong in any text, French or not."""
    if re.search(f"«(?!{NO_BREAK})|(?<!{NO_BREAK})»", text) and len(text) > 1:
        yield "put a no-break space (U+00A0) inside « »"
    if re.search(r"\S [:;?!](\s|$)", text):
        yield "put a no-break space (U+00A0) before : ; ? !"
    if re.search(r"\b([ldnsjmtc]|qu)'[a-zàâéèêëîïôœûù]{2}", text, flags=re.IGNORECASE):
        yield "write the apostrophe ’ (U+2019) in French words"


def straight_typography(text: str) -> Iterator[str]:
    """What is wrong in French text only."""
    if "'" in text:
        yield "write the apostrophe ’ (U+2019) in a message"
    if "..." in text:
        yield "write … (U+2026) in a message"
    if '"' in text:
        yield "write « » in a message"
    if re.search(r"\w[;?!](\s|$)|[^\W\d]:(\s|$)", text):
        yield "put a no-break space (U+00A0) before : ; ? !"


def invisible_characters(file: SourceFile) -> Iterator[tuple[int, str]]:
    """A direction mark or a control character makes a source read otherwise than it runs."""
    # Translations need direction marks now and then; their own checks look at them.
    if file.under("translations"):
        return
    for number, line in enumerate(file.text.split("\n"), start=1):
        for character in sorted(set(INVISIBLE.findall(line))):
            yield number, f"write U+{ord(character):04X} as an escape: it is invisible here"


def machine_path(file: SourceFile) -> Iterator[tuple[int, str]]:
    """A path of somebody's machine works on no other."""
    for number, line in enumerate(file.text.split("\n"), start=1):
        if MACHINE_PATH.search(line):
            yield number, "name no folder of one machine: start from the file's own place, or from tmp_path"


RULES: dict[str, Rule] = {
    "escaped-markup": escaped_markup,
    "direct-write": direct_write,
    "hidden-clock": hidden_clock,
    "constant-message": constant_message,
    "french-typography": french_typography,
    "invisible-characters": invisible_characters,
    "machine-path": machine_path,
}

# How many first arguments of each function are sentences.
MESSAGE_FUNCTIONS = {"_": slice(0, 1), "pgettext": slice(0, 2), "ngettext": slice(0, 2)}
# Zero-width and direction characters, and controls other than tab and newline.
INVISIBLE = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\xad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff]"
)
MACHINE_PATH = re.compile(
    r"(?<![\w.])/(?:work|tmp|root|home/\w+|Users/\w+)/\w|[A-Z]:\\+Users\\", flags=re.ASCII
)
# A plain space where French wants a no-break space, in a string constant's source.
PLAIN_SPACE = re.compile("(?<=«) | (?=»)|(?<=[^ \"']) (?=[:;?!](?:[ \"')]|\\\\n|$))", flags=re.MULTILINE)
EXEMPTION = re.compile(r"# house: (?P<rule>[\w-]+) \(.+\)")


def calls(file: SourceFile) -> Iterator[ast.Call]:
    """Every call in the file."""
    return (node for node in file.nodes if isinstance(node, ast.Call))


def callee(call: ast.Call) -> str:
    """The last name of what is called: `open` for `path.open()`, or nothing where it has no name."""
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def message_arguments(call: ast.Call) -> list[ast.expr]:
    """The arguments of a message function that are sentences."""
    return call.args[MESSAGE_FUNCTIONS[callee(call)]]


def opens_for_writing(call: ast.Call) -> bool:
    """Whether a call of `open` names a mode that writes."""
    position = 0 if isinstance(call.func, ast.Attribute) else 1
    modes = [
        *call.args[position : position + 1],
        *(word.value for word in call.keywords if word.arg == "mode"),
    ]
    return any(
        isinstance(mode, ast.Constant) and isinstance(mode.value, str) and set(mode.value) & set("wax+")
        for mode in modes
    )


def mended(file: SourceFile) -> SourceFile:
    """The file with no-break spaces where French in its string constants has plain ones."""
    prose = {line for node in file.prose for line in range(node.lineno, (node.end_lineno or 0) + 1)}
    told = {line for node in file.documentation for line in range(node.lineno, (node.end_lineno or 0) + 1)}
    lines = file.text.splitlines(keepends=True)
    for token in tokenize.generate_tokens(io.StringIO(file.text).readline):
        if tokenize.tok_name[token.type] not in {"STRING", "FSTRING_MIDDLE"}:
            continue
        if token.start[0] not in prose - told:
            continue
        if EXEMPTION.search(token.line):
            continue
        for number in range(token.start[0], token.end[0] + 1):
            start = token.start[1] if number == token.start[0] else 0
            end = token.end[1] if number == token.end[0] else len(lines[number - 1])
            for space in PLAIN_SPACE.finditer(lines[number - 1], start, end):
                # One character for one: the positions of what follows stay right.
                line = lines[number - 1]
                lines[number - 1] = line[: space.start()] + NO_BREAK + line[space.end() :]
    return SourceFile(file.path, "".join(lines))


def violations(file: SourceFile) -> Iterator[str]:
    """Every broken rule of a file as `path:line: rule: what to do`, but the lines that give their reason."""
    lines = file.text.split("\n")
    found = sorted((number, name, advice) for name, rule in RULES.items() for number, advice in rule(file))
    for number, name, advice in found:
        exemption = EXEMPTION.search(lines[number - 1])
        if exemption is None or exemption["rule"] != name:
            yield f"{file.path}:{number}: {name}: {advice}"


def repository_files(names: Sequence[str] = ()) -> Iterator[SourceFile]:
    """The text files of the repository, or those named: what git follows, or would if they were added."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *names],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    for path in sorted(set(listing.stdout.split("\0")) - FOREIGN - {""}):
        try:
            yield SourceFile(path, (ROOT / path).read_text(encoding="utf-8"))
        except (UnicodeDecodeError, FileNotFoundError):
            # A picture or a font; or a file that was deleted and not yet committed.
            continue


def mend(files: Iterable[SourceFile]) -> Iterator[SourceFile]:
    """Write the no-break spaces into the sources of `core` and `gui`; returns the files as they then are."""
    for file in files:
        result = mended(file) if file.is_python and file.under("core", "gui") else file
        if result != file:
            (ROOT / file.path).write_text(result.text, encoding="utf-8", newline="\n")
        yield result


def main(files: Iterable[SourceFile]) -> int:
    """Print every violation; returns 1 where there is one."""
    found = [line for file in files for line in violations(file)]
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    chosen = repository_files([name for name in sys.argv[1:] if name != "--mend"])
    sys.exit(main(mend(chosen) if "--mend" in sys.argv else chosen))
