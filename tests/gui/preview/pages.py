"""Pages of a PDF as grey pictures, to compare paper with paper."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class GreyPage:
    """The size in points, and how light each quarter of the page is (0 black, 255 white)."""

    size: tuple[int, int]
    quarters: tuple[float, float, float, float]


def grey_pages(data: bytes) -> list[GreyPage]:
    """Every page, drawn coarsely."""
    import pypdfium2
    from PIL import ImageStat

    found = []
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            width, height = page.get_size()
            image = page.render(scale=1).to_pil().convert("L")
            x, y = image.width // 2, image.height // 2
            boxes = ((0, 0, x, y), (x, 0, 2 * x, y), (0, y, x, 2 * y), (x, y, 2 * x, 2 * y))
            light = [ImageStat.Stat(image.crop(box)).mean[0] for box in boxes]
            found.append(GreyPage((round(width), round(height)), (light[0], light[1], light[2], light[3])))
    return found
