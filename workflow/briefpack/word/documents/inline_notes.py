"""Inline notes: footnotes that stand within the text as `^[words]`, as in pandoc, made those of the dialect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_NOTES = "inline_notes"


def inline_notes_plugin(parser: MarkdownIt) -> None:
    """Make a parser read inline notes, each as a call of a footnote whose words it keeps for the end of the text."""
    parser.inline.ruler.before("link", "inline_note", _note)


def _note(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("^[", state.pos):
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos + 1, False)
    if end < 0 or not state.src[state.pos + 2 : end].strip():
        return False
    if not silent:
        notes: list[list[Token]] = state.env.setdefault(_NOTES, [])
        words: list[Token] = []
        notes.append(words)
        token = state.push("footnote_ref", "", 0)
        token.meta = {"label": _label(len(notes))}
        state.md.inline.parse(state.src[state.pos + 2 : end], state.md, state.env, words)
    state.pos = end + 1
    return True


def _label(number: int) -> str:
    return f"^{number}"


def notes_at_end(env: Mapping[str, list[list[Token]]]) -> Iterator[Token]:
    """Return the footnotes of all inline notes of a text, in their order."""
    for number, words in enumerate(env.get(_NOTES, ()), 1):
        yield Token("footnote_reference_open", "", 1, meta={"label": _label(number)}, map=[0, 1])
        yield Token("paragraph_open", "p", 1, map=[0, 1])
        yield Token("inline", "", 0, children=words, map=[0, 1])
        yield Token("paragraph_close", "p", -1)
        yield Token("footnote_reference_close", "", -1)
