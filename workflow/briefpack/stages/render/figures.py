"""Figures: the pictures of a pack in its Markdown, and their numbers.

A figure, or a sentence that refers to one, is first printed without a number: which figures the pack has, and in which
order, is known only when it is rendered as a whole. Until then private characters, which no case and no wording can
hold, stand for the numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefpack.house.wording import Catalogue
from briefpack.pictures.picture import OF_ORGANISATION, PICTURES, Picture
from briefpack.problems import TemplateMistake
from briefpack.text.escaping import escaped
from briefpack.text.near_miss import near_miss
from briefpack.text.quoting import repeated

#: Put around the file name of a printed figure, where its number will stand.
_NUMBER = "\ue000", "\ue001"
#: Put around the file name and the words of a sentence that refers to a figure; the last one is replaced by the number.
_SEE = "\ue002", "\ue003", "\ue004"
_HERE = "\ue005"
_PRINTED = re.compile(f"{_NUMBER[0]}(.*?){_NUMBER[1]}")
_REFERRING = re.compile(f"{_SEE[0]}(.*?){_SEE[1]}(.*?){_SEE[2]}", re.DOTALL)


@dataclass(frozen=True)
class Figure:
    """One picture as templates print it, all of it Markdown.

    `path` is that of its file beside the pack; `caption` begins with its number, `see` is a sentence that refers to it.
    It `is_whole` if none of the words in it are cut.
    `height` is in millimetres on paper; `things` counts what a part of a picture shows, such as events.
    `signs` names those in it; it `is_sourced` if keys of sources stand in it.
    """

    path: str
    alternative: str
    caption: str
    see: str
    is_whole: bool
    height: float
    things: int = 0
    signs: tuple[str, ...] = ()
    is_sourced: bool = False


def figures_of(pictures: Iterable[Picture], media: str, catalogue: Catalogue) -> Mapping[str, tuple[Figure, ...]]:
    """Return the figures under each of their names; `media` is the folder in which their files are found."""
    found = _Figures(dict.fromkeys(PICTURES, ()))
    for picture in pictures:
        name = _called(picture.name)
        found[name] = (*found.get(name, ()), _figure(picture, f"{media}/{picture.file}", catalogue))
    return found


class _Figures(dict[str, tuple[Figure, ...]]):
    """The figures by name; to ask for a name that there is not is a mistake."""

    def __missing__(self, name: str) -> tuple[Figure, ...]:
        raise TemplateMistake(
            f"there is no picture '{repeated(name)}'{near_miss(name, self)}: there is {', '.join(self)}"
        )


def _called(name: str) -> str:
    """Return the name by which templates ask for a picture, of which a file may be one part."""
    is_own = name.startswith(OF_ORGANISATION)
    return f"own/{name.removeprefix(OF_ORGANISATION)}" if is_own else name.partition("-")[0]


def _figure(picture: Picture, path: str, catalogue: Catalogue) -> Figure:
    number = f"{_NUMBER[0]}{path}{_NUMBER[1]}"
    see = catalogue.say("pictures.see", figure=f"[{_HERE}]({path})")
    return Figure(
        path=path,
        alternative=escaped(picture.alternative),
        caption=f"**{number}.** {escaped(picture.caption)}",
        see=f"{_SEE[0]}{path}{_SEE[1]}{see}{_SEE[2]}",
        is_whole=picture.is_whole,
        height=picture.height,
        things=picture.things,
        signs=picture.signs,
        is_sourced=picture.is_sourced,
    )


def numbered(text: str, catalogue: Catalogue) -> str:
    """Return a pack with its figures numbered in order, without the sentences that refer to a missing figure."""
    labels: dict[str, str] = {}
    for path in _PRINTED.findall(text):
        if path in labels:
            name = path.rpartition("/")[2].partition(".")[0]
            message = (
                f"the picture '{repeated(name)}' is printed twice: empty the block `picture` where it is not wanted"
            )
            raise TemplateMistake(message)
        labels[path] = catalogue.say("pictures.figure", number=len(labels) + 1)

    def referring(match: re.Match[str]) -> str:
        label = labels.get(match[1])
        return match[2].replace(_HERE, label) if label else ""

    return _REFERRING.sub(referring, _PRINTED.sub(lambda match: labels[match[1]], text))


def printed(text: str, pictures: Iterable[Picture], media: str) -> dict[str, bytes]:
    """Return the files of the pictures that a numbered pack shows, by their paths in it."""
    files = {f"{media}/{picture.file}": picture.data for picture in pictures}
    return {path: data for path, data in files.items() if f"]({path})" in text}
