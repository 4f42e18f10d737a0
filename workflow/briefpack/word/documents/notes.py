"""Notes: footnotes that Word cannot set are printed where they stand, each with its label and a warning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from briefpack.text.quoting import repeated
from briefpack.word.documents.losses import Losses


def settled_notes(tokens: Sequence[Token], losses: Losses) -> list[Token]:
    """Return tokens in which each footnote is called from the text, and each call has its footnote."""
    defined = {token.meta["label"] for token in tokens if token.type == "footnote_reference_open"}
    called = set(_called(tokens)) & defined
    return list(_settled(tokens, called, defined, losses))


def _called(tokens: Sequence[Token]) -> Iterator[str]:
    """Return the labels that are called outside footnotes."""
    depth = 0
    for token in tokens:
        depth += token.nesting if token.type.startswith("footnote_reference_") else 0
        for child in (token.children or ()) if not depth else ():
            if child.type == "footnote_ref":
                yield child.meta["label"]


def _settled(tokens: Sequence[Token], called: set[str], defined: set[str], losses: Losses) -> Iterator[Token]:
    kept: list[bool] = []
    taken: set[str] = set()
    label = ""
    for token in tokens:
        if token.type == "footnote_reference_open":
            label = token.meta["label"]
            kept.append(label in called - taken and not any(kept))
            taken.add(label)
            if kept[-1]:
                label = ""
                yield token
            else:
                _tell(token, label, label in called, losses)
        elif token.type == "footnote_reference_close":
            if kept.pop():
                yield token
            elif label:
                yield from _alone(label)
            label = ""
        elif token.type == "inline":
            children = list(_calls(token, defined, losses, in_note=any(kept)))
            before = [Token("text", "", 0, content=f"[{label}] ")] if label else []
            label = ""
            yield token.copy(children=[*before, *children])
        else:
            yield token


def _tell(token: Token, label: str, is_called: bool, losses: Losses) -> None:
    line = (token.map or [0])[0] + 1
    why = "is defined twice or inside another" if is_called else "is never called"
    losses.tell(line, f"footnote [^{repeated(label)}] {why}; it is printed where it stands")


def _alone(label: str) -> Iterator[Token]:
    """Return a footnote without words as a paragraph with its label."""
    yield Token("paragraph_open", "p", 1)
    yield Token("inline", "", 0, children=[Token("text", "", 0, content=f"[{label}]")])
    yield Token("paragraph_close", "p", -1)


def _calls(token: Token, defined: set[str], losses: Losses, *, in_note: bool) -> Iterator[Token]:
    """Return the pieces of a line, with a call that leads nowhere, or from one note to another, as its label."""
    line = (token.map or [0])[0] + 1
    for child in token.children or ():
        label = child.meta.get("label", "") if child.type == "footnote_ref" else ""
        if not label or (label in defined and not in_note):
            yield child
            continue
        why = "is called inside a footnote" if label in defined else "is not defined"
        losses.tell(line, f"footnote [^{repeated(label)}] {why}; its label is printed")
        yield Token("text", "", 0, content=f"[{label}]")
