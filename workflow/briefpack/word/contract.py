"""The style contract: which of the styles that the writer uses a style document has, and which it lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from docx.opc.constants import RELATIONSHIP_TYPE

from briefpack.problems import Place, Problem, Refusal
from briefpack.word.numbering import STYLED_LEVELS, Numbering, list_style
from briefpack.word.package import open_style, related
from briefpack.word.style_names import USED, UsedStyle
from briefpack.word.styles import Styles
from briefpack.word.xml import Element, find_all, qualified, value

THERE, MISSING, WRONG_KIND, UNNUMBERED = "there", "missing", "wrong kind", "no numbering"
SHOWN = 12
"""The most unused styles that are named: Word's own documents have hundreds."""


@dataclass(frozen=True)
class Contract:
    """The result of comparing a style document with the used styles: the state of each, and what is wrong.

    `unused` names the styles of the document that neither the writer nor a used style needs.
    """

    states: tuple[tuple[UsedStyle, str], ...]
    unused: tuple[str, ...]
    problems: tuple[Problem, ...]

    def lines(self) -> Iterator[str]:
        """Return the contract for a person to read: a line for each used style, then how many are in which state."""
        for used, state in self.states:
            yield f"{used.name:<20}{used.kind:<11}{state:<14}{used.purpose}"
        counted = Counter(state for _, state in self.states)
        yield f"{len(self.states)} styles are used: " + ", ".join(f"{many} {state}" for state, many in counted.items())
        if self.unused:
            more = len(self.unused) - SHOWN
            yield "not used: " + ", ".join(self.unused[:SHOWN]) + (f" and {more} more" if more > 0 else "")


def contract(style: bytes, file: str) -> Contract:
    """Compare a style document with the styles the writer uses; problems are reported under the name of the file.

    Raises Refusal if the bytes are no Word document.
    """
    try:
        document = open_style(style).part
    except Refusal as refusal:
        raise Refusal(_placed(list(refusal.problems), file)) from None
    problems: list[Problem] = []
    sheet = related(document, RELATIONSHIP_TYPE.STYLES)
    if sheet is None:
        raise Refusal([Problem(Place(file), "the style document has no styles; start from the base style")])
    styles = Styles(sheet, problems)
    numbering = Numbering(related(document, RELATIONSHIP_TYPE.NUMBERING), styles, problems)
    states = tuple((used, _state(used, styles, numbering)) for used in USED)
    return Contract(states, tuple(_unused(sheet)), _placed(problems, file))


def _placed(problems: list[Problem], file: str) -> tuple[Problem, ...]:
    """Return problems of a style document with the name of its file."""
    return tuple(replace(problem, place=Place(file)) for problem in problems)


def _state(used: UsedStyle, styles: Styles, numbering: Numbering) -> str:
    """Return the state of a used style; every state but `there` is a problem."""
    if not styles.identifier(used.kind, used.name):
        return WRONG_KIND if styles.kinds(used.name) else MISSING
    for depth in range(STYLED_LEVELS):
        if used.name == list_style("Bullet", depth) and not numbering.bullets(depth).number:
            return UNNUMBERED
        if used.name == list_style("Number", depth) and not numbering.numbers(depth, 1).number:
            return UNNUMBERED
    return THERE


def _unused(sheet: Element) -> Iterator[str]:
    """Return the names of styles that are not used, and that no used style is based on or linked to.

    Word's defaults always count as used.
    """
    known = {style.get(qualified("w:styleId"), ""): style for style in find_all(sheet, "w:style")}
    names = {(used.kind, used.name.lower()) for used in USED}
    waiting = [
        identifier
        for identifier, style in known.items()
        if style.get(qualified("w:default")) or (style.get(qualified("w:type")), _name(style).lower()) in names
    ]
    needed: set[str] = set()
    while waiting:
        identifier = waiting.pop()
        if identifier in known and identifier not in needed:
            needed.add(identifier)
            waiting += [value(known[identifier], f"w:{tie}") or "" for tie in ("basedOn", "link")]
    return (_name(style) for identifier, style in known.items() if identifier not in needed)


def _name(style: Element) -> str:
    return value(style, "w:name") or ""
