"""Making: one pack of a view in a house style: coverage, pictures, rendering, typesetting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from briefpack import pack_files
from briefpack.disclosure.view import View
from briefpack.files.surroundings import Surroundings
from briefpack.findings.case_register import CaseRegister
from briefpack.findings.own import OwnFindings, own_findings
from briefpack.gate.searching import Searchable
from briefpack.gate.surfaces import Finished
from briefpack.house.wording import Catalogue
from briefpack.inspection.furniture import NONE_SHOWN, ShownLetterhead
from briefpack.packs import letters
from briefpack.packs.house_styles import HouseStyle, word_of
from briefpack.packs.letterheads import shown
from briefpack.packs.whereabouts import Placing, placed_in_sources, placing
from briefpack.pictures.picture import Picture
from briefpack.problems import Place, Problem, Refusal, refused_under
from briefpack.stages.coverage import Coverage
from briefpack.stages.draw import draw
from briefpack.stages.render import ReaderDocument, documents_of, marks_of, page_one, printed, render
from briefpack.stages.render.tracing import numbered, traced
from briefpack.text.escaping import on_one_line, unescaped
from briefpack.text.quoting import repeating_only
from briefpack.word.front_matter import read_front_matter
from briefpack.word.markdown import with_contents

#: The picture that stands before the first page break.
_OPENING = ("now",)
#: The folder of pictures in the name of a document that is not kept.
_MEDIA = "media"


#: A document, what stands before its first page break, and by how many points that is too high.
Overlong = tuple[ReaderDocument, str, float]


@dataclass(frozen=True)
class Made:
    """One pack that is made and not yet released: its name, view and files, and how its faults get their places.

    `letterhead` is what its Word files have to bear of one. `overlong` are its documents that take more than the pages
    that they may: each with what stands before its first page break, and how many points of height are too many.
    """

    name: str
    view: View
    catalogue: Catalogue
    fixed: Searchable
    finished: Finished
    place: Placing
    letterhead: ShownLetterhead = NONE_SHOWN
    overlong: tuple[Overlong, ...] = ()

    def at(self, folder: str, around: Surroundings | None) -> Made:
        """Return the pack with the folder in which it will lie and, of a build, with what is written `around` it."""
        finished = replace(self.finished, folder=folder)
        if around:
            finished = replace(finished, beside=around.written, folders=around.folders)
        return replace(self, finished=finished)


def make(
    view: View, house: HouseStyle, name: str, computed: Coverage | CaseRegister | None = None, folder: str = ""
) -> Made:
    """Return a pack; a message about it may quote its house style, but not the case.

    `computed` is what templates know under this name: what the view itself gives, unless it is given. `folder` is that
    of the templates, where it is not the audience's.
    """
    house = house.for_reader(view)
    with repeating_only(_own_texts(house)), refused_under("house_style"):
        return _made(view, house, name, computed or computed_of(view, house), folder)


def computed_of(view: View, house: HouseStyle) -> OwnFindings:
    """Return what templates know as `computed` in the pack of a view: its coverage, and what does not fit in it."""
    return own_findings(view, house.catalogue, house.settings.findings)


def openings(view: View, house: HouseStyle) -> Iterator[tuple[ReaderDocument, str, Mapping[str, Picture]]]:
    """Return each document of a view up to its first page break, with the pictures that may stand there by path.

    Only the picture of page one is drawn, and nothing behind a page break is rendered.
    """
    computed, marks = computed_of(view, house), house.settings.mark_uncited
    drawn = draw(view, house.catalogue, house.word.colours, computed, marks_uncited=marks, only=_OPENING)
    drawn = (*drawn, *house.own_pictures)
    for document in documents_of(view, view.audience):
        with repeating_only(_own_texts(house)), refused_under("house_style"):
            text = render(view, house, computed, drawn, _MEDIA, document=document, room=house.room, is_opening=True)
        yield document, text, {f"{_MEDIA}/{picture.file}": picture for picture in drawn}


def too_high(
    document: ReaderDocument, text: str, house: HouseStyle, pictures: Mapping[str, Picture]
) -> Iterator[Overlong]:
    """Return a document where what stands before its first page break takes more than the pages that it may."""
    heights, pages = {path: picture.height for path, picture in pictures.items()}, document.kind.pages
    over = house.room.over(text, pages, heights) if pages else 0
    yield from [(document, text, over)] if over else ()


def _own_texts(house: HouseStyle) -> Iterator[str]:
    """Return every text of a house style: its templates, its wording, and what the organisation says of itself."""
    yield from house.templates.sources.values()
    for text in house.catalogue.texts.values():
        yield from [text] if isinstance(text, str) else text.values()
    yield from (text for text in (house.settings.name, house.settings.unit, house.settings.contact) if text)


def _made(view: View, house: HouseStyle, name: str, computed: Coverage | CaseRegister, folder: str) -> Made:
    # A register is of several cases, of which no picture shows one.
    is_drawn, marks = isinstance(computed, Coverage), house.settings.mark_uncited
    colours = house.word.colours
    drawn = draw(view, house.catalogue, colours, computed, marks_uncited=marks) if is_drawn else ()
    letters.refuse_drawn(drawn, view.audience, name)
    files: dict[str, bytes] = {}
    words: dict[str, tuple[str, ...]] = {}
    places: list[Placing] = []
    over: list[Overlong] = []
    for document in documents_of(view, folder or view.audience):
        one, place, too_high = _one(
            document, _Making(view, house, name, computed, folder, (*drawn, *house.own_pictures))
        )
        files |= one.files
        places.append(place)
        words |= one.drawn
        over += too_high
    finished, borne = Finished(files, words), shown(house.word.letterhead)
    return Made(name, view, house.catalogue, house.fixed, finished, _each(places), borne, tuple(over))


@dataclass(frozen=True)
class _Making:
    """All that the documents of a pack are made from."""

    view: View
    house: HouseStyle
    name: str
    computed: Coverage | CaseRegister
    folder: str
    pictures: Sequence[Picture]


def _one(document: ReaderDocument, making: _Making) -> tuple[Finished, Placing, list[Overlong]]:
    """Return the files of one document, how its faults get their places, and the document where it is too long."""
    view, house, pictures = making.view, making.house, making.pictures
    media, stem = making.name + pack_files.PICTURES, document.stem(making.name)
    file = stem + pack_files.MARKDOWN
    for_it = partial(render, folder=making.folder, document=document, room=house.room)
    rendered = for_it(view, house, making.computed, pictures, media)
    by_path = {f"{media}/{picture.file}": picture for picture in pictures}
    over, markdown = [*too_high(document, page_one(rendered), house, by_path)], with_contents(rendered)

    def trace() -> list[tuple[str, list[Place]]]:
        templates, files = numbered(house.templates)
        again = for_it(view, replace(house, templates=templates, compiled=None), making.computed, pictures, media)
        return [(line, [Place(*one) for one in lines]) for line, lines in traced(again, files)]

    place = placing(file, markdown, house, trace)
    with placed_in_sources(place):
        _refuse_other_marks(markdown, file, marks_of(view, house.catalogue))
        drawn = printed(markdown, pictures, media)
        word = word_of(markdown, house, file, drawn)
    words = {f"{media}/{picture.file}": picture.texts for picture in pictures if f"{media}/{picture.file}" in drawn}
    return Finished({file: markdown.encode(), stem + pack_files.WORD: word} | drawn, words), place, over


def _each(places: Sequence[Placing]) -> Placing:
    """Return a function that places problems with any of several documents."""

    def placed(problems: Iterable[Problem]) -> list[Problem]:
        every = list(problems)
        for place in places:
            every = place(every)
        return every

    return placed


def _refuse_other_marks(markdown: str, file: str, marks: tuple[str, str]) -> None:
    """Raise Refusal where the front matter has other marks than the case: header and footer print them."""
    problems: list[Problem] = []
    said = read_front_matter(markdown.removeprefix("---\n").partition("\n---\n")[0], file, problems)
    if (said.mark, said.caveat) != tuple(on_one_line(unescaped(one)) for one in marks):
        message = (
            "the block front_matter must print pack.mark and pack.caveat: the case alone decides how a pack is marked"
        )
        problems.append(Problem(Place(file), message))
    if problems:
        raise Refusal(problems)
