"""Picture parts: the picture files of a Word package, each there once, however often it is shown."""

from __future__ import annotations

from itertools import count

from docx.image.image import Image
from docx.opc.packuri import PackURI
from docx.package import Package
from docx.parts.image import ImagePart


class PictureParts:
    """The parts of a package that hold pictures, by their digests.

    The package itself computes the digest of each of its pictures again for each that is added.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        there = tuple(package.image_parts)
        # Of two that are the same, the first is taken.
        self._known: dict[str, ImagePart] = {part.sha1: part for part in reversed(there)}
        used = {part.partname.idx for part in there}
        self._free = (number for number in count(1) if number not in used)

    def part(self, content: bytes) -> ImagePart:
        """Return the part that holds a picture file, a new one where the package has none; raise for no picture."""
        image = Image.from_blob(content)
        if image.sha1 not in self._known:
            name = PackURI(f"/word/media/image{next(self._free)}.{image.ext}")
            self._known[image.sha1] = ImagePart.from_image(image, name)
            self._package.image_parts.append(self._known[image.sha1])
        return self._known[image.sha1]
