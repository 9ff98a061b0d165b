"""The reviewed text of every document of every story: `python -m tests.documents.golden` writes it anew.

Read the difference line by line before committing it: these texts are signed by people.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from core.documents.blocks import Document
from core.documents.bundle import bundle
from core.documents.followup import (
    Argument,
    execution_request,
    new_address,
    order_letter,
    reply,
    withdrawal,
)
from core.documents.letters import contact_centre_message, prefecture_letter
from core.documents.render_text import text
from tests.documents.stories import STORIES, case, story

GOLDEN = Path(__file__).parent / "golden"
DESPITE = {"registration-despite-refusal": "Un juriste a relu le dossier."}


def documents() -> Iterator[tuple[str, Document]]:
    """Every document whose text is kept, by the name of its file."""
    for name in STORIES:
        for made in bundle(story(name), "fr", DESPITE.get(name)):
            yield f"{name}/{made.document.name}.txt", made.document
    for name in ("cergy", "attestation-due", "appointment-too-late", "registration-despite-refusal"):
        yield f"{name}/courrier-prefecture.txt", prefecture_letter(story(name))
    cergy = case("cergy")
    late = case("cergy")
    late = type(late)(late.dossier, late.assessment, date(2025, 9, 1))
    yield "cergy/message-centre-contact.txt", contact_centre_message(cergy)
    yield "cergy/desistement.txt", withdrawal(cergy, "2512269", reason="J’ai reçu un rendez-vous utile")
    yield "cergy/nouvelle-adresse.txt", new_address(cergy, "2512269")
    yield "cergy/courrier-ordonnance.txt", order_letter(late, date(2025, 7, 25), "2512269")
    yield (
        "cergy/demande-execution.txt",
        execution_request(late, date(2025, 7, 25), "2512269", date(2025, 8, 25), penalty=False),
    )
    yield (
        "cergy/demande-execution-astreinte.txt",
        execution_request(late, date(2025, 7, 25), "2512269", date(2025, 8, 25), penalty=True),
    )
    yield "cergy/reponse.txt", reply(cergy, "2512269", list(Argument))
    yield (
        "appointment-too-late/reponse.txt",
        reply(story("appointment-too-late"), "2600001", [Argument.APPOINTMENT_GIVEN]),
    )


def main() -> None:
    """Write every golden text, and take away those that no document has any more."""
    wanted = {GOLDEN / name: text(document) for name, document in documents()}
    for path in GOLDEN.rglob("*.txt"):
        if path not in wanted:
            path.unlink()
    for path, content in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
