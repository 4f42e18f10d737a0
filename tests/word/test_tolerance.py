"""Tolerance: the forms that people use become what they mean, and each loss is told; a pack has none of them."""

from __future__ import annotations

import re
from base64 import b64encode
from pathlib import Path

import pytest
from drawn import png
from outline import Package, W, outline
from people import STYLE, document, lines, losses
from test_documents import CASES, PICTURE

from briefpack.__main__ import main
from briefpack.problems import Refusal
from briefpack.stages.typeset import typeset

CONTENTS = [
    'toc 1 | {TOC \\o "1-1" \\h \\z \\b _Contents} <#_Heading4>A</>\t<#_Heading6>B</>',
    "heading 1 | A",
    "heading 1 | B",
]

KEPT = [
    ("one<br>two<br/>\nthree", ["Normal | one / two / three"]),
    ("a <b>b *c*</b> <em>d</em> <del>e</del> <kbd>f</kbd>", ["Normal | a **b *****c*** *d* ~e~ `f`"]),
    ("a <b>one **two</b> three**", ["Normal | a **one two three**"]),
    ('<a href="https://e.org/a b">x</a>', ["Normal | <https://e.org/a%20b>x</>"]),
    ('<a id="here"></a>\n\n## T\n\n[go](#here)', ["heading 2 | T", "Normal | <#_Anchor1>go</>"]),
    ("## T {#own}\n\n[go](#own)", ["heading 2 | T", "Normal | <#_Anchor1>go</>"]),
    ("## Two Words\n\n[go](#Two-Words)", ["heading 2 | Two Words", "Normal | <#_Heading1>go</>"]),
    ("<details><summary>More</summary>\n\ntext\n\n</details>", ["Normal | **More**", "Normal | text"]),
    (
        "<ul><li>one<ol start=3><li>in</ol><li>two</ul>",
        ["•@0 List Bullet | one", "3.@1 List Number 2 | in", "•@0 List Bullet | two"],
    ),
    ("<dl><dt>t</dt><dd>d</dd></dl>", ["Definition Term | t", "Definition | d"]),
    ("<h2>H</h2><pre>a\n  b &lt;</pre><blockquote>q</blockquote>", ["heading 2 | H", "Code | a /   b <", "Quote | q"]),
    ("a\n\n---\n\nb", ["Normal | a", "Normal |", "Normal | b"]),
    ("a\n\n\\newpage\n\nb", ["Normal | a", "page break Normal | b"]),
    ('a\n\n<div style="page-break-after: always"></div>\n\nb', ["Normal | a", "page break Normal | b"]),
    ("costs $5 and $6", ["Normal | costs $5 and $6"]),
    ("the $HOME of A$", ["Normal | the $HOME of A$"]),
    ("```python\nx\n```", ["Code | *python*", "Code | x"]),
    ("term\n: meaning", ["Definition Term | term", "Definition | meaning"]),
    ("::: callout-note\n## A\n\nb\n:::\n\nc", ["Note | **Note**", "heading 2 | A", "Note | b", "Normal | c"]),
    (":::tip[Say]\n- a\n:::", ["Quote | **Say**", "•@0 +754 List Bullet | a"]),
    (":::: challenge\n::: solution\na\n:::\n::::", ["Quote | **Challenge**", "Quote | **Solution**", "Quote | a"]),
    (
        '!!! tip "Say"\n    a\n\n    - b\n\nc',
        ["Quote | **Say**", "Quote | a", "•@0 +754 List Bullet | b", "Normal | c"],
    ),
    ('=== "A"\n\n    a\n\n=== "B"\n\n    b', ["Normal | **A**", "Normal | a", "Normal | **B**", "Normal | b"]),
    ("::: note\n```\n:::\n```\n:::\na", ["Note | **Note**", "Code | :::", "Normal | a"]),
    (":::\n\na", ["Normal | a"]),
    ("  ::: tip\na\n  :::", ["Quote | **Tip**", "Quote | a"]),
    ('<p markdown="1">a^[b]</p>', ["Normal | a^[b]"]),
    ("> [!FOO]\n> a", ["Quote | **Foo** / a"]),
    ("> [!tip]- Say *this*\n> a\n>\n> b", ["Note | **Say *****this*** / a", "Note | b"]),
    ("> [!note]\n> a", ["Gap | a"]),
    ("## The Weir {/*weir*/}\n\n[go](#weir)", ["heading 2 | The Weir", "Normal | <#_Anchor1>go</>"]),
    ("請見[[#堰|此處]]。\n\n## 堰", ["Normal | 請見<#_Heading3>此處</>。", "heading 2 | 堰"]),
    ("see [[#The Weir|there]]\n\n## The Weir", ["Normal | see <#_Heading3>there</>", "heading 2 | The Weir"]),
    (
        "[[1]](#a) `x[[1]]` x[[1]] a[[b]] 5 == 6 == 7 x==y==z 100%% 50%% a@b.org\n\n## a",
        ["Normal | <#_Heading3>[1]</> `x[[1]]` x[[1]] a[[b]] 5 == 6 == 7 x==y==z 100%% 50%% a@b.org", "heading 2 | a"],
    ),
    ("[[a]] [@b]\n\n[a]: https://e.org\n[@b]: https://f.org", ["Normal | [<https://e.org>a</>] <https://f.org>@b</>"]),
    ("\n[TOC]\n\n# A\n\n# B", CONTENTS),
    ("\n[[_TOC_]]\n\n# A\n\n# B", CONTENTS),
    ("* this list\n{:toc}\n\n# A\n\n# B", CONTENTS),
    ("a^[b *c*]", ["Normal | a[^1]", "note 1:", "  footnote text | [^] b *c*"]),
    ("[](){#here}\n\n## T\n\n[go](#here)", ["heading 2 | T", "Normal | <#_Anchor1>go</>"]),
    ("a\n{% endcapture %}", ["Normal | a"]),
    ('<dd markdown="1">a *b*</dd>', ["Definition | a *b*"]),
    ("- [ ] a\n- <input type=checkbox checked> b", ["+318 List Continue | ☐\ta", "•@0 List Bullet | ☑  b"]),
]


@pytest.mark.parametrize(("markdown", "expected"), KEPT)
def test_a_form_becomes_what_it_means(markdown: str, expected: list[str]) -> None:
    """Nothing is lost, so nothing is told."""
    assert [re.sub(r"^\+\d+ ", "", each) for each in lines(markdown)] == [
        re.sub(r"^\+\d+ ", "", one) for one in expected
    ]
    assert losses(markdown) == []


LOST = [
    (
        "a\n\n<!-- c -->\n\nb <!-- d -->",
        ["Normal | a", "Normal | b"],
        ["3: note: a comment is left out", "5: note: a comment is left out"],
    ),
    (
        "<div>\n\na\n\n</div>",
        ["Normal | a"],
        ["1: warning: raw HTML `<div>`: what stands in it is kept, how it looks is not"],
    ),
    (
        "a <script>b</script> c",
        ["Normal | a  c"],
        ["1: warning: raw HTML `<script>` and what stands in it are left out"],
    ),
    (
        "use <name> here",
        ["Normal | use <name> here"],
        ["1: warning: `<name>` is no element of HTML; it is printed as it is typed"],
    ),
    ("[x](#none)", ["Normal | x"], ["1: warning: no heading is called `#none`; the words of the link are kept"]),
    ("[x](docs/a.md)", ["Normal | x"], ["1: warning: link to `docs/a.md`: Word follows no path; its words are kept"]),
    (
        "a ![logo](no.png)",
        ["Normal | a *[logo]*"],
        [
            "1: warning: picture `no.png`: there is no such file; name a file by its path from the folder of the text; "
            "its description stands in its place"
        ],
    ),
    ("a[^x]", ["Normal | a[x]"], ["1: warning: footnote [^x] is not defined; its label is printed"]),
    (
        "a\n\n[^x]: b",
        ["Normal | a", "Normal | [x] b"],
        ["3: warning: footnote [^x] is never called; it is printed where it stands"],
    ),
    (
        "::: {.columns}\na\n:::",
        ["Normal | a"],
        ["1: warning: `::: {.columns}`: what stands in it is kept, how it looks is not"],
    ),
    (
        '## A {#own .wide}\n{: .lead}\n\n[x]{.small} {y} [z](https://e.org){target="_blank"}',
        ["heading 2 | A", "Normal | x {y} <https://e.org>z</>"],
        [
            "1: note: attributes `{#own .wide}` are left out",
            "2: note: attributes `{: .lead}` are left out",
            "4: note: attributes `{.small}` are left out",
            '4: note: attributes `{target="_blank"}` are left out',
        ],
    ),
    (
        '{{< tab title="I" >}}\na {{ site.name }}\n{{< /tab >}}\n\n{% include b.md %}',
        ["Normal | **I** / a {{ site.name }}"],
        [
            '1: warning: `{{< tab title="I" >}}` is for another program to fill in; it is left out; its title is kept',
            "2: warning: `{{ site.name }}` is for another program to fill in; it is printed as typed",
            "5: warning: `{% include b.md %}` is for another program to fill in; it is left out",
        ],
    ),
    (
        'ask {% channel "#dev" %} or {{< b >}}them{{< /b >}}',
        ['Normal | ask {% channel "#dev" %} or them'],
        [
            '1: warning: `{% channel "#dev" %}` is for another program to fill in; it is printed as typed',
            "1: warning: `{{< b >}}` is for another program to fill in; it is left out",
        ],
    ),
    (
        '- {% channel "#dev" %}\n- {% tip %}\n  a\n  {% endtip %}',
        ['•@0 List Bullet | {% channel "#dev" %}', "•@0 List Bullet | a"],
        [
            '1: warning: `{% channel "#dev" %}` is for another program to fill in; it is printed as typed',
            "2: warning: `{% tip %}` is for another program to fill in; it is left out",
        ],
    ),
    (
        '[x]({% page "a b" %}) `{{ c }}`',
        ["Normal | x `{{ c }}`"],
        ['1: warning: link to `{% page "a b" %}`: Word follows no path; its words are kept'],
    ),
    ("$x^2$", ["Normal | `x^2`"], ["1: note: a formula is printed as its source"]),
    ("$$\na=b\n$$", ["Code | a=b"], ["1: note: a formula is printed as its source"]),
    (
        "$$\na=b\n$$ {#eq-a}\n\nText.\n\n$$c=d$$ {#eq-c}\n\nMore.\n",
        ["Code | a=b", "Normal | Text.", "Code | c=d", "Normal | More."],
        ["1: note: a formula is printed as its source", "7: note: a formula is printed as its source"],
    ),
    (
        "see [[The Weir|there]] and ==a *b*== %%or not%%.",
        ["Normal | see there and a *b* ."],
        [
            "1: note: a comment is left out",
            "1: warning: link to `The Weir`: Word follows no path; its words are kept",
            "1: warning: raw HTML `<mark>`: what stands in it is kept, how it looks is not",
        ],
    ),
    (
        "![[weir.png|100]]",
        ["Figure | *[weir.png]*"],
        [
            "1: warning: picture `weir.png`: there is no such file; name a file by its path from the folder of the "
            "text; its description stands in its place"
        ],
    ),
    (
        "said [see @mill, p. 3; @weir] in @fig-two",
        ["Normal | said [see @mill, p. 3; @weir] in @fig-two"],
        [
            "1: warning: `@fig-two` is for another program to fill in; it is printed as typed",
            "1: warning: `[see @mill, p. 3; @weir]` is for another program to fill in; it is printed as typed",
        ],
    ),
    (
        "<Intro>\n\na\n\n- b\n\n</Intro>\n\nthe <Name> of",
        ["Normal | a", "•@0 List Bullet | b", "Normal | the <Name> of"],
        [
            "1: warning: raw HTML `<intro>`: what stands in it is kept, how it looks is not",
            "9: warning: `<Name>` is no element of HTML; it is printed as it is typed",
        ],
    ),
    (
        "---\nlayout: post\ntags: [a]\n---\n\na",
        ["Normal | a"],
        ["1: warning: front matter: `layout`, `tags` are not used"],
    ),
    (
        "a\x0bb",
        ["Normal | a\ufffdb"],
        [
            "1: warning: control character U+000B, which a Word file cannot hold; remove it; "
            "the sign \ufffd stands in its place"
        ],
    ),
]


@pytest.mark.parametrize(("markdown", "expected", "told"), LOST)
def test_a_loss_is_told_with_its_line(markdown: str, expected: list[str], told: list[str]) -> None:
    """What cannot be written in Word leaves its words, and a warning or a note."""
    assert [each.rstrip() for each in lines(markdown)] == expected
    assert losses(markdown) == told


TABLES = [
    "+---+-----+\n| a | b   |\n+===+=====+\n| 1 | - x |\n|   | - y |\n+---+-----+\n",
    "  a    b\n---  ---\n  1  • x<br>• y\n",
    "------------\n  a  b\n---- -------\n  1  - x\n     - y\n------------\n",
]


@pytest.mark.parametrize("text", TABLES)
def test_a_drawn_table_is_a_table(text: str) -> None:
    """Tables of pandoc are drawn as a grid, or with dashes; a cell may have several lines."""
    assert lines(text)[:3] == [
        "table",
        "  = Table Heading | a = Table Heading | b",
        "  | Table Text | 1 | Table Text | • x / • y",
    ]


def test_words_that_run_over_a_line_of_dashes_are_no_table() -> None:
    """No word is cut where a column ends."""
    assert lines("a    b\n---- ----\nlonger words\n")[0] == "Normal | a    b"


def test_a_cell_of_a_grid_can_take_several_rows_and_columns() -> None:
    """The cells that it takes besides its own are empty; a plus sign in the text is part of the text."""
    text = "+-----+---+\n| a   | b |\n| +-x +---+\n|     | c |\n+-----+---+\n| d +- e  |\n+-----+---+\n"
    assert lines(text) == [
        "table",
        "  = Table Heading | a +-x = Table Heading | b",
        "  | Table Text | | Table Text | c",
        "  | Table Text | d +- e | Table Text |",
        "Table Gap |",
    ]


def test_a_paragraph_below_a_table_that_begins_with_a_colon_is_a_caption_above_it() -> None:
    """Pandoc and Quarto have it so; one that has attributes alone prints nothing."""
    table = "| a |\n|---|\n| 1 |\n\n"
    captioned = lines(f"{table}: Words *x* {{#here}}\n\n[go](#here)\n")
    assert (captioned[0], captioned[-1]) == ("Normal | *Words x*", "Normal | <#_Anchor1>go</>")
    assert lines(f'{table}: {{tbl-colwidths="[1]"}}\n\na\n')[3:] == ["Normal | a"]


FRONT = [
    '+++\ntitle = "T"\ndate = 2020-01-02\n[author]\nname = "B"\n+++\n\na\n',
    "% T\n% B\n% 2020-01-02\n\na\n",
    "---\ntitle: T\nauthor: B\ndate: 2020-01-02\n...\n\na\n",
]


@pytest.mark.parametrize("text", FRONT)
def test_front_matter_of_other_programs_is_read(text: str) -> None:
    """Hugo has TOML between plus signs, pandoc lines that begin with a per cent sign, and YAML that dots end."""
    assert lines(text) == ["Title | T", "Normal | B · 2020-01-02", "Normal | a"]


def test_a_date_without_an_author_is_printed() -> None:
    """The date of the front matter stands below the title, whoever wrote the text."""
    assert lines("---\ntitle: T\ndate: 2020-01-02\n---\n\na\n")[1] == "Normal | 2020-01-02"


def test_a_text_between_rules_of_many_dashes_is_no_front_matter() -> None:
    """Nothing of it is lost: front matter stands between lines of three dashes."""
    assert lines("-----\nSome text\n---\nmore\n-----\nend\n") == [
        "Normal |",
        "heading 2 | Some text",
        "heading 2 | more",
        "Normal | end",
    ]


def test_raised_lowered_and_underlined_text_looks_so() -> None:
    """Exponents, indices and underlining are properties of their runs."""
    package = Package(document("x<sup>2</sup> y^3^ H<sub>4</sub> C~5~ <u>u</u>")[0])
    looks = [
        (each.findtext(f"{W}t"), [one.get(f"{W}val") for one in each.iterfind(f"{W}rPr/*")])
        for each in package.body.iter(f"{W}r")
        if each.find(f"{W}rPr") is not None
    ]
    raised, lowered = ["superscript"], ["subscript"]
    assert looks == [("2", raised), ("3", raised), ("4", lowered), ("5", lowered), ("u", ["single"])]


def test_a_table_of_html_has_its_cells_in_their_places() -> None:
    """A cell over two rows leaves an empty one below it; an empty line in the table does not end it."""
    text = "<table><tr><th>a<th>b</tr><tr><td rowspan=2>1<td>2<br>3</tr>\n\n<tr><td>4</td></tr></table>"
    assert lines(text) == [
        "table",
        "  = Table Heading | a = Table Heading | b",
        "  | Table Text | 1 | Table Text | 2 / 3",
        "  | Table Text | | Table Text | 4",
        "Table Gap |",
    ]


@pytest.mark.parametrize(("word", "told"), [("number", 0), ("averyverylongwordindeed", 1)])
def test_a_table_of_twelve_columns_is_set_on_a_turned_page(word: str, told: int) -> None:
    """Where its words are too long even for small letters, that they are broken is told."""
    row = "|".join(f"{word}{each}" for each in range(12))
    text = f"|{row}|\n{'|-' * 12}|\n|{row}|\n"
    assert "--- end of landscape pages" in lines(text)
    assert [each.endswith("its words are broken") for each in losses(text)] == [True] * told


def test_a_table_with_more_columns_than_word_has_becomes_lines() -> None:
    """Word opens no table of more than 63 columns."""
    row = "|".join("x" * 70)
    assert lines(f"|{row}|\n{'|-' * 70}|\n|{row}|\n") == ["Table Text | " + " | ".join("x" * 70)] * 2


def test_front_matter_gives_title_author_and_date() -> None:
    """They stand above a text that has no title of its own; its headings of the first level stand below them."""
    front = "---\ntitle: 'T: one'\nauthor: [A, {name: B}]\ndate: 2020-01-02\n---\n\n"
    assert lines(f"{front}# One\n\n# Two\n") == [
        "Title | T: one",
        "Normal | A, B · 2020-01-02",
        "heading 1 | One",
        "heading 1 | Two",
    ]
    assert lines(f"{front}# One\n") == ["Title | One", "Normal | A, B · 2020-01-02"]


def test_front_matter_that_is_no_yaml_is_read_line_by_line_or_as_text() -> None:
    """A colon too many costs no title, and a text between two rules is no front matter."""
    assert lines("---\ntitle: one: two\n---\n\na\n") == ["Title | one: two", "Normal | a"]
    assert lines("---\n\nSome text.\n\n---\n") == ["Normal |", "Normal | Some text.", "Normal |"]


def test_twenty_losses_of_a_kind_are_told_and_the_others_counted() -> None:
    """Nobody reads a hundred lines of one kind."""
    told = losses("".join(f"[x](#n{each})\n\n" for each in range(50)) + "<!-- c -->\n")
    assert len(told) == 22
    assert told[-2].endswith("(and 30 more of this kind, the last on line 99)")


def test_a_picture_in_the_text_and_one_in_a_cell_are_shown(tmp_path: Path) -> None:
    """A picture that is written out in the text is read; in a table it is no wider than its column."""
    source, target = tmp_path / "a.md", tmp_path / "a.docx"
    source.write_text(f"![p](data:image/png;base64,{b64encode(png(20, 10)).decode()})\n", encoding="utf-8")
    assert main(["typeset", str(source), "-o", str(target)]) == 0
    assert outline(target.read_bytes()) == "Figure | [picture: p]\n"
    word, _ = document("|a|b|\n|-|-|\n|![p](p.png)|x|\n", {"p.png": png(4000, 100)})
    extent = next(Package(word).body.iter("{*}extent"))
    assert int(extent.get("cx") or 0) < 5_500_000


FORMS = [
    "a<br>b", "a <sup>b</sup>", "a <sub>b</sub>", "<u>a</u>", "<b>a</b>", "<i>a</i>", "<code>a</code>", "<kbd>a</kbd>",
    '<a href="https://e.org">a</a>', '<img src="a.png" alt="b">', '<a id="a"></a>b', "<details><summary>a</summary>",
    "<!-- a -->", "a <!-- b -->", "<div>a</div>", "<table><tr><td>a</table>", "a <name> b", "[a](#b)", "![a](b.png)",
    "a[^b]", "a\n\n[^b]: c", "> [!FOO]\n> a", "a\x0bb", "---\nlayout: post\n---\n", "---\na: b: c\n---\n",
]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_a_pack_is_refused_for_each_tolerated_form(form: str) -> None:
    """What is a warning for a document is an error for a pack."""
    assert document(form)[0]
    with pytest.raises(Refusal, match=r"^pack\.md:\d+:1: error: "):
        typeset(form, STYLE)


@pytest.mark.parametrize(
    "form", ["H~2~O", "x^2^", "$x^2$", "\\newpage", "## a {#b}", "[a]{.b}", "{{< a >}}", "[TOC]", "```python\nx\n```"]
)
def test_a_pack_keeps_as_typed_what_its_parser_does_not_know(form: str) -> None:
    """The parser of packs has no rules for indices, formulas and the like."""
    text = form.replace("```python\nx\n```", "x").removeprefix("## ")
    assert outline(typeset(form, STYLE)).partition(" | ")[2].strip() == text
    assert outline(document(form)[0]) != outline(typeset(form, STYLE))


def test_a_line_of_dashes_is_a_page_break_in_the_dialect_alone() -> None:
    """A text whose front matter has the wording of page numbers, as each pack has, is of the dialect."""
    text = "---\npage_wording: Page {page}\n---\n\n# T\n\nH~2~O $x^2$\n\n---\n\nb\n"
    assert document(text) == (typeset(text, STYLE), [])
    assert "page break Normal | b" in lines(text)


def test_strict_refuses_as_for_a_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--strict` makes errors of what is a warning without it; both name file and line."""
    source, target = tmp_path / "a.md", tmp_path / "a.docx"
    source.write_text("a\n\n<div>b</div>\n", encoding="utf-8")
    assert main(["typeset", str(source), "-o", str(target), "--strict"]) == 1
    assert not target.exists()
    assert capsys.readouterr().err.startswith(f"{source}:3:1: error: raw HTML")
    assert main(["typeset", str(source), "-o", str(target)]) == 0
    assert target.exists()
    assert capsys.readouterr().err.startswith(f"{source}:3:1: warning: raw HTML `<div>`")


def test_the_same_text_gives_the_same_bytes() -> None:
    """Nothing but the text and the style decides the bytes of a document."""
    text = "".join(f"{markdown}\n\n" for markdown, *_ in [*KEPT, *LOST[:-2]])
    assert document(text) == document(text)


BROKEN = ["<p>", "<", "<!--", "<li>x", "</div></b>", "<td>x", "<dl>x<dd>", "<ul></ul>", "<b>" * 5000, "<div>\n" * 5000]


@pytest.mark.parametrize("text", BROKEN)
def test_broken_html_is_set_all_the_same(text: str) -> None:
    """Tags that nobody closes, or nobody opened, break neither the file nor the program."""
    word, told = document(text)
    assert Package(word).body is not None
    assert not [each for each in told if ": error: " in each]


@pytest.mark.parametrize("markdown", [each.values[0] for each in CASES if each.values[1] == "outline"])
def test_a_text_of_the_dialect_gives_the_bytes_of_a_pack(markdown: str) -> None:
    """Whatever a pack may hold is set in the same way if its own text is set as a document."""
    text = markdown if markdown.startswith("---") else f"---\ntitle: T\n---\n\n{markdown}"
    own = (
        text.replace("---\n", "---\npage_wording: Page {page} of {pages}\n", 1) if "page_wording" not in text else text
    )
    pictures = {"map.png": PICTURE, "a.png": PICTURE}
    assert document(own, pictures)[0] == typeset(own, STYLE, pictures=pictures)
