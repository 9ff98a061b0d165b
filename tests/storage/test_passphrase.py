from __future__ import annotations

import math
from collections import Counter
from datetime import date

from core.i18n import render
from core.storage import passphrase
from core.storage.key import clean_passphrase


def test_the_list_is_easy_to_type_and_to_tell_apart():
    words = passphrase.words()
    assert all(word.isascii() and word.isalpha() and word.islower() and 4 <= len(word) <= 9 for word in words)
    assert len(set(words)) == len(words)
    known = set(words)
    assert not [word for word in words if any(word + letter in known for letter in "ers")]


def test_four_words_are_strong_enough():
    assert passphrase.WORDS * math.log2(len(passphrase.words())) >= 44


def test_proposals_come_from_the_whole_list_and_differ():
    drawn = [passphrase.propose() for _draw in range(2000)]
    assert len(set(drawn)) == 2000
    assert all(clean_passphrase(proposal) == proposal and len(proposal.split()) == 4 for proposal in drawn)
    counts = Counter(word for proposal in drawn for word in proposal.split())
    assert set(counts) <= set(passphrase.words())
    # 8,000 draws from 2,675 words: about three each, and 5 % never.
    assert len(counts) > 0.9 * len(passphrase.words())
    assert max(counts.values()) < 20


def test_the_recovery_sheet_holds_what_is_needed():
    lines = [render(line) for line in passphrase.recovery_sheet("x.dossier", "a b c d", date(2026, 11, 3))]
    assert any("a b c d" in line for line in lines)
    assert any("x.dossier" in line for line in lines)
    assert any("3 novembre 2026" in line for line in lines)
