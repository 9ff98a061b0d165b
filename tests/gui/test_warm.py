"""What is loaded beside the window is what the pages use."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_first_use_is_no_longer_the_first() -> None:
    """In a process of its own, where nothing else has loaded it."""
    script = (
        "import sys; from core.interview import choices; from core.dossier.model import Dossier\n"
        "assert 'babel' not in sys.modules\n"
        "from gui import warm; warm.load()\n"
        "assert 'babel' in sys.modules and 'holidays' not in sys.modules\n"
        "before = choices._countries.cache_info().misses\n"
        "choices.country_options(Dossier())\n"
        "assert choices._countries.cache_info().misses == before\n"
    )
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)
