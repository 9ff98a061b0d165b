"""Which answer a key means."""

from __future__ import annotations

import pytest

from gui.wizard.editors.answer_keys import answers_to, key_signs

YES_NO = (("Oui", "نعم"), ("Non", "لا"), ("Je ne sais pas", "لا أعرف"))
CHANNELS = (("Le site ANEF", ""), ("Le courrier", ""), ("L’e-mail", ""), ("Écrire", ""), ("Guichet", ""))


@pytest.mark.parametrize(
    ("key", "words", "unknown", "meant"),
    [
        ("o", YES_NO, 2, (0,)),
        ("O", YES_NO, 2, (0,)),
        ("n", YES_NO, 2, (1,)),
        ("?", YES_NO, 2, (2,)),
        ("?", YES_NO[:2], None, ()),
        ("1", YES_NO, 2, (0,)),
        ("3", YES_NO, 2, (2,)),
        ("4", YES_NO, 2, ()),
        ("0", YES_NO, 2, ()),
        # A French keyboard without Shift.
        ("&", CHANNELS, None, (0,)),
        ("é", CHANNELS, None, (1,)),
        ("(", CHANNELS, None, (4,)),
        ("ç", CHANNELS, None, ()),
        ("l", CHANNELS, None, (0, 1, 2)),
        ("e", CHANNELS, None, (3,)),
        ("g", CHANNELS, None, (4,)),
        ("z", CHANNELS, None, ()),
        # The second language counts too.
        ("ن", YES_NO, 2, (0,)),
        ("", YES_NO, 2, ()),
        (" ", YES_NO, 2, ()),
        ("\t", YES_NO, 2, ()),
        ("\r", YES_NO, 2, ()),
        ("on", YES_NO, 2, ()),
    ],
)
def test_keys_mean_answers(
    key: str, words: tuple[tuple[str, str], ...], unknown: int | None, meant: tuple[int, ...]
) -> None:
    assert answers_to(key, words, unknown) == meant


@pytest.mark.parametrize(
    ("count", "unknown", "letters", "signs"),
    [
        (3, 2, ("o", "n"), ("o", "n", "?")),
        (2, None, ("o", "n"), ("o", "n")),
        (3, None, (), ("1", "2", "3")),
        (3, 2, (), ("1", "2", "?")),
        (11, 10, (), ("1", "2", "3", "4", "5", "6", "7", "8", "9", "", "?")),
    ],
)
def test_the_sign_of_a_card_shows_its_key(
    count: int, unknown: int | None, letters: tuple[str, ...], signs: tuple[str, ...]
) -> None:
    assert key_signs(count, unknown, letters) == signs
