"""Template tags: what Hugo, Jekyll, GitBook, Quarto and others put into a text for their programs to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from briefpack.text.quoting import repeated
from briefpack.word.documents.losses import Losses, shortened

_TAG = re.compile(r"\{\{<.{0,1000}?>\}\}|\{\{%.{0,1000}?%\}\}|\{%.{0,1000}?%\}", re.DOTALL)
_VALUE = re.compile(r"\{\{(?![{<%]).{1,500}?\}\}", re.DOTALL)
_CLOSING = re.compile(r"\{[{%][<%]?-?\s*(?:/|end)")
_TAG_NAME = re.compile(r"\{[{%][<%]?-?\s*([\w-]+)")
_CLOSED = re.compile(r"\{[{%][<%]?-?\s*(?:/\s*|end)([\w-]+)")
CLOSED = "closed_template_tags"
"""Where what a parser is given says which template tags are closed in the text."""

_NEAR = 200
"""How many signs around a tag are looked at for words."""

_TITLE = re.compile(r"""\b(?:title|summary|header|footer|caption|label|name|text)\s*=\s*(?:"([^"]+)"|'([^']+)')""")
_TARGET = re.compile(r"""\([ ]*([^()\s{}]*\{(?:%[^{}]{0,200}%|\{[^{}]{0,200}\})\}[^()\s{}]*)(?:[ ]+"[^"\n]*")?[ ]*\)""")


def template_tags_plugin(parser: MarkdownIt) -> None:
    """Make a parser read template tags, and links and pictures whose address has some."""
    parser.inline.ruler.before("link", "template_target", _target)
    parser.inline.ruler.before("link", "template_tag", _tag)


def template_tokens(token: Token, line: int, losses: Losses) -> Iterator[Token]:
    """Return what is printed of a template tag: its title, or all of it if it stands in a sentence."""
    said = repeated(shortened(token.content))
    if _CLOSING.match(token.content):
        return
    if token.meta["is_kept"]:
        losses.tell(line, f"`{said}` is for another program to fill in; it is printed as typed")
        yield Token("text", "", 0, content=token.content)
        return
    title = _TITLE.search(token.content)
    kept = "; its title is kept" if title else ""
    losses.tell(line, f"`{said}` is for another program to fill in; it is left out{kept}")
    if title:
        yield Token("strong_open", "strong", 1)
        yield Token("text", "", 0, content=title[1] or title[2])
        yield Token("strong_close", "strong", -1)
        yield Token("hardbreak", "br", 0, meta={"within": True})


def _tag(state: StateInline, silent: bool) -> bool:
    """Read a template tag, or a value for a program to fill in."""
    if not state.src.startswith(("{{", "{%"), state.pos):
        return False
    tag = _TAG.match(state.src, state.pos, state.posMax)
    found = tag or _VALUE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        token = state.push("template_tag", "", 0)
        name = _TAG_NAME.match(found[0])
        is_closed = bool(_CLOSING.match(found[0])) or (name is not None and name[1] in state.env.get(CLOSED, ()))
        is_kept = tag is None or (not is_closed and _is_in_sentence(state.src, tag))
        token.content, token.meta = found[0], {"is_kept": is_kept, "is_closed": is_closed}
    state.pos = found.end()
    return True


def closed_names(text: str) -> set[str]:
    """Return the names of the template tags that are closed somewhere in a text."""
    return set(_CLOSED.findall(text))


def kept_in_item(children: Sequence[Token]) -> None:
    """Keep the template tags of an item or a cell, which would be empty without them, but for those that are closed."""
    for child in children:
        if child.type == "template_tag" and not child.meta["is_closed"]:
            child.meta["is_kept"] = True


def _is_in_sentence(text: str, tag: re.Match[str]) -> bool:
    """Return whether a tag stands among words, which would make no sense without it."""
    before = text[max(0, tag.start() - _NEAR) : tag.start()].rpartition("\n")[2]
    after = text[tag.end() : tag.end() + _NEAR].partition("\n")[0]
    return bool(_TAG.sub("", before + after).strip(" |*_"))


def _target(state: StateInline, silent: bool) -> bool:
    """Read a link or a picture that leads to where a template tag says, which Markdown takes for no address."""
    is_image = state.src.startswith("![", state.pos)
    if not is_image and state.src[state.pos] != "[":
        return False
    begin = state.pos + is_image
    end = state.md.helpers.parseLinkLabel(state, begin, False)
    found = _TARGET.match(state.src, end + 1, state.posMax) if end >= 0 else None
    if found is None:
        return False
    if not silent:
        _push(state, begin, end, found[1], is_image=is_image)
    state.pos = found.end()
    return True


def _push(state: StateInline, begin: int, end: int, address: str, *, is_image: bool) -> None:
    words = state.src[begin + 1 : end]
    if is_image:
        token = state.push("image", "img", 0)
        token.attrs, token.content = {"src": address, "alt": ""}, words
        token.children = []
        state.md.inline.parse(words, state.md, state.env, token.children)
        return
    state.push("link_open", "a", 1).attrs = {"href": address}
    last, state.pos, state.posMax = state.posMax, begin + 1, end
    state.linkLevel += 1
    state.md.inline.tokenize(state)
    state.linkLevel -= 1
    state.posMax = last
    state.push("link_close", "a", -1)
