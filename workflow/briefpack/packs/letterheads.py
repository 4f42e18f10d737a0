"""Letterheads: what packs of an organisation bear of its template's letterhead, of which it confirmed what it saw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from briefpack.adoption.letterhead import PARTS, LetterPart
from briefpack.checks.marks import handling_word
from briefpack.house.organisation import LetterheadSettings, OrganisationSettings
from briefpack.inspection.furniture import ShownLetterhead, ShownPart
from briefpack.packs.logos import logo_line, unnamed_logos
from briefpack.pictures.decoding import dots_of
from briefpack.problems import Place, Problem, Refusal
from briefpack.text.near_miss import near_miss
from briefpack.word.letterhead import TAB, TWENTIETHS_TO_A_MILLIMETRE, Letterhead, LetterLine, LetterLines, LetterWords

_KEY = "letterhead"
_PLACES = {"left": "from the left", "center": "in the middle", "right": "at the right"}
_NUMBERS = {"PAGE": "{page}", "NUMPAGES": "{pages}"}
_UNCONFIRMED = (
    "packs do not bear {what} of the Word template: look at it with 'briefpack style', and then, if they should, put "
    "'{confirmation}' under 'confirmed' of '{key}' here; if not, '{name}' under 'leave_out' of it"
)
_UNMATCHED = (
    "'{entry}' under 'confirmed' of '{key}' confirms no part of the Word template: take it out, or write it as "
    "'briefpack style' prints it"
)
_TWO_LOGOS = (
    "page one bears the picture of the Word template's letterhead, and so not that of 'logo': take 'logo' out here or, "
    "to have it instead, put {parts} under 'leave_out' of '{key}'"
)
_NO_PICTURE = "'{name}' under 'leave_out' of '{key}' is no picture of the Word template{hint}: take it out"
_CHANGED = "it has changed since it was confirmed: "
_REFUSED = "packs cannot bear {what} of the Word template: {fault}; or put '{name}' under 'leave_out' of '{key}' here"
_HANDLING = "it says how to handle a document ({word}), which the case alone decides: take that out in Word"


def letterhead_for(
    parts: Sequence[LetterPart], settings: OrganisationSettings, folder: Path
) -> tuple[Letterhead, tuple[Problem, ...]]:
    """Return the letterhead that packs bear: the logo, and what is confirmed of a template; and what is to be told.

    Raises Refusal where what is confirmed must not be borne, or the logo cannot be read.
    """
    file = str(folder / "organisation.yaml")
    wanted = [part for part in parts if part.name not in settings.letterhead.leave_out]
    confirmed = {part.name: part for part in wanted if part.confirmation in settings.letterhead.confirmed}
    wrong = [Problem(Place(file), _refused(part, fault)) for part in confirmed.values() if (fault := fault_of(part))]
    said = settings.letterhead.alternative_text or ""
    if handling_word(said):
        fault = _HANDLING.format(word=handling_word(said))
        wrong.append(Problem(Place(file), f"'alternative_text' of '{_KEY}': {fault}"))
    if wrong:
        raise Refusal(wrong)
    # What is left out has its place taken by nothing: page one does not bear the header of the others instead.
    borne = {part.name: confirmed[part.name].lines if part.name in confirmed else () for part in parts}
    texts = [*_told(wanted, confirmed, settings.letterhead.confirmed), *_unmatched(parts, settings)]
    logo = logo_line(folder, settings.logo)
    if logo and (shown_above := _pictured(borne)):
        # Of two logos that of the Word template stands where its house wants it.
        logo = ()
        texts.append(_TWO_LOGOS.format(parts=" and ".join(f"'{name}'" for name in shown_above), key=_KEY))
    joined = _joined(borne, logo, settings)
    return joined, (*(Problem(Place(file), text, "warning") for text in texts), *unnamed_logos(folder, settings.logo))


def fault_of(part: LetterPart) -> str:
    """Return why packs must not bear a part, or an empty text."""
    word = handling_word(" ".join(each.words for line in part.lines for each in line.flat))
    return part.refused or (_HANDLING.format(word=word) if word else "")


def letterhead_lines(parts: Sequence[LetterPart], settings: OrganisationSettings | None) -> Iterator[str]:
    """Return each word and picture of a template's letterhead, and how to have packs bear it, for a person to read."""
    chosen = settings.letterhead if settings else LetterheadSettings()
    for part in parts:
        is_empty = not (part.lines or part.notes or part.refused or part.left_out)
        yield f"letterhead: {PARTS[part.name]}" + (", which is empty" if is_empty else "")
        yield from (f"    {text}" for line in part.lines for each in line.flat for text in _shown(each))
        yield from (f"    {note}" for note in part.notes)
        yield from (f"    the picture {name} is left out, as organisation.yaml says" for name in part.left_out)
        if part.lines or part.refused:
            yield f"    {_standing(part, chosen)}"


def _standing(part: LetterPart, chosen: LetterheadSettings) -> str:
    """Return whether packs bear a part, and what to put into organisation.yaml if they should."""
    fault = fault_of(part)
    if part.name in chosen.leave_out:
        return "left out, as organisation.yaml says"
    if fault:
        return f"packs cannot bear it: {fault}"
    if part.confirmation in chosen.confirmed:
        return "confirmed: packs bear it"
    return f"packs do not bear it; to confirm it, put into organisation.yaml, under 'confirmed' of '{_KEY}': " + (
        part.confirmation
    )


def _shown(line: LetterLine) -> Iterator[str]:
    """Return what a line shows: its words, with the numbers of pages in braces, and each of its pictures."""
    words = (each for each in line.pieces if isinstance(each, LetterWords))
    text = "".join(_NUMBERS.get(each.field) or each.words.replace(TAB, "   ") for each in words).strip()
    yield from [f'"{text}"'] if text else []
    for picture in line.pictures:
        size = " x ".join(f"{side / TWENTIETHS_TO_A_MILLIMETRE:.0f}" for side in (picture.width, picture.height))
        dots = "{} x {}".format(*dots_of(picture.file))
        file = f": {picture.called} in the template" if picture.called else ""
        yield f"a picture of {size} mm, in {dots} dots, {_PLACES[line.alignment]}{file}"


def shown(letterhead: Letterhead) -> ShownLetterhead:
    """Return what the inspection of a pack has to find of a letterhead in its headers and footers."""
    first = letterhead.on_first_page
    parts = [_part(lines) for lines in (letterhead.header, letterhead.footer, first.header, first.footer)]
    has_picture = any(part.pictures for part in parts)
    return ShownLetterhead(parts[0], parts[1], parts[2], parts[3], letterhead.description if has_picture else "")


def _part(lines: LetterLines) -> ShownPart:
    every = [each for line in lines for each in line.flat]
    texts = (text for line in every if (text := _text(line)))
    return ShownPart(tuple(texts), frozenset(picture.digest for line in every for picture in line.pictures))


def whole(parts: Sequence[LetterPart]) -> Letterhead:
    """Return the letterhead of a template as if all of it were confirmed."""
    return _joined({part.name: part.lines for part in parts}, (), None)


def _joined(borne: Mapping[str, LetterLines], logo: LetterLines, settings: OrganisationSettings | None) -> Letterhead:
    """Return parts of a letterhead in their places: on page one also the logo and the pictures of its body."""
    header, footer = borne.get("header", ()), borne.get("footer", ())
    above = (*logo, *borne.get("first-header", header), *borne.get("first-page", ()))
    below = borne.get("first-footer", footer)
    said = (settings.letterhead.alternative_text or settings.name) if settings else ""
    return Letterhead(
        header, footer, None if above == header else above, None if below == footer else below, description=said
    )


def _told(parts: Sequence[LetterPart], confirmed: Mapping[str, LetterPart], given: Sequence[str]) -> Iterator[str]:
    """Return a line for each part that holds something and is not confirmed."""
    for part in (one for one in parts if one.name not in confirmed and (one.lines or one.refused)):
        fault = fault_of(part)
        is_changed = any(one.rpartition("-")[0] == part.name for one in given)
        said = _UNCONFIRMED.format(what=PARTS[part.name], confirmation=part.confirmation, key=_KEY, name=part.name)
        yield _refused(part, fault) if fault else (_CHANGED if is_changed else "") + said


def _unmatched(parts: Sequence[LetterPart], settings: OrganisationSettings) -> Iterator[str]:
    """Return a line for each confirmation that is of no part of the template, unless that is told to have changed.

    There is one, too, for each picture to be left out that the template does not have.
    """
    known = {part.confirmation for part in parts}
    changed = {part.name for part in parts if part.lines or part.refused} - {
        part.name for part in parts if part.confirmation in settings.letterhead.confirmed
    }
    for one in settings.letterhead.confirmed:
        if one not in known and one.rpartition("-")[0] not in changed:
            yield _UNMATCHED.format(entry=one, key=_KEY)
    left_out = {*PARTS, *(name for part in parts for name in part.left_out)}
    borne = [each.called for part in parts for line in part.lines for one in line.flat for each in one.pictures]
    # Of a part that cannot be read nobody knows which pictures it has.
    is_read = not any(part.refused for part in parts)
    for one in settings.letterhead.leave_out if is_read else ():
        if one not in left_out:
            yield _NO_PICTURE.format(name=one, key=_KEY, hint=near_miss(one, borne))


def _pictured(borne: Mapping[str, LetterLines]) -> list[str]:
    """Return the parts that put a picture at the head of page one."""
    above = ("first-header" if "first-header" in borne else "header", "first-page")
    every = {name: [each for line in borne.get(name, ()) for each in line.flat] for name in above}
    return [name for name, lines in every.items() if any(next(each.pictures, None) for each in lines)]


def _refused(part: LetterPart, fault: str) -> str:
    return _REFUSED.format(what=PARTS[part.name], fault=fault, name=part.name, key=_KEY)


def _text(line: LetterLine) -> str:
    """Return the words of a line as they stand in a file, where a number that Word fills in is `1` at first."""
    words = (each for each in line.pieces if isinstance(each, LetterWords))
    return "".join("1" if each.field else each.words.replace(TAB, "") for each in words).strip()
