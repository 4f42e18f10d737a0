"""Asked: the page breaks and contents that a text asks for in a paragraph of their own, as other programs have them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from briefpack.word.outline import CONTENTS

_PAGE_BREAKS = frozenset({r"\newpage", r"\pagebreak", r"\clearpage"})
"""What asks for a new page, as in pandoc."""

_CONTENTS = re.compile(r"\[\[?_?toc_?\]\]?", re.IGNORECASE)
"""What asks for the contents, as in MkDocs and GitLab."""

CONTENTS_BELOW = re.compile(r"\{:\s*toc\b[^{}]*\}")
"""What asks for the contents below a list of one item, in whose place they stand, as in kramdown."""

_LIST = ["list_item_open", "paragraph_open", "inline", "paragraph_close", "list_item_close"]


def asked(tokens: Sequence[Token]) -> list[Token]:
    """Return tokens with page breaks and contents where paragraphs ask for them."""
    written: list[Token] = []
    for token in tokens:
        words = written[-1].content.strip() if written and written[-1].type == "inline" else ""
        if token.type == "paragraph_close" and words in _PAGE_BREAKS:
            written[-2:] = [Token("hr", "hr", 0, map=written[-1].map, meta={"page": True})]
        elif token.type == "paragraph_close" and _CONTENTS.fullmatch(words):
            written[-2:] = _contents(written[-1])
        elif token.type in ("bullet_list_close", "ordered_list_close") and _asks_below(written):
            written[-6:] = _contents(written[-3])
        else:
            written.append(token)
    return written


def _asks_below(written: Sequence[Token]) -> bool:
    """Return whether a list that ends here has one item, which asks for the contents."""
    last = [each.type for each in written[-6:]]
    is_list = last[1:] == _LIST and last[0] in ("bullet_list_open", "ordered_list_open")
    return is_list and bool(CONTENTS_BELOW.fullmatch(written[-3].content.split("\n")[-1].strip()))


def _contents(inline: Token) -> list[Token]:
    words = [Token("text", "", 0, content=CONTENTS)]
    return [
        Token("paragraph_open", "p", 1, map=inline.map),
        inline.copy(content=CONTENTS, children=words),
        Token("paragraph_close", "p", -1),
    ]
