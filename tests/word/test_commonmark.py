"""CommonMark: whatever the text, every word of it is printed or the text is refused with a line."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some
from markdown_it import MarkdownIt
from outline import Element, Package, W
from test_documents import STYLE
from validity import complaints

from briefpack.problems import Place, Refusal
from briefpack.stages.typeset import typeset

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
"""A plain reader of the same dialect without notes, to tell which words a text holds."""

TASK = re.compile(r"^(\s*[-+*] +)\[[xX]\] ", re.MULTILINE)

MARKS = re.compile(r"\[\[contents\]\]|\[!(NOTE|WARNING)\]")
"""What is printed as contents or as a callout and not as words, where it is not code."""

SAMPLE = r"""
\tcode\tby tab
  - a\n\n    b\n\n\tc
>\t\tquoted code
-\t\ttab
\!\"\#\$\%\&\'\(\)\*\+\,\-\.
&nbsp; &amp; &copy; &AElig; &#35; &#1234; &#992; &#0; &hi; &MadeUp;
- `one\n- two`
***\n---\n___
+++
--\n**\n__
 ***\n  ***\n   ***
- foo\n***\n- bar
# foo\n## foo\n### foo\n#### foo\n##### foo\n###### foo\n####### foo
#5 bolt\n\n#hashtag
## foo ##\n  ###   bar    ###
#\n## \n### ###
Foo *bar*\n=========\n\nFoo\n-------------------------
Foo\n    ***
`Foo\n----\n`
> foo\nbar\n===
    chunk1\n\n    chunk2\n  \n \n \n    chunk3
```\n<\n >\n```
~~~\naaa\n```\n~~~
``\nfoo\n``
```\n
> ```\n> aaa\n\nbbb
~~~~    ruby startline=3 $%@#$\ndef foo(x)\n  return 3\nend\n~~~~~~~
[foo]: /url "title"\n\n[foo]
[foo]: <>\n\n[foo]
[Foo*bar\]]:my_(url) 'title (with parens)'\n\n[Foo*bar\]]
aaa\n\n\nbbb
aaa     \nbbb   \n
> # Foo\n> bar\n> baz
> foo\n---
>>> foo\nbar
> 1. a\n> - b\n>\n>   c
1.  A paragraph\n    with two lines.\n\n        indented code\n\n    > A block quote.
- foo\n\n      bar
0. ok\n\n003. ok\n\n-1. not ok
-\n  foo\n-\n  ```\n  bar\n  ```
*\n\n+ x
- a\n - b\n  - c\n   - d\n    - e
1. a\n\n  2. b\n\n   3. c
- a\n- b\n\n  [ref]: /url\n- d
10) foo\n11) bar
- foo\n- bar\n+ baz
`` foo ` bar ``
`a`` b``` c
*foo`*`
*foo bar* a * foo bar* a*"foo"*
foo*bar*baz _foo_bar_ пристаням_стремятся_
***foo** bar* ***foo* bar**
**foo*bar**baz* *foo**bar***
*foo [bar](/url)* **foo [*bar*](/url)**
[link](/uri "title") [link](</my uri>) [link](foo\)\:)
[link [foo [bar]]](/uri) [link](   /uri\n  "title"  )
[foo][bar]\n\n[bar]: https://example.org/a%20b "t"
[foo]\n\n[FOO]: https://example.org
<http://foo.bar.baz/test?q=hello&id=22&boolean>
<foo@bar.example.com>
< http://foo.bar > <m:abc>
foo  \n     bar\\nbaz
foo\
hello $.;'there  Foo χρῆν
| a | b |\n|:-:|--:|\n| `\|` | **c** |\n| d |\n> e
| a |\n| - |\nnot | a cell
a ~b~ ~~c~~ ~~~d~~~
x[^y] no note
# a\n# a-1\n# a\n
- [ ] task\n- [x] done
[[contents]]\n\n# one\n\n## two\n\nthree
# word\n\n[x](#word) y
one\n*two* three\n===\n\nfour\nfive\n---\n\nsix
> [!NOTE]\n> one\n> two\n>\n> - three
> [!WARNING]\n> *one*
""".strip("\n").split("\n")
FRAGMENTS = [
    *(
        "word",
        "a b",
        " ",
        "  ",
        "\t",
        "\n",
        "\n\n",
        "\n    ",
        "\n\t",
        "\\",
        "&amp;",
        "&#12;",
        "&#10;",
        "é",
        "\u4e2d",
        "\u202e",
    ),
    *(
        "*",
        "**",
        "_",
        "~~",
        "`",
        "```\n",
        "~~~\n",
        "# ",
        "## ",
        "\n# ",
        "===\n",
        "\n---\n",
        "***\n",
        "> ",
        "\n> ",
        "- ",
        "\n- ",
    ),
    *(
        "1. ",
        "\n7) ",
        "\n  - ",
        "\n   1. ",
        "[",
        "](",
        ")",
        "](https://e.org)",
        "<",
        ">",
        "<b>",
        "<!--",
        "![",
        "]",
        "[^n]",
    ),
    *(
        "\n\n[^n]: ",
        "[^m]",
        "|",
        "\n|",
        "\n|-|-|\n",
        "| a | b |\n|---|--:|\n| c | d |\n",
        "| | |\n|-|-|\n| e | f |\n",
        "\x00",
        "\x0b",
    ),
    *(
        "---\n",
        "---\ntitle: x\n---\n",
        "...\n",
        ": ",
        "\r",
        "\r\n",
        "\ufffe",
        "mailto:",
        "#word",
        "<https://e.org>",
        "\u2028",
    ),
    *(
        "\n\n[[contents]]\n\n",
        "[x](#word)",
        "\n\nword\nb c\n===\n",
        "\n\n# word\n\n",
        "\n\nd\n*e*\n---\n",
        "\n> [!NOTE]\n> word\n",
        "\n> [!WARNING]\n",
        "\n> [!Other]\n> f\n",
    ),
]
TEXTS = some.lists(some.sampled_from(FRAGMENTS), max_size=25).map("".join)


def attempt(markdown: str) -> tuple[bytes, list[Place]]:
    """Return the file a text becomes, or nothing and the places of the problems it is refused for."""
    try:
        return typeset(markdown, STYLE), []
    except Refusal as refusal:
        return b"", [problem.place for problem in refusal.problems]


def printed(markdown: str) -> str | None:
    """Return the words of the valid file a text becomes, or None if it is refused with a place for every problem.

    Notes move to the end, and the entries of contents, which repeat headings, are left out.
    """
    pack, places = attempt(markdown)
    lines = len(re.split(r"\r\n?|\n", markdown))
    assert all(1 <= place.line <= lines for place in places)
    if not pack:
        assert places
        return None
    assert complaints(pack) == []
    package = Package(pack)
    roots = [package.body] if package.footnotes is None else [package.body, package.footnotes]
    paragraphs = [each for root in roots for each in root.iter(f"{W}p") if not _is_entry(each, package)]
    return "".join(text.text or "" for each in paragraphs for text in each.iter(f"{W}t"))


def _is_entry(paragraph: Element, package: Package) -> bool:
    """Return whether a paragraph is one of contents."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style is not None and re.fullmatch(r"toc \d", package.names[style.get(f"{W}val")]) is not None


def written(markdown: str) -> str:
    """Return the text of a Markdown source as its tokens hold it; the mark of a task that is done becomes a box."""
    tokens = [child for token in READER.parse(TASK.sub(r"\1", markdown)) for child in token.children or [token]]
    return "".join(token.content for token in tokens if token.type in ("text", "code_inline", "code_block", "fence"))


def letters(text: str) -> str:
    """Return the letters and digits of a text in their order, without the marks of contents and callouts."""
    return "".join(character for character in MARKS.sub("", text) if character.isalnum())


@pytest.mark.parametrize("source", SAMPLE)
def test_each_construct_is_printed_whole_or_refused(source: str) -> None:
    """No construct of CommonMark loses text, changes its order or breaks the file."""
    markdown = source.replace(r"\n", "\n").replace(r"\t", "\t")
    result = printed(markdown)
    assert result is None or letters(result) == letters(written(markdown))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(TEXTS)
@example("---\n")
@example("---\n\n")
@example("[^n]\n\n[^n]: ")
@example("- [^n]: word\n")
def test_any_text_is_printed_or_refused(markdown: str) -> None:
    """Whatever is written, the outcome is a valid file or a refusal with lines of the text."""
    printed(markdown)


PLAIN = some.lists(
    some.sampled_from([each for each in FRAGMENTS if "[^" not in each and "---" not in each]), max_size=20
).map("".join)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(PLAIN)
def test_no_letter_of_any_text_is_lost(markdown: str) -> None:
    """A text without notes that is not refused is printed with all its letters, in their order."""
    result = printed(markdown)
    assert result is None or letters(result) == letters(written(markdown))
