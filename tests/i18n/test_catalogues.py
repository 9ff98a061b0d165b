"""The translators' tools: everything is extracted, merged without loss, and each fault is found."""

from __future__ import annotations

import ast
import json

import babel.messages.catalog
import pytest
from babel.messages.catalog import Catalog

from core import languages
from core.i18n import Message, placeholders, render
from core.languages import Language, find
from tests.catalogues import check, extract, merge, pseudo
from tests.catalogues.__main__ import main
from tests.house_rules import repository_files

HEAD = "#: core/x.py\n"


@pytest.fixture(scope="module")
def template() -> Catalog:
    return extract.template()


def known(code: str) -> Language:
    language = find(code)
    assert language is not None
    return language


def small(*entries: str) -> Catalog:
    """A template with these entries."""
    return extract.loads(extract.header(None) + "\n".join(HEAD + entry for entry in entries))


def po(code: str, *entries: str, reviewed: tuple[str, str] = ("", "")) -> str:
    return extract.header(known(code), *reviewed) + "\n".join(HEAD + entry for entry in entries)


# --- extraction -----------------------------------------------------------------------------------------


def test_every_declared_sentence_is_in_the_template(template):
    """Babel's reading of the sources against Python's own."""
    found = set[str]()
    for message in extract.sentences(template):
        found |= {message.id} if isinstance(message.id, str) else set(message.id)
        found |= {message.context} if message.context else set()
    declared = {
        node.value
        for file in repository_files(["core", "gui"])
        for node in file.messages
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert declared
    assert sorted(declared - found) == []


def test_the_words_of_the_tables_are_in_the_template(template):
    from core.reference import translatable_texts

    found = {message.id for message in extract.sentences(template)}
    assert [text for text, _where in translatable_texts() if text not in found] == []


@pytest.mark.parametrize(
    ("file", "legal"),
    [
        ("core/law/wording.py", True), ("core/law/sources/ceseda.py", True), ("core/documents/note.py", True),
        ("core/documents/note_words.py", True), ("core/interview/pages/start.py", False),
        ("gui/law.py", False),
    ],
)  # fmt: skip
def test_what_is_legal(file, legal):
    assert extract.is_legal(file) is legal


def test_legal_sentences_are_marked(template):
    marked = [m for m in extract.sentences(template) if extract.LEGAL in m.auto_comments]
    files = {file for message in marked for file, _line in message.locations}
    assert any(file.startswith("core/law/") for file in files)
    assert "core/documents/note.py" in files


def test_the_template_holds_no_clock_no_line_and_no_machine(template):
    text = extract.dump(template, extract.header(None))
    assert text == extract.dump(extract.template(), extract.header(None))
    assert "Date" not in text.partition("\n\n")[0]
    places = [line for line in text.split("\n") if line.startswith("#: ")]
    assert places
    for place in places:
        assert all(name.startswith(("core/", "gui/", "resources/")) for name in place[3:].split())
        assert ":" not in place[3:]


def test_a_catalogue_survives_being_written_and_read(template):
    text = extract.dump(template, extract.header(None))
    assert check.inventory(extract.loads(text)) == check.inventory(template)
    assert extract.dump(extract.loads(text), extract.header(None)) == text


def test_french_sentences_are_sound(template):
    """The source obeys the rules that the translations obey."""
    french = known("fr")
    faults = [
        f"{extract.key(message)[1]}: {fault}"
        for message in extract.sentences(pseudo.catalogue(known("qps"), template))
        for rule in check.RULES
        for fault in rule(french, message)
    ]
    assert faults == []


# --- merging --------------------------------------------------------------------------------------------

YES, NO = 'msgid "Oui"\nmsgstr "نعم"\n', 'msgid "Non, pas encore"\nmsgstr "ليس بعد"\n'
REVIEWED = ("Samira B.", "2026-11-23")


def empty(entry: str) -> str:
    return entry.partition("msgstr")[0] + 'msgstr ""\n'


def test_merging_the_same_changes_nothing():
    before = po("ar", YES, NO, reviewed=REVIEWED)
    once = merge.merged(before, small(empty(YES), empty(NO)), known("ar"))
    assert merge.merged(once, small(empty(YES), empty(NO)), known("ar")) == once
    assert "نعم" in once
    assert extract.review_of(once) == REVIEWED


def test_a_new_sentence_ends_the_review():
    merged = merge.merged(po("ar", YES, reviewed=REVIEWED), small(empty(YES), empty(NO)), known("ar"))
    assert extract.review_of(merged) == ("", "")
    assert "نعم" in merged


def test_a_sentence_that_is_gone_leaves_nothing():
    merged = merge.merged(po("ar", YES, NO, reviewed=REVIEWED), small(empty(YES)), known("ar"))
    assert "ليس بعد" not in merged
    assert extract.review_of(merged) == REVIEWED


def test_a_reworded_sentence_is_not_used_until_somebody_looked():
    reworded = 'msgid "Non, pas encore."\nmsgstr ""\n'
    merged = extract.loads(merge.merged(po("ar", NO), small(reworded), known("ar")))
    (message,) = extract.sentences(merged)
    assert message.fuzzy
    assert not extract.is_translated(message)


def test_translations_travel_as_json():
    plural = 'msgid "{number} jour"\nmsgid_plural "{number} jours"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    before = merge.merged(po("tr"), small(empty(YES), plural), known("tr"))
    rows = json.loads(merge.exported(extract.loads(before)))
    assert [row["translation"] for row in rows] == ["", ["", ""]]
    rows[0]["translation"], rows[1]["translation"] = "Evet", ["{number} gün", "{number} gün"]
    after = merge.imported(before, rows, known("tr"))
    assert 'msgstr "Evet"' in after
    assert 'msgstr[1] "{number} gün"' in after
    assert json.loads(merge.exported(extract.loads(after))) == []


def test_a_changed_translation_ends_the_review():
    before = po("ar", YES, reviewed=REVIEWED)
    row = {"context": None, "msgid": "Oui", "translation": "نعم"}
    assert extract.review_of(merge.imported(before, [row], known("ar"))) == REVIEWED
    row["translation"] = "أجل"
    assert extract.review_of(merge.imported(before, [row], known("ar"))) == ("", "")


def test_a_sentence_that_the_catalogue_lacks_is_refused():
    with pytest.raises(KeyError):
        merge.imported(po("ar", YES), [{"msgid": "Peut-être", "translation": "ربما"}], known("ar"))


# --- checking -------------------------------------------------------------------------------------------


def found(code: str, entry: str, legal: bool = False) -> list[str]:
    """The faults of a catalogue that holds this one entry."""
    mark = "#. legal\n" if legal else ""
    catalog = extract.loads(po(code, mark + entry))
    for message in extract.sentences(catalog):
        message.string = ""
    source = extract.loads(extract.dump(catalog, extract.header(None)))
    return list(check.faults(known(code), po(code, mark + entry), source))


def one(msgid: str, msgstr: str) -> str:
    # po knows few escapes: a control character stands as it is.
    first, second = (text.replace("\n", "\\n") for text in (msgid, msgstr))
    return f'msgid "{first}"\nmsgstr "{second}"\n'


@pytest.mark.parametrize(
    ("code", "entry", "fault"),
    [
        ("en", one("Le {day}.", "On {date}."), "names in braces"),
        ("en", one("Le {day}.", "On the day."), "names in braces"),
        ("en", one("Le {day}.", "On {day!r}."), "names in braces"),
        ("en", one("Le {day}.", "On {day."), "names in braces"),
        ("ar", one("Oui", "نعم\u202e"), "old direction control"),
        ("ar", one("Oui", "\u2068نعم"), "isolate is not closed"),
        ("ar", one("Oui", "نعم\u2069\u2068"), "isolate is not closed"),
        ("en", one("Oui", "Yes\u200f"), "needs no direction control"),
        ("en", one("<b>Oui</b>", "Yes"), "tags"),
        ("en", one("Oui", "<i>Yes"), "tags"),
        ("en", one("Oui\nNon", "Yes No"), "line breaks"),
        ("en", one("Oui", "Yes & no"), "&"),
        ("ar", one("Essai", "محاولة ٣"), "digits 0-9"),
        ("fa_AF", one("Essai", "۳ بار"), "digits 0-9"),
        ("bn", one("Essai", "৩"), "digits 0-9"),
        ("en", one("Oui", "Yes\x07"), "no character"),
        ("en", one("Oui", "Yes \ufffd"), "no character"),
        ("en", one("Oui", "Yes ??"), "doubt"),
        (
            "en",
            one("Gardez 50 € et l’article L. 521-3.", "Keep 60 € and article L. 521-3."),
            "the French has 50",
        ),
        ("en", one("Deux fois 15 et 15", "Twice 15"), "the French has 15"),
    ],
)
def test_each_fault_is_found(code, entry, fault):
    faults = found(code, entry)
    assert len(faults) == 1, faults
    assert fault in faults[0]


@pytest.mark.parametrize(
    ("code", "entry"),
    [
        ("ar", one("Votre récépissé finit le {day}.", "ينتهي \u2068récépissé\u2069 في {day}.")),
        ("en", one("Vous avez 15 jours.", "You have 15 days.")),
        ("fa_AF", one("Il faut attendre.", "باید منتظر بمانید، می\u200cشود.")),
        ("zh_Hans", one("Le 3 novembre 2026", "2026年11月3日")),
    ],
)
def test_a_sound_entry_has_no_fault(code, entry):
    assert found(code, entry) == []


@pytest.mark.parametrize(
    ("code", "forms", "fault"),
    [
        ("ru", ["{number} день", "{number} дня"], "2 plural forms instead of 3"),
        ("ru", ["{number} день", "", "{number} дней"], "empty"),
        ("zh_Hans", ["{number} 天", "{number} 天"], "2 plural forms instead of 1"),
        ("ru", ["один день", "{number} дня", "{number} дней"], None),
        ("ru", ["один день", "{count} дня", "{number} дней"], "names in braces"),
    ],
)
def test_plural_forms(code, forms, fault):
    message = babel.messages.catalog.Message(("{number} jour", "{number} jours"), tuple(forms))
    faults = [text for rule in check.RULES for text in rule(known(code), message)]
    assert (fault is None and not faults) or (fault is not None and any(fault in one for one in faults))


def test_a_legal_sentence_may_not_be_missing_where_a_language_is_offered():
    missing = "#. legal\n" + one("Le juge décide.", "")
    others = [one(f"Phrase {letter}", "x") for letter in "abcdefghij"]
    source = small(missing, *others)
    assert any(
        "legal sentence" in fault for fault in check.faults(known("en"), po("en", missing, *others), source)
    )
    untouched = po("en", missing, *(one(f"Phrase {letter}", "") for letter in "abcdefghij"))
    assert list(check.faults(known("en"), untouched, source)) == []


def test_a_guess_of_the_merge_is_no_translation():
    entry = "#. legal\n#, fuzzy\n" + one("Le juge décide.", "The judge decided.")
    others = [one(f"Phrase {letter}", "x") for letter in "abcdefghij"]
    source = small("#. legal\n" + one("Le juge décide.", ""), *others)
    faults = list(check.faults(known("en"), po("en", entry, *others), source))
    assert any("legal sentence" in fault for fault in faults)


def test_a_language_half_translated_is_kept_and_not_offered(tmp_path):
    entries = [one(f"Phrase {letter}", "") for letter in "abcdefghij"]
    begun = [one("Phrase a", "Sentence a"), *entries[1:]]
    whole = [one(f"Phrase {letter}", f"Sentence {letter}") for letter in "abcdefghij"]
    assert list(check.faults(known("en"), po("en", *begun), small(*entries))) == []
    for language in languages.TRANSLATED:
        path = extract.source_of(language, tmp_path)
        path.parent.mkdir(parents=True)
        path.write_text(po(language.code, *(whole if language.code == "en" else begun)), encoding="utf-8")
        path.with_suffix(".mo").write_bytes(b"from an earlier day")
    check.compile_ready(tmp_path)
    assert [path.parts[-3] for path in tmp_path.rglob("*.mo")] == ["en"]


def test_a_catalogue_without_the_sentences_of_the_program_is_stale():
    faults = list(check.faults(known("en"), po("en", one("Oui", "")), small(one("Non", ""))))
    assert faults == ["does not have the sentences of the program: run update"]


def test_a_catalogue_with_another_header_is_found():
    text = po("en", one("Oui", "")).replace("nplurals=2", "nplurals=3")
    assert "header" in next(check.faults(known("en"), text, small(one("Oui", ""))))


def test_a_catalogue_that_cannot_be_read_is_found():
    text = po("en", 'msgid "Oui"\noui, bien\n')
    assert "cannot be read" in next(check.faults(known("en"), text, small(one("Oui", ""))))


def test_missing_catalogues_are_found(tmp_path):
    faults = list(check.all_faults(tmp_path))
    assert len(faults) == 1 + len(languages.TRANSLATED)
    assert "run python -m tests.catalogues update" in faults[0]


def test_update_makes_what_check_accepts(tmp_path):
    merge.update(tmp_path)
    assert list(check.all_faults(tmp_path)) == []
    assert len(list(check.summary(tmp_path))) == len(languages.TRANSLATED)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.po*")}
    merge.update(tmp_path)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.po*")} == before


# --- the pseudo-languages -------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["qps", "qpr"])
def test_every_sentence_speaks_the_pseudo_language(template, pseudo_languages, code):
    for message in extract.sentences(template):
        singular, plural = check.sources(message)
        values = dict.fromkeys(placeholders(singular) | (placeholders(plural) if plural else set()), "x")
        for number in (1, 2):
            declared = Message(singular, plural, number, message.context, {**values, "number": number})
            shown = render(declared, code)
            assert shown.startswith("["), shown
            assert shown.endswith("]")


def test_the_command_compiles_both(tmp_path):
    assert main(["pseudo", str(tmp_path)]) == 0
    assert sorted(path.parts[-3] for path in tmp_path.rglob("*.mo")) == ["qpr", "qps"]


def test_pseudo_sentences_are_forty_per_cent_longer(template):
    plain = sum(len(extract.key(message)[1]) for message in extract.sentences(template))
    longer = sum(len(pseudo.pseudo(extract.key(message)[1])) for message in extract.sentences(template))
    assert longer >= 1.4 * plain


def test_pseudo_keeps_names_and_tags():
    assert pseudo.pseudo("Le {day} à <b>Lyon</b>.").startswith("[Ļ") is False
    assert "{day}" in pseudo.pseudo("Le {day} à <b>Lyon</b>.")
    assert "<b>" in pseudo.pseudo("Le {day} à <b>Lyon</b>.")
