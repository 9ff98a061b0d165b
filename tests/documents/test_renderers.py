"""PDF, DOCX, HTML and plain text say the same words; the same document gives the same bytes."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest

from core.documents.blocks import (
    Banner,
    Document,
    Heading,
    Items,
    Numbered,
    Paragraph,
    Quotation,
    Run,
    Signature,
    Table,
    heading,
    inline,
    numbered,
    para,
    plain,
    texts,
    with_numbers,
)
from core.documents.bundle import bundle
from core.documents.french import user_text
from core.documents.paper import UnprintableCharacter, check_printable
from core.documents.render_docx import docx
from core.documents.render_html import lines
from core.documents.render_pdf import pdf
from core.documents.render_text import text
from core.documents.requete import requete
from core.dossier.paths import put
from core.dossier.text import unprintable
from tests.documents.extraction import FOOT, squeezed, words_of_docx, words_of_html, words_of_pdf
from tests.documents.golden import DESPITE
from tests.documents.stories import STORIES, case_of, story

MARKUP = "<b>A</b> & </para><para> <img src='/etc/hostname'/> <font color='[x for x in (1,)]'> &lt; {0} %s"
PAGE = re.compile(r"Page(\d+)sur(\d+)")


def document(*blocks):
    return Document("essai", "Un essai", "fr", tuple(with_numbers(blocks)), running="Pied")


def html(tried):
    """Every line of the preview, with its mark."""
    return "\n".join(f"{line.mark} {line.html}" for block in tried.blocks for line in lines(block))


def pages_of(data):
    import pypdfium2

    opened = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_bounded() for page in opened]
    finally:
        opened.close()


@pytest.mark.parametrize(
    "name", ["cergy", "captures-un-soir", "parent", "registration-despite-refusal", "oqtf", "attestation-due"]
)
def test_every_renderer_says_every_word(name):
    for made in bundle(story(name), "fr", DESPITE.get(name)):
        said = {
            "text": squeezed(text(made.document)),
            "pdf": squeezed(words_of_pdf(pdf(made.document))),
            "docx": squeezed(words_of_docx(docx(made.document))),
            "html": squeezed(words_of_html(html(made.document))),
        }
        for block in made.document.blocks:
            for words in texts(block):
                for form, found in said.items():
                    assert squeezed(words) in found, (form, words)


@pytest.mark.parametrize("name", ["cergy", "aes-rdv"])
def test_html_docx_and_text_are_equal_word_for_word(name):
    printed = requete(story(name))
    # Marks of plain text, and the numbers that Word makes itself.
    bare = "\n".join(t for block in printed.blocks for t in texts(block))
    marked = "\n".join(line for block in printed.blocks for line in marked_texts(block))
    numbered_too = "\n".join(line for block in printed.blocks for line in marked_texts(block, numbers=True))
    assert squeezed(words_of_docx(docx(printed))) == squeezed(marked)
    assert squeezed(words_of_html(html(printed))) == squeezed(numbered_too)
    assert len(bare) < len(marked) < len(numbered_too)


def marked_texts(block, *, numbers=False):
    if isinstance(block, Items):
        return [f"{block.mark(n)} {plain(item)}" for n, item in enumerate(block.items)]
    if isinstance(block, Numbered) and numbers:
        return [f"{block.number}. {plain(block.runs)}"]
    return list(texts(block))


@pytest.mark.parametrize("render", [pdf, docx, html, text])
def test_the_same_document_gives_the_same_bytes(render):
    assert render(requete(story("cergy"))) == render(requete(story("cergy")))


def test_markup_is_text_everywhere():
    blocks = (
        Banner(MARKUP), Heading(MARKUP), Paragraph((Run(MARKUP, bold=True),)), Numbered((Run(MARKUP),)),
        Quotation((Run(MARKUP, italic=True),)), Items(((Run(MARKUP),),)),
        Table((MARKUP,), (((Run(MARKUP),),),), (1.0,)), Signature((MARKUP,), MARKUP),
    )  # fmt: skip
    tried = document(*blocks)
    for found in (
        words_of_pdf(pdf(tried)),
        words_of_docx(docx(tried)),
        words_of_html(html(tried)),
        text(tried),
    ):
        assert squeezed(found).count(squeezed(MARKUP)) == 10


def test_nothing_of_the_machine_is_embedded():
    data = pdf(document(para(f"<img src='{__file__}'/> <img src='http://127.0.0.1:9/x.png'/>")))
    assert b"/Subtype /Image" not in data
    assert b"127.0.0.1" not in data


def test_long_words_and_long_cells_are_printed_whole():
    name, message = "Ab" * 60, "message " * 250
    cell = inline("résultat " * 400)
    tried = document(
        para(name),
        numbered(message),
        Table(("A", "B"), ((inline(name), cell), (inline("x"), cell)), (1.0, 3.0)),
    )
    found = squeezed(words_of_pdf(pdf(tried)))
    assert found.count(name) >= 1
    assert found.count("message") == 250
    assert found.count("résultat") == 800


def test_pages_are_numbered_and_headers_repeated():
    rows = tuple((inline(f"ligne {n}"), inline("x")) for n in range(200))
    pages = pages_of(pdf(document(Table(("Colonne", "Autre"), rows, (1.0, 1.0)))))
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        assert PAGE.findall(squeezed(page)) == [(str(number), str(len(pages)))]
        assert "Colonne" in page
    assert all(squeezed("".join(pages)).count(f"ligne{n}x") == 1 for n in range(200))


@pytest.mark.parametrize("filling", range(0, 44, 4))
def test_a_title_stays_with_a_table_of_pages_without_leaving_its_page_empty(filling):
    rows = tuple((inline(f"ligne {n}"), inline("x")) for n in range(100))
    lines = [para(f"paragraphe {n}") for n in range(filling)]
    pages = pages_of(pdf(document(*lines, heading("Le titre", 2), Table(("A", "B"), rows, (1.0, 1.0)))))
    holding = next(page for page in pages if "Le titre" in page)
    assert "ligne 0" in holding
    assert filling > 28 or holding is pages[0]


@pytest.mark.parametrize("filling", range(20, 60, 3))
def test_the_signature_is_never_split(filling):
    lines = [para(f"paragraphe {n}") for n in range(filling)]
    pages = pages_of(pdf(document(*lines, Signature(("Fait à Lille, le 3 mai 2026", "Signature"), "Mme X"))))
    holding = [page for page in pages if "Fait à Lille" in page]
    assert len(holding) == 1
    assert "Mme X" in holding[0]


@pytest.mark.parametrize("name", STORIES)
def test_nobody_signs_an_empty_page_and_no_colon_ends_one(name):
    for made in bundle(story(name), "fr", DESPITE.get(name)):
        for page in pages_of(pdf(made.document)):
            body = FOOT.sub("", page.rstrip()).strip()
            assert not body.startswith("Fait "), made.document.name
            assert not body.endswith(":"), made.document.name


@pytest.mark.parametrize("filling", range(30, 50, 2))
def test_a_heading_is_never_the_last_line_of_a_page(filling):
    lines = [para(f"paragraphe {n}") for n in range(filling)]
    for page in pages_of(pdf(document(*lines, heading("Un titre"), para("La suite du texte.")))):
        assert ("Un titre" in page) == ("La suite" in page)


def test_the_pdf_says_what_it_is():
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(pdf(requete(story("cergy")))))
    metadata = reader.metadata
    assert metadata is not None
    assert metadata.title == "Requête en référé mesures utiles – Mme Louisa KACI"
    assert not metadata.author
    assert str(reader.root_object["/Lang"]) == "fr-FR"
    assert [entry.title for entry in reader.outline if not isinstance(entry, list)][:4] == [
        "Pour", "Contre", "Objet de la requête", "Les faits",
    ]  # fmt: skip
    assert b"NotoSerif" in pdf(requete(story("cergy")))


def test_the_requete_fits_the_reading_time_of_a_judge():
    for name in (
        "cergy",
        "refugie",
        "aes-rdv",
        "ase-19-ans",
        "etudiant",
        "algerien-10-ans",
        "premiere-demande",
    ):
        assert 2 <= len(pages_of(pdf(requete(story(name))))) <= 5, name


@pytest.mark.parametrize("name", STORIES)
def test_no_page_of_a_document_is_nearly_empty(name):
    for made in bundle(story(name), "fr", DESPITE.get(name)):
        pages = pages_of(pdf(made.document))
        for page in pages:
            assert len(page.splitlines()) > 6, (made.document.name, page)


def test_mention_refere_stands_on_top_of_the_first_page():
    assert pages_of(pdf(requete(story("cergy"))))[0].lstrip().startswith("RÉFÉRÉ")


def test_the_docx_is_made_of_real_styles_and_dated_alike():
    data = docx(requete(story("cergy")))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        body = archive.read("word/document.xml").decode()
        assert b"tblHeader" in archive.read("word/document.xml")
        assert b"NUMPAGES" in b"".join(archive.read(n) for n in archive.namelist() if "footer" in n)
        core = archive.read("docProps/core.xml").decode()
    assert "python-docx" not in core
    for style in ("Heading1", "ListNumber", "Quote", "Title", "Party"):
        assert f'w:val="{style}"' in body


@pytest.mark.parametrize("answer", ["identity.given_names", "signature.place", "contact.email"])
def test_a_character_that_the_font_lacks_is_named_with_its_answer(answer):
    dossier = put(story("cergy").dossier, answer, "Louisa 中")
    with pytest.raises(UnprintableCharacter) as refused:
        check_printable(requete(case_of(dossier, story("cergy").on)), dossier)
    assert refused.value.path == answer
    assert refused.value.character == "中"


def test_uncommon_texts_are_printed_whole_or_refused_by_name(uncommon_text):
    dossier = put(story("cergy").dossier, "blockage.message", uncommon_text[:4000])
    printed = requete(case_of(dossier, story("cergy").on))
    lacking = unprintable(user_text(uncommon_text[:4000]))
    if lacking:
        with pytest.raises(UnprintableCharacter) as refused:
            check_printable(printed, dossier)
        assert (refused.value.path, refused.value.character) == ("blockage.message", lacking[0])
        return
    assert squeezed(user_text(uncommon_text[:4000])) in squeezed(words_of_pdf(pdf(printed)))


def test_what_keeps_numbers_on_a_line_needs_no_shape():
    """Where no printer for two languages is at hand, a range of another language is printed all the same."""
    joined = document(para("3, 7\N{WORD JOINER}–\N{WORD JOINER}9"))
    check_printable(joined)
    assert "".join(pages_of(pdf(joined))).count("3, 7–9") == 1
