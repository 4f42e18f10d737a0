"""Vault links: what Obsidian, wikis and papers have in lines: `[[page|words]]`, `==words==`, `%%notes%%`, `[@key]`.

Links and pictures become those of Markdown, and highlighted words and comments those of HTML, so that what becomes of
these is told as it is of them.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_inline import StateInline

_LINK = re.compile(r"!?\[\[([^\[\]|\n]{1,300})(?:\\?\|([^\[\]\n]{0,300}))?\]\](?![(\[:])")
_CONTENTS = re.compile(r"_?toc_?", re.IGNORECASE)
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|bmp|tiff?|svg|webp|avif)$", re.IGNORECASE)
_SIZE = re.compile(r"\d{1,5}(?:x\d{1,5})?")
_HIGHLIGHT = re.compile(r"==(?=[^\s=])([^=\n]{0,300}[^\s=])==(?!=)")
_NOTE = re.compile(r"%%(?!%).{1,2000}?(?<!%)%%(?=[\s.,;:)]|$)", re.DOTALL)
#: A citation of pandoc, and what Quarto, bookdown and pandoc's filters call by its kind.
_CITATION = re.compile(r"\[(?:[^\[\]\n]{0,200}?[\s;-])?@[\w{][^\[\]]{0,500}\](?![(\[:])")
_REFERENCE = re.compile(r"@(?:fig|tbl|tab|eq|sec|lst|thm|def|exm)[:-][\w-]{1,80}")
#: A comment of MDX, which names a heading where it is one word.
_COMMENT = re.compile(r"\{/\*\s{0,20}(.{0,1000}?)\s{0,20}\*/\}", re.DOTALL)
_NAME = re.compile(r"[\w-]+")
_WORD = re.compile(r"[\w\]`@/.]", re.ASCII)


def vault_links_plugin(parser: MarkdownIt) -> None:
    """Make a parser read what vaults, wikis and papers have in their lines."""
    parser.inline.ruler.before("link", "vault_link", _link)
    parser.inline.ruler.before("link", "citation", _citation)
    parser.inline.ruler.before("emphasis", "vault_mark", _mark)
    parser.inline.ruler.before("link", "mdx_comment", _comment)


def _is_within_word(state: StateInline) -> bool:
    return state.pos > 0 and bool(_WORD.match(state.src[state.pos - 1]))


def _link(state: StateInline, silent: bool) -> bool:
    """Read a link to a page or heading, or a picture; what a definition of the text calls so is none."""
    found = _LINK.match(state.src, state.pos, state.posMax)
    if found is None or _is_within_word(state) or state.linkLevel:
        return False
    target, words = found[1].strip(), (found[2] or "").strip()
    is_defined = normalizeReference(target) in state.env.get("references", {})
    if not target or target.isdecimal() or is_defined or _CONTENTS.fullmatch(target):
        return False
    if not silent:
        if found[0].startswith("!") and _PICTURE.search(target):
            _picture(state, target, "" if _SIZE.fullmatch(words) else words)
        else:
            _words_with_link(state, target, words or target.removeprefix("#"))
    state.pos = found.end()
    return True


def _picture(state: StateInline, target: str, words: str) -> None:
    token = state.push("image", "img", 0)
    token.attrs = {"src": quote(target, safe="/:"), "alt": ""}
    token.content = words or target
    token.children = []
    state.md.inline.parse(token.content, state.md, state.env, token.children)


def _words_with_link(state: StateInline, target: str, words: str) -> None:
    page, _, heading = target.partition("#")
    within = "-".join(heading.split())
    address = page.strip() + (f"#{within}" if within else "")
    state.push("link_open", "a", 1).attrs = {"href": address}
    state.push("text", "", 0).content = words
    state.push("link_close", "a", -1)


def _mark(state: StateInline, silent: bool) -> bool:
    """Read highlighted words, or a comment."""
    words = _HIGHLIGHT.match(state.src, state.pos, state.posMax)
    note = _NOTE.match(state.src, state.pos, state.posMax)
    if (words is None and note is None) or _is_within_word(state):
        return False
    end = (words or note).end()  # type: ignore[union-attr]
    if not silent and words is None:
        state.push("html_inline", "", 0).content = "<!---->"
    elif not silent:
        state.push("html_inline", "", 0).content = "<mark>"
        most, state.pos, state.posMax = state.posMax, state.pos + 2, end - 2
        state.md.inline.tokenize(state)
        state.posMax = most
        state.push("html_inline", "", 0).content = "</mark>"
    state.pos = end
    return True


def _comment(state: StateInline, silent: bool) -> bool:
    found = _COMMENT.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        is_name = _NAME.fullmatch(found[1])
        state.push("html_inline", "", 0).content = f'<wbr id="{found[1]}">' if is_name else "<!---->"
    state.pos = found.end()
    return True


def _citation(state: StateInline, silent: bool) -> bool:
    """Read what another program makes a citation or a reference of; what a definition of the text calls so is none."""
    found = _CITATION.match(state.src, state.pos, state.posMax) or _REFERENCE.match(state.src, state.pos, state.posMax)
    if found is None or _is_within_word(state):
        return False
    if normalizeReference(found[0].strip("[]")) in state.env.get("references", {}):
        return False
    if not silent:
        token = state.push("template_tag", "", 0)
        token.content, token.meta = found[0], {"is_kept": True, "is_closed": False}
    state.pos = found.end()
    return True
