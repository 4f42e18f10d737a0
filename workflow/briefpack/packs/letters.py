"""Letters: tells of each place with a character that a picture of a reader needs and that no font here has.

It is judged in the pictures of each reader, so that nothing in a problem depends on what that reader is not shown. They
are drawn for it only where a view or its wording holds such a character at all.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from briefpack.disclosure.views import Views
from briefpack.findings.own import OwnFindings, own_findings
from briefpack.findings.report import Report, report
from briefpack.handbook import Audience
from briefpack.house.wording import Catalogue
from briefpack.packs.checking import CheckedCase
from briefpack.packs.house_styles import HouseStyle
from briefpack.pictures.fonts import may_be_in_extra
from briefpack.pictures.lettering import lacking
from briefpack.pictures.picture import Picture
from briefpack.problems import Place, Problem, Refusal, under
from briefpack.stages.draw import draw

_MESSAGE = "a picture in the {document} for {audience} shows {characters}{others}, {why}: {remedy}"
_IN_EXTRA = "of which the font is not installed here"
_INSTALL = "run 'make cjk-fonts' (20 MB), or install briefpack with its extra 'cjk'"
_NOWHERE = "which no font of briefpack has"
_SPELL = "write it in other letters"
#: How many characters on either side tell a text from others that hold the same character.
_AROUND = 2
#: So many characters of a place are named.
_NAMED = 3


def refuse(checked: CheckedCase, houses: Sequence[HouseStyle], audiences: Sequence[Audience]) -> None:
    """Raise Refusal where a picture in the pack of one of these readers has letters that no font here has."""
    found: list[Problem] = []
    for house in houses:
        views = checked.in_language(house.catalogue.language)
        for audience in audiences:
            found += problems(views, audience, house)
    if found:
        raise Refusal(found)


def refuse_drawn(pictures: Iterable[Picture], audience: str, name: str) -> None:
    """Raise Refusal where pictures that are drawn have such letters, as those that a report alone has may."""
    found = lacking("".join(text for picture in pictures for text in picture.texts))
    if found:
        raise Refusal(under("letters", [Problem(Place(name), _said(found, audience))]))


def problems(views: Views, audience: Audience, house: HouseStyle) -> list[Problem]:
    """Return a problem for each place of a case or of its wording with a character that a picture cannot draw."""
    view = views.of(audience)
    texts = [leaf for leaf in view.leaves if isinstance(leaf.value, str)]
    if not lacking("".join([*(str(leaf.value) for leaf in texts), house.letters])):
        return []
    told = [(views.case.place(leaf.path), str(leaf.value)) for leaf in texts]
    marks = house.settings.mark_uncited
    drawn = draw(view, house.catalogue, house.word.colours, _computed(views, audience, house), marks_uncited=marks)
    shown = _without_spaces("".join(text for picture in drawn for text in picture.texts))
    lacked = lacking(shown)
    places: dict[tuple[Place, bool], list[str]] = defaultdict(list)
    for character in lacked:
        mine = [place for place, text in told if any(part in shown for part in _around(character, text))]
        for place in mine or [_in_wording(character, house.catalogue)]:
            places[place, may_be_in_extra(character)].append(character)
    return under("letters", [Problem(place, _said(some, view.audience)) for (place, _), some in places.items()])


def _computed(views: Views, audience: Audience, house: HouseStyle) -> OwnFindings | Report:
    """Return what the pictures of a reader are drawn from; the coordinator's show ideas, which no pack does."""
    if audience == "coordinator":
        return report(views, house.catalogue, house.settings.findings)
    return own_findings(views.of(audience), house.catalogue, house.settings.findings)


def _without_spaces(text: str) -> str:
    return "".join(text.split())


def _around(character: str, text: str) -> Iterator[str]:
    """Return the parts of a text around a character, as they follow each other in the lines of a picture."""
    whole = _without_spaces(text)
    for place, one in enumerate(whole):
        if one == character:
            yield whole[max(0, place - _AROUND) : place + _AROUND + 1]


def _in_wording(character: str, catalogue: Catalogue) -> Place:
    """Return the first place of a wording with a character, or its file, whose language says it in its dates."""
    keys = [key for key, text in catalogue.texts.items() if character in str(text)]
    return next((catalogue.places[key] for key in keys if key in catalogue.places), Place(catalogue.file))


def _said(characters: Sequence[str], audience: str) -> str:
    named = ", ".join(f"U+{ord(one):04X} ({unicodedata.name(one, 'without a name')})" for one in characters[:_NAMED])
    more = len(characters) - _NAMED
    others = f" and {more} other{'s' if more > 1 else ''}" if more > 0 else ""
    why, remedy = (_IN_EXTRA, _INSTALL) if may_be_in_extra(characters[0]) else (_NOWHERE, _SPELL)
    document = "report" if audience == "coordinator" else "pack"
    return _MESSAGE.format(
        document=document, audience=audience, characters=named, others=others, why=why, remedy=remedy
    )
