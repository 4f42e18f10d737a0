"""Lines to fill: puts rows of dots where templates ask for a line to fill in, and what each is for in the front matter.

A template writes such a line as a link, `[…………](record:due "Due on")`. Readers of Markdown would meet a link that
leads nowhere, so the document has the dots alone.
"""

from __future__ import annotations

import re

from briefpack.stages.render.tracing import SIGNS, unsigned
from briefpack.word.fill_lines import DOTS, LINE, SHORTEST, FillLine, naming

_TITLE = rf'{SIGNS} {SIGNS}"(?P<title>[^"]*)"{SIGNS}'
_ASKED = re.compile(rf"\[(?P<dots>[^\]]*)\]{SIGNS}\({SIGNS}record:(?P<purpose>[^\s)]*)(?:{_TITLE})?\)")
_EVERY = re.compile(f"{_ASKED.pattern}|{LINE.pattern}")
_MATTER = re.compile(rf"\A{SIGNS}-{SIGNS}--\n.*?\n(?={SIGNS}-{SIGNS}--\n)", re.S)


def lines_to_fill(text: str) -> str:
    """Return a document with rows of dots as its lines to fill in, which its front matter names in their order.

    A row of dots that the case has is shortened, so that nobody takes it for a line.
    """
    lines: list[FillLine] = []

    def dots(found: re.Match[str]) -> str:
        if found["dots"] is None:
            return DOTS
        lines.append(FillLine(unsigned(found["purpose"]), unsigned(found["title"] or "")))
        signs = "".join(re.findall(SIGNS, found[0]))
        return signs + DOTS * max(SHORTEST, len(unsigned(found["dots"])))

    if not _ASKED.search(text):
        return text
    written = _EVERY.sub(dots, text)
    matter = _MATTER.match(written)
    end = matter.end() if matter else 0
    return f'{written[:end]}lines: "{naming(lines)}"\n{written[end:]}'
