"""What a file is, by its first bytes. Its name decides nothing: anybody can rename a file."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from core.exhibits.errors import EmptyFile, Unsupported
from core.i18n import Message, _

# As many bytes as any signature below needs; a PDF may begin with some rubbish.
HEAD_BYTES = 1_100


class Format(StrEnum):
    """The formats that the program takes."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    HEIC = "heic"
    PDF = "pdf"


def identify(head: bytes) -> Format:
    """The format of a file that begins with `head` (`HEAD_BYTES` or all of it).

    Raises `EmptyFile`, or `Unsupported` with a sentence that says what to do for the kinds people bring.
    """
    if not head:
        raise EmptyFile
    for signature, kind in _SIGNATURES.items():
        if head.startswith(signature):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Format.WEBP
    if head[4:8] == b"ftyp":
        if _brands(head) & _HEIC_BRANDS and not _brands(head) & _AVIF_BRANDS:
            return Format.HEIC
        raise Unsupported(_VIDEO)
    for signature, sentence in _REFUSED.items():
        if head.startswith(signature):
            raise Unsupported(sentence)
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    raise Unsupported


def _brands(head: bytes) -> frozenset[bytes]:
    # ISO 14496-12: box length, "ftyp", major brand, version, then the compatible brands.
    length = min(int.from_bytes(head[:4], "big"), len(head))
    return frozenset({head[8:12], *(head[at : at + 4] for at in range(16, length, 4))})


_SIGNATURES: Mapping[bytes, Format] = {
    b"\xff\xd8\xff": Format.JPEG,
    b"\x89PNG\r\n\x1a\n": Format.PNG,
    b"%PDF-": Format.PDF,
}
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1"})
_AVIF_BRANDS = frozenset({b"avif", b"avis"})

_ARCHIVE = _(
    "Ce fichier est une archive ou un document de bureautique (ZIP, Word, Excel…). Ouvrez-le, enregistrez-le "
    "en PDF, puis ajoutez le PDF."
)
_OFFICE = _(
    "Ce fichier est un document de bureautique. Ouvrez-le, enregistrez-le en PDF, puis ajoutez le PDF."
)
_PICTURE = _(
    "Ce genre d’image n’est pas accepté. Ouvrez l’image, enregistrez-la en JPEG ou en PNG, puis ajoutez-la."
)
_VIDEO = _(
    "Ce fichier est une vidéo, un son ou une image d’un genre non accepté. Faites une capture d’écran, et "
    "ajoutez la capture."
)
_WEB_PAGE = _(
    "Ce fichier est une page web ou un message. Ouvrez-le, imprimez-le dans un fichier PDF, puis ajoutez "
    "le PDF."
)
_PROGRAM = _("Ce fichier est un programme. Il ne peut pas être une pièce. N’ouvrez pas ce fichier.")

_REFUSED: Mapping[bytes, Message] = {
    b"PK\x03\x04": _ARCHIVE,
    b"PK\x05\x06": _ARCHIVE,
    b"Rar!": _ARCHIVE,
    b"7z\xbc\xaf\x27\x1c": _ARCHIVE,
    b"\x1f\x8b": _ARCHIVE,
    b"\xd0\xcf\x11\xe0": _OFFICE,
    b"{\\rtf": _OFFICE,
    b"GIF8": _PICTURE,
    b"BM": _PICTURE,
    b"II*\x00": _PICTURE,
    b"MM\x00*": _PICTURE,
    b"<!DOCTYPE": _WEB_PAGE,
    b"<!doctype": _WEB_PAGE,
    b"<html": _WEB_PAGE,
    b"<HTML": _WEB_PAGE,
    b"From ": _WEB_PAGE,
    b"Received:": _WEB_PAGE,
    b"MIME-Version:": _WEB_PAGE,
    b"MZ": _PROGRAM,
    b"\x7fELF": _PROGRAM,
    b"OggS": _VIDEO,
    b"ID3": _VIDEO,
    b"\x1aE\xdf\xa3": _VIDEO,
}
