"""The house rules find what they are for, and leave the rest alone."""

from __future__ import annotations

import pytest

from tests.house_rules import (
    RULES,
    SourceFile,
    main,
    mended,
    misplaced_typography,
    straight_typography,
    violations,
)

NBSP = "\N{NO-BREAK SPACE}"
APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"

# rule, path, text that breaks it
BROKEN = [
    ("escaped-markup", "core/documents/a.py", 'Paragraph(f"<b>{name}</b>", style)'),
    ("escaped-markup", "core/documents/a.py", 'platypus.Paragraph("<b>" + name, style)'),
    ("direct-write", "core/cli.py", 'open(path, "w")'),
    ("direct-write", "gui/a.py", 'path.open(mode="xb")'),
    ("direct-write", "gui/a.py", 'path.open("r+")'),
    ("direct-write", "core/cli.py", "path.write_text(text)"),
    ("direct-write", "core/documents/a.py", "path.write_bytes(data)"),
    ("hidden-clock", "core/law/a.py", "date.today()"),
    ("hidden-clock", "core/documents/a.py", "datetime.datetime.now(tz)"),
    ("constant-message", "core/law/a.py", "_(sentence)"),
    ("constant-message", "core/law/a.py", '_("a" + b)'),
    ("constant-message", "gui/a.py", 'ngettext("un jour", jours, 2)'),
    ("constant-message", "gui/a.py", 'pgettext(context, "mai")'),
    ("french-typography", "core/law/a.py", '_("Quand ?")'),
    ("french-typography", "core/law/a.py", '_("Quand?")'),
    ("french-typography", "core/law/a.py", '_("Date: {date}")'),
    ("french-typography", "core/law/a.py", '_("aujourd\'hui")'),
    ("french-typography", "core/law/a.py", '_("Patientez...")'),
    ("french-typography", "core/law/a.py", "_('le \"visa\"')"),
    ("french-typography", "core/law/a.py", '_("« {path} »")'),
    ("french-typography", "core/documents/a.py", 'TEXT = "Considérant ce qui suit :"'),
    ("french-typography", "core/documents/a.py", 'TEXT = "Il résulte de l\'instruction que"'),
    ("french-typography", "core/documents/a.py", 'TEXT = "le message «Erreur»"'),
    ("french-typography", "core/documents/a.py", 'f"Le message « {text} » a été lu."'),
    ("invisible-characters", "core/a.py", 'x = "\u202e"'),
    ("invisible-characters", "README.md", "a\u200bb"),
    ("invisible-characters", "README.md", "a\x00"),
    ("machine-path", "core/a.py", 'Path("/wo' + 'rk/main")'),
    ("machine-path", "README.md", "see /ho" + "me/anna/file"),
    ("machine-path", "README.md", r"see C:\Use" + r"rs\anna"),
    ("machine-path", ".ci/run", "rm -r /tm" + "p/x"),
]

SOUND = [
    ("core/documents/a.py", "Paragraph(markup(block), style)"),
    ("core/documents/a.py", "Paragraph(text, style)"),
    ("gui/a.py", 'Paragraph("a label of the window")'),
    ("core/documents/a.py", 'path.open("rb")'),
    ("core/documents/a.py", "path.open()"),
    ("tests/a.py", 'path.write_text("x")'),
    ("core/cli.py", "day = date.today()"),
    ("core/law/a.py", "def today(day): ..."),
    ("core/law/a.py", '_("Le {date}", date=computed)'),
    ("core/law/a.py", 'ngettext("{number} jour", "{number} jours", count)'),
    ("core/law/a.py", f'_("Quand{NBSP}?")'),
    ("core/law/a.py", f'_("Lisez{NBSP}: «{NBSP}{{text}}{NBSP}»{NBSP}; à 12:30, https://x.fr/?q=1 et plus")'),
    ("core/law/a.py", f'_("J{APOSTROPHE}ai reçu…")'),
    ("core/a.py", '"""A docstring: isn\'t French ; it\'s « free »."""'),
    ("core/a.py", 'raise ValueError("a date isn\'t a day: {day}")'),
    ("core/a.py", 'OPENING = "«"'),
    ("core/a.py", r'x = "\u202e"'),
    ("translations/ar/LC_MESSAGES/messages.po", "\u200f"),
    ("core/a.py", '"https://example.org/tmp" + "/work-permit" + "./tmp/x"'),
    ("core/a.py", 'mode = open(path, mode="r", encoding="utf-8")'),
]  # fmt: skip


def test_every_rule_has_a_case():
    assert {rule for rule, _path, _text in BROKEN} == set(RULES)


@pytest.mark.parametrize(("rule", "path", "text"), BROKEN)
def test_what_breaks_a_rule_is_found_with_its_line(rule, path, text):
    found = list(violations(SourceFile(path, "\n" + text + "\n")))
    assert found
    assert all(line.startswith(f"{path}:2: {rule}: ") for line in found)


@pytest.mark.parametrize(("path", "text"), SOUND)
def test_what_is_sound_is_left_alone(path, text):
    assert list(violations(SourceFile(path, text + "\n"))) == []


@pytest.mark.parametrize(
    ("comment", "excused"),
    [
        ("# house: direct-write (the primitive itself)", True),
        ("# house: direct-write", False),
        ("# house: direct-write ()", False),
        ("# house: hidden-clock (another rule)", False),
    ],
)
def test_only_a_reason_excuses_a_line_and_only_from_the_rule_it_names(comment, excused):
    file = SourceFile("core/storage/atomic.py", f'stream = path.open("xb")  {comment}\n')
    assert (list(violations(file)) == []) is excused


def test_the_exit_code_says_whether_something_was_found(capsys):
    assert main([SourceFile("core/a.py", "x = 1\n")]) == 0
    assert main([SourceFile("core/law/a.py", "date.today()\n"), SourceFile("a.md", "fine\n")]) == 1
    assert capsys.readouterr().out == "core/law/a.py:1: hidden-clock: take the day as a parameter\n"


def test_typography_of_any_text_and_of_french_text_differ():
    english = 'it\'s written: "so"'
    assert list(misplaced_typography(english)) == []
    assert len(list(straight_typography(english))) == 3


@pytest.mark.parametrize(
    ("source", "result"),
    [
        ('_("Quand ?")', '_("Quand~?")'),
        ('_("Le message « {text} » : lisez")', '_("Le message «~{text}~»~: lisez")'),
        ("f'le {day} ; fin !'", "f'le {day}~; fin~!'"),
        ('_("a : b"), _("c ?"), "d"', '_("a~: b"), _("c~?"), "d"'),
        ('"""Doc : « x » ?"""\nA = """un :\ndeux ?\n"""', '"""Doc : « x » ?"""\nA = """un~:\ndeux~?\n"""'),
        ('x = "a : b"  # house: french-typography (why)', 'x = "a : b"  # house: french-typography (why)'),
        ("# Pourquoi ?\nx = {1 : 2}", "# Pourquoi ?\nx = {1 : 2}"),
        ('x = " ? "', 'x = " ? "'),
        ('x = f"{y :>3} à 12 h : {z}"', 'x = f"{y :>3} à 12 h~: {z}"'),
    ],
)
def test_mending_puts_no_break_spaces_into_strings_only(source, result):
    file = SourceFile("core/law/a.py", source)
    assert mended(file).text == result.replace("~", NBSP)
    assert mended(mended(file)) == mended(file)


def test_sql_is_not_french():
    file = SourceFile(
        "core/storage/a.py", 'db.execute("DELETE FROM t WHERE id = ? AND n > ?")\n_("Quand ?")\n'
    )
    assert mended(file).text == file.text.replace("Quand ?", f"Quand{NBSP}?")
    assert [line.split(":")[1] for line in violations(file)] == ["2"]
