"""Asides: notes, warnings, tabs and other boxes that Pandoc, Docusaurus, MyST and MkDocs have beside CommonMark.

`:::` begins and ends a box; below `!!! note "Title"`, `??? note` and `=== "Tab"` its text is indented.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock

_FENCE = re.compile(r":{3,}[ ]*(.*?)[ ]*:*")
_INDENTED = re.compile(r"""(?:!!!|\?\?\?\+?)[ ]+([\w-]+(?:[ ]+[\w-]+)*)(?:[ ]+"(.*)")?[ ]*|===[!+]*[ ]+"(.*)"[ ]*""")
_NAMED = re.compile(r"([^\s\[]+)[ ]*(?:\[(.*)\]|(.*))")
_CLASS = re.compile(r"\.([\w-]+)")
_IDENTIFIER = re.compile(r"#([\w-]+)")
_TITLE = re.compile(r"""\btitle=(?:"([^"]*)"|'([^']*)')""")
_CODE = re.compile(r"`{3,}|~{3,}")
_DEEPEST = 20
_MOST_FENCES = 400

KINDS = frozenset(
    """
    abstract attention bug callout caution challenge checklist danger discussion error example failure hint
    important info instructor keypoints note objectives prereq question questions quote seealso solution spoiler
    success summary testimonial tip todo tldr warning
    """.split()  # noqa: SIM905 - a table of many words, read more easily so
)
"""The kinds of boxes that are set as a quotation, which begins with their title or their kind."""


@dataclass(frozen=True)
class Aside:
    """What the first line of a box says: its kind, its title, its name in links; an empty title is none at all."""

    kind: str = ""
    title: str | None = None
    anchor: str = ""

    @property
    def heading(self) -> str:
        """Return the words that it begins with: its title, or its kind if that is known."""
        return (self.kind.capitalize() if self.is_known else "") if self.title is None else self.title

    @property
    def is_known(self) -> bool:
        """Return whether its kind is one that is set as a quotation."""
        return self.kind in KINDS


def asides_plugin(parser: MarkdownIt) -> None:
    """Make a parser read boxes of both forms."""
    options: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    parser.block.ruler.before("fence", "fenced_aside", _fenced, options)
    parser.block.ruler.before("fence", "indented_aside", _indented, options)


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _fenced(state: StateBlock, start: int, last: int, silent: bool) -> bool:
    """Read a box between lines of colons; a line of colons that begins or ends none is left out."""
    found = _FENCE.fullmatch(_line(state, start).rstrip())
    if found is None or state.is_code_block(start):
        return False
    if not silent:
        depth = state.env.setdefault("asides", 0)
        end = _end(state, start, last) if found[1] and depth < _DEEPEST else start
        state.env["asides"] = depth + 1
        if found[1]:
            _write(state, _said(found[1]), start, max(end, start + 1), 0)
        state.env["asides"] = depth
        state.line = end + 1
    return True


def _end(state: StateBlock, start: int, last: int) -> int:
    """Return the line that ends a box, or its first if none does; code may have such lines, too."""
    depth, code = 0, ""
    fences = _fences(state)
    first = bisect_left(fences, start)
    for number in fences[first : first + _MOST_FENCES]:
        if number >= last:
            break
        fence, step = _sign(state, number)
        if fence and (not code or fence.startswith(code)):
            code = "" if code else fence
        depth += 0 if code else step
        if not depth:
            return number
    return start


def _sign(state: StateBlock, number: int) -> tuple[str, int]:
    """Return the signs with which a line begins or ends code, and 1 where it begins a box, -1 where it ends one.

    Each line is read once: many boxes may begin before it.
    """
    known = state.env.setdefault("fence_signs", {})
    place = number, state.bMarks[number] + state.tShift[number]
    if place not in known:
        line = _line(state, number).rstrip()
        fence, found = _CODE.match(line), _FENCE.fullmatch(line)
        known[place] = (fence[0] if fence else "", (1 if found[1] else -1) if found else 0)
    sign: tuple[str, int] = known[place]
    return sign


def _fences(state: StateBlock) -> list[int]:
    """Return the numbers of all lines that may begin or end a box or code."""
    if "fences" not in state.env:
        lines = enumerate(state.src.split("\n"))
        state.env["fences"] = [number for number, line in lines if any(sign in line for sign in (":::", "```", "~~~"))]
    found: list[int] = state.env["fences"]
    return found


def _said(words: str) -> Aside:
    """Return what stands behind the colons of a first line: `note Title`, `note[Title]` or `{.note title="Title"}`."""
    anchor = _IDENTIFIER.search(words) if "{" in words else None
    name = anchor[1] if anchor else ""
    if words.startswith("{"):
        braces, _, after = words[1:].partition("}")
        titled = _TITLE.search(braces)
        kinds = [_kind(each) for each in _CLASS.findall(braces)] or [_kind(braces.strip())]
        kind = next((each for each in kinds if each in KINDS), kinds[0])
        return Aside(kind, (titled[1] or titled[2]) if titled else after.strip() or None, name)
    found = _NAMED.fullmatch(words.partition("{")[0].strip())
    return Aside(_kind(found[1]), found[2] or found[3] or None, name) if found else Aside(_kind(words))


def _kind(name: str) -> str:
    return name.lower().removeprefix("callout-")


def _indented(state: StateBlock, start: int, last: int, silent: bool) -> bool:
    """Read a box whose text is indented below its first line."""
    found = _INDENTED.fullmatch(_line(state, start).rstrip())
    if found is None or state.is_code_block(start):
        return False
    if not silent:
        end = start + 1
        while end < last and (state.isEmpty(end) or state.sCount[end] >= state.sCount[start] + 4):
            end += 1
        while end > start + 1 and state.isEmpty(end - 1):
            end -= 1
        kind = (found[1] or "").split(" ")[0].lower()
        _write(state, Aside(kind, found[2] if found[3] is None else found[3]), start, end, 4)
        state.line = end
    return True


def _write(state: StateBlock, aside: Aside, start: int, end: int, indent: int) -> None:
    """Write the tokens of a box, with all that stands in it."""
    is_quote = aside.is_known and state.level < _DEEPEST
    token = state.push("aside", "", 0)
    token.map, token.meta, token.content = [start, start + 1], {"aside": aside}, _line(state, start).rstrip()
    if is_quote:
        state.push("blockquote_open", "blockquote", 1).map = [start, end]
    if aside.heading:
        state.push("paragraph_open", "p", 1).map = [start, start + 1]
        inline = state.push("inline", "", 0)
        inline.content, inline.map, inline.children = f"**{aside.heading}**", [start, start + 1], []
        state.push("paragraph_close", "p", -1)
    before = state.parentType, state.lineMax, state.blkIndent
    state.parentType, state.lineMax = "blockquote", end
    state.blkIndent = state.sCount[start] + indent if indent else state.blkIndent
    state.md.block.tokenize(state, start + 1, end)
    state.parentType, state.lineMax, state.blkIndent = before
    if is_quote:
        state.push("blockquote_close", "blockquote", -1)
