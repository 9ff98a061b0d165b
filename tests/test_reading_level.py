"""The measures of reading level: known texts, and every kind of our French within its targets."""

from __future__ import annotations

import pytest

from tests import reading_level
from tests.reading_level import level, sentences_of, syllables, words_of


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("je", 1), ("titre", 1), ("date", 1), ("demandes", 2), ("préfecture", 3), ("renouvellement", 4),
        ("requête", 2), ("attestation", 4), ("œuvre", 1), ("longue", 1), ("rendez-vous", 3), ("93", 1),
    ],
)  # fmt: skip
def test_syllables(word, count):
    assert syllables(word) == count


def test_sentences_and_words():
    text = "Le juge lit l’article L. 521-3. Il décide : oui ou non ?"
    assert list(map(str.strip, sentences_of(text))) == [
        "Le juge lit l’article L 521-3",
        "Il décide",
        "oui ou non",
    ]
    assert words_of("« Oui », l’ordonnance – n° 3 !") == ["Oui", "l’ordonnance", "n°", "3"]


def test_a_known_text():
    # 2 sentences, 10 words, 15 syllables, 2 long words that are no terms: « lettre » has six letters.
    found = level(["Vous lisez cette longue lettre demain. Ensuite vous appelez vite."])
    assert (found.words, found.asl) == (10, 5.0)
    assert found.lix == pytest.approx(5 + 100 * 2 / 10)
    assert found.km == pytest.approx(207 - 1.015 * 5 - 73.6 * 1.5)


def test_terms_that_we_keep_are_not_long_words():
    assert level(["Le récépissé de la préfecture arrive."]).lix == pytest.approx(6)


def test_labels_alone_measure_nothing():
    assert level(["Votre nom", ""]).words == 0


def test_harder_texts_measure_harder():
    easy = level(["Vous signez la lettre. Vous gardez une copie pour vous."])
    hard = level(["Considérant la circonstance susmentionnée, l’administration régularisera ultérieurement."])
    assert easy.km > hard.km
    assert easy.lix < hard.lix


def test_every_kind_of_text_is_within_its_target():
    kinds = [row for row in reading_level.table() if not row[0].startswith("page ")]
    assert len(kinds) == 7
    assert [name for name, target, found in kinds if not found.reaches(target)] == []
    assert all(found.words > 100 for _name, _target, found in kinds)


def test_the_command_prints_the_table(capsys):
    assert reading_level.main() == 0
    printed = capsys.readouterr().out
    assert "note and sheets" in printed
    assert "page " in printed
