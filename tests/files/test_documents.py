"""Documents: YAML read with the place of everything, refusing what YAML would silently change."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: RUF001

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.building import LEAST, own_templates, tell, write_case

from briefpack.files import documents
from briefpack.files.documents import Document, parse_document, read_document

ZERO_WIDTH = "\u200b"


@pytest.fixture(params=["C", "Python"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read every document of these tests with libyaml and once more with PyYAML's own parser."""
    monkeypatch.setattr(documents, "_LOADER", yaml.CBaseLoader if request.param == "C" else yaml.BaseLoader)


def read(text: str) -> Document:
    """Return a text that must be without fault as a document."""
    document, problems = parse_document(text, "a.yaml", ("a",))
    assert not problems
    assert document
    return document


def refused(text: str) -> list[str]:
    """Return what is said about a faulty text."""
    _, problems = parse_document(text, "a.yaml", ("a",))
    assert all(problem.severity == "error" for problem in problems)
    return [str(problem).replace(": error:", "") for problem in problems]


def test_every_value_and_key_keeps_its_place() -> None:
    """Line and column are counted from 1, for each value at its path and for each key at its path and `*key*`."""
    document = read("one: 1\ntwo:\n  - first\n  - {deep: here}\n'quoted':   x\n")
    places = {path[1:]: (place.line, place.column) for path, place in document.places.items()}
    assert places == {
        (): (1, 1),
        ("one", "*key*"): (1, 1),
        ("one",): (1, 6),
        ("two", "*key*"): (2, 1),
        ("two",): (3, 3),
        ("two", 0): (3, 5),
        ("two", 1): (4, 5),
        ("two", 1, "deep", "*key*"): (4, 6),
        ("two", 1, "deep"): (4, 12),
        ("quoted", "*key*"): (5, 1),
        ("quoted",): (5, 13),
    }


@pytest.mark.parametrize("word", ["NO", "no", "off", "yes", "12:30", "1993", "1993-03-15", "0x1F", "1e3", "010", ".5"])
def test_plain_words_stay_as_they_were_written(word: str) -> None:
    """Nothing is turned into a truth value, a number of seconds, a date or a number while it is read."""
    assert read(f"a: {word}\n").data == {"a": word}


@pytest.mark.parametrize("word", ["~", "null", "Null", "NULL", ""])
def test_a_null_is_nothing_and_a_quoted_one_a_word(word: str) -> None:
    """A value left open is as if it was not given, and quotes make it a text."""
    assert read(f"a: {word}\nb: '{word}'\n").data == {"a": None, "b": word}


def test_text_blocks_are_folded_and_kept_as_yaml_says() -> None:
    """Folded and literal blocks give the text that YAML 1.2 gives."""
    assert read("a: >-\n  one\n  two\n\n  three\nb: |\n  one\n  two\n").data == {
        "a": "one two\nthree",
        "b": "one\ntwo\n",
    }


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    """A file saved with a byte order mark reads as one without."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfid: x\n")
    document, problems = read_document(path, ())
    assert document
    assert (document.data, problems) == ({"id": "x"}, [])
    assert document.places[("id", "*key*")].column == 1


def test_windows_line_ends_change_no_place() -> None:
    """Lines that end in carriage return and line feed count as lines."""
    document = read("a: 1\r\nb: 2\r\n")
    assert document.data == {"a": "1", "b": "2"}
    assert document.places[("a", "b")].line == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\nb: 2\na: 3\n", "a.yaml:3:1 this key is repeated (first on line 1): keep one"),
        (
            "a: {x: 1, x: 2}\n",
            "a.yaml:1:11 this key is repeated (first on line 1): keep one, or begin each item with '- '",
        ),
        ("a: !!python/object:os.system x\n", "a.yaml:1:4 tags (!) are not allowed: delete the tag, or quote the text"),
        ("a: !!str 5\n", "a.yaml:1:4 tags (!) are not allowed: delete the tag, or quote the text"),
        ("a: &x 1\n", "a.yaml:1:4 anchors (&) and aliases (*) are not allowed: write the text out, or quote it"),
        (
            "? {x: 1}\n: 2\n",
            "a.yaml:1:3 a key must be a word followed by a colon; a text that begins with '{' needs quotes",
        ),
        (
            "a: {b: Smith, J}\n",
            "a.yaml:1:15 this text was read as a key: put a text that holds a comma or a colon in quotes",
        ),
        ("a: 1\n---\nb: 2\n", "a.yaml:2:1 a second YAML document ('---') begins here: keep one a file"),
        ("", "a.yaml:1:1 the file is empty: write something into it, or delete it"),
        ("# only a comment\n", "a.yaml:1:1 the file is empty: write something into it, or delete it"),
        ("---\n", "a.yaml:1:1 the file is empty: write something into it, or delete it"),
        (f"a: x{ZERO_WIDTH}y\n", "a.yaml:1:5 invisible character U+200B: delete it and type the text again"),
        ("a: x\x07y\n", "a.yaml:1:5 invisible character U+0007: delete it and type the text again"),
        ("a: x\u00ady\n", "a.yaml:1:5 invisible character U+00AD: delete it and type the text again"),
        ("a: 1\n\ufeffb: 2\n", "a.yaml:2:1 invisible character U+FEFF: delete it and type the text again"),
        ('a: "x\\u200by"\n', "a.yaml:1:4 this text spells an invisible character with a backslash: delete it"),
        ('a: "\\ud83d\\ude00"\n', None),
        ("a: b: c\n", "a.yaml:1:5 this is not YAML: a text that holds ': ' needs quotes around it"),
    ],
)
def test_what_yaml_would_change_in_silence_is_refused(text: str, said: str | None) -> None:
    """Each trick of YAML is told with its place and remedy, once."""
    lines = refused(text)
    if said is None:
        assert len(lines) == 1
        assert lines[0].startswith("a.yaml:1:")
    else:
        assert lines == [said]


def test_a_tab_as_indentation_is_refused_with_its_line() -> None:
    """A tab at the beginning of a line is told as such."""
    lines = refused("a:\n\tb: 1\n")
    assert len(lines) == 1
    assert lines[0].startswith("a.yaml:2:1 this is not YAML: indent with spaces, not tabs")


def test_text_that_is_not_yaml_is_refused_where_it_goes_wrong() -> None:
    """An unclosed bracket gives one problem with a remedy."""
    lines = refused("a: [1, 2\nb: 3\n")
    assert len(lines) == 1
    assert lines[0].startswith("a.yaml:1:4 this is not YAML: a '[' opens here: its ']' is missing")


def test_an_alias_bomb_is_refused_and_not_unfolded() -> None:
    """Nested aliases are told one by one and come to nothing."""
    lines = ["a0: &a0 [x, x, x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    document, problems = parse_document("\n".join(lines) + "\n", "a.yaml", ("a",))
    assert len(problems) == 9 + 8 * 9
    assert document
    assert document.data["a8"] == [None] * 9


def test_merge_keys_are_refused() -> None:
    """`<<` is told once, and nothing that it would have brought is told as missing."""
    (line,) = refused("a: &x {b: 1}\nc:\n  <<: *x\n")
    assert line == "a.yaml:3:3 this is not YAML: a merge key (<<) is not allowed: write out the keys that it stands for"


@pytest.mark.parametrize(
    "text",
    ["[" * 10_000, "a: " + "{a: " * 10_000, "- " * 10_000, "[" * 42 + "]" * 42],
    ids=["lists", "mappings", "items", "one too many"],
)
def test_deep_nesting_is_refused_and_not_followed(text: str) -> None:
    """Ten thousand brackets give one problem that says what is wrong, not an error of the machine."""
    (told,) = refused(text)
    assert told.endswith(" this is nested deeper than 40 levels: use fewer levels")


def test_forty_levels_are_read() -> None:
    """What a person could still write is not called nested too deeply."""
    data, depth = read("[" * 40 + "]" * 40).data, 1
    while data:
        (data,), depth = data, depth + 1
    assert depth == 40


def test_two_invisible_characters_are_both_told() -> None:
    """Every hidden character has its line and column."""
    assert [line.split(" ")[0] for line in refused(f"a: {ZERO_WIDTH}\nb: x\nc: \u2060{ZERO_WIDTH}\n")] == [
        "a.yaml:1:4",
        "a.yaml:3:4",
        "a.yaml:3:5",
    ]


@pytest.mark.parametrize(
    ("text", "column"), [("a:\u00a0b\n", 3), ("\u00a0a: b\n", 1), ("- \u3000a\n", 3), ("a: \u00a0b\n", 4)]
)
def test_a_space_that_is_none_to_yaml_is_named_where_yaml_needs_one(text: str, column: int) -> None:
    """Nobody can see why the line is not read as it looks."""
    _, problems = parse_document(text, "a.yaml", ())
    assert len(problems) == 1
    told = f"a.yaml:1:{column}: warning: U+{ord(text[column - 1]):04X} looks like a space but is not one: "
    assert str(problems[0]).startswith(told)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: Talks #two\n", ["a.yaml:1:10"]),
        ("a: One\n  talk  #two\n", ["a.yaml:2:9"]),
        ("a: [One #two\n  ]\n", ["a.yaml:1:9"]),
        ("a: #1F3864\n", ["a.yaml:1:4"]),
        ("a: Talks # 3\n", ["a.yaml:1:10"]),
        ("a: Round # 4 of the talks\n", ["a.yaml:1:10"]),
        ("a: Talks # two\n", ["a.yaml:1:10"]),
        ("a: UN Doc. # S/1994/3\n", ["a.yaml:1:12"]),
        ("a: \u0645\u062d # 3\n", ["a.yaml:1:7"]),
        ("a: They met. # 3 of them left\n", ["a.yaml:1:14"]),
        ("a: # 3 talks\n", ["a.yaml:1:4"]),
        ("a: # 8A3A1C\n", ["a.yaml:1:4"]),
        ("a:\n  #8A3A1C\nb: 1\n", ["a.yaml:2:3"]),
        ("a: ii  # unofficial\n", []),
        ("a: ii # 2 talks\n", []),
        ("a: 12 # 3 were asked\n", []),
        ("a: AMBER # 2 readers\n", []),
        ("a: about 1993  # 2 sources\n", []),
        ("a: Lake talks  # one of three efforts\n", []),
        ("a: Lake talks  # 1994-05-01: called so\n", []),
        ("a: They met.  # 3 of them left\n", []),
        ("a: Lake talks # working title\n", []),
        ("a:  # added later\n  b: 1\n", []),
        ("a: 'Talks' #two\n", []),
        ("a: Talks#two\n", []),
        ("a:\n#two\nb: 1\n", []),
    ],
)
def test_a_text_that_is_cut_at_a_number_sign_is_told(text: str, places: list[str]) -> None:
    """A comment has a space after its sign; what has none was meant as text."""
    document, problems = parse_document(text, "a.yaml", ())
    assert document
    assert [str(problem).split(": warning: ")[0] for problem in problems] == places
    assert all("comment" in problem.message for problem in problems)


@pytest.mark.parametrize("letter", ["é", "ё", "ҷ", "\u00a0", "中", "😀", "ا"])
def test_letters_of_every_script_are_welcome(letter: str) -> None:
    """Nothing visible is taken for invisible, and neither is a space that does not break inside a text."""
    assert read(f"a: x{letter}y\n").data == {"a": f"x{letter}y"}


def test_a_file_that_is_not_utf8_is_told_with_what_to_do(tmp_path: Path) -> None:
    """Latin-1 is refused."""
    path = tmp_path / "a.yaml"
    path.write_bytes("a: Fürth".encode("latin-1"))
    document, problems = read_document(path, ())
    assert document is None
    assert [str(problem) for problem in problems] == [
        f"{path}:1:1: error: the file is not UTF-8 text: save it as UTF-8"
    ]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """A file that is not there gives a problem, not an error of the system."""
    document, problems = read_document(tmp_path / "a.yaml", ())
    assert document is None
    assert str(problems[0]).startswith(f"{tmp_path}/a.yaml:1:1: error: the file is missing")


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    """What cannot be opened gives a problem, not an error of the system."""
    document, problems = read_document(tmp_path, ())
    assert document is None
    assert len(problems) == 1


def test_an_enormous_file_is_refused_before_it_is_parsed() -> None:
    """More than 5 MB is data, not a case."""
    assert refused("a: " + "x" * 5_000_001) == [
        "a.yaml:1:1 the file is larger than 5 MB: a case file holds text, not data"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: **bold** text\n", "1:5 a text that begins with '*' needs quotes"),
        ('a: "C:\\Users"\n', "1:9 within double quotes '\\' has a meaning"),
        ("a: {b: one: two}\n", "1:11 within {} a text that holds a comma or ': ' needs quotes"),
        ('a: "open\nb: 1\nc: 2\n', "1:4 a quote opens here and is not closed"),
        ("a: 'open\n" + "b: 1\n" * 40 + "c: 'closed'\n", "1:4 a quote opens here and is not closed"),
        ('a: "first\nnote: of a text"\nb: 1\nc: [\n', "4:4 a '[' opens here: its ']' is missing"),
        ("a: {b: c\nd: e\n", "1:4 a '{' opens here: its '}' is missing, or a comma or a quote between here and line 2"),
        ("a: {b: x, c: #8A3A1C}\n", "1:14 everything from here to the end of the line is read as a comment"),
        ("a: [#000, #fff]\n", "1:5 everything from here to the end of the line is read as a comment"),
        ("a: [one # 2, two]\nb: c\n", "1:9 everything from here to the end of the line is read as a comment"),
        ("a: One\n  talk # 2\n  more\n", "2:8 everything from here to the end of the line is read as a comment"),
        ("a: {value: b}, c\n", "1:14 nothing may stand after the '}' that closes this"),
        ("a: {value: b} and c\n", "1:15 nothing may stand after the '}' that closes this"),
        ("a: {b: c}}\n", "1:10 nothing may stand after the '}' that closes this"),
        ("a:\n  - id: b\n    c: d\n  id: e\n", "4:3 a list goes on here: begin its next item with '- '"),
        ("a:\n  - id: b\n   c: d\n", "3:4 a list goes on here: begin its next item with '- '"),
        ("a:\n - b: c\n  - b: d\n", "3:3 the items of a list begin under each other"),
        ("a:\n  -id: b\n   c: d\n", "2:3 a '-' that begins an item needs a space after it"),
        ("a:b\nc: d\n", "1:2 a key needs a space after its colon"),
        (
            "a: b\n  c: d\n",
            "2:4 a text that holds ': ' needs quotes around it; and if this line begins with a key, indent",
        ),
        ("a:\n  b: c\n d: e\n", "3:2 indent this line like the keys that it stands among"),
        (": b\n", "1:1 there is no key before this colon"),
        ("a: \u201cb: c\u201d\n", "1:6 curly quotes hold no text together"),
        ("a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> x\n", "2:1 this line marks a conflict of two versions"),
        ("a: -\n", "1:4 a text that begins with '-' needs quotes around it"),
        ("a: 50\nb: %50 of it\n", "2:4 a text that begins with '%' needs quotes around it"),
        ("- @home\n", "1:3 a text that begins with '@' needs quotes around it"),
        ("a: `x`\n", "1:4 a text that begins with '`' needs quotes around it"),
        ("a: [Draft] text\n", "1:12 a text that begins with '[' needs quotes around it"),
        ("a: >50 per cent\n", "1:6 a text that begins with '>' needs quotes around it"),
        ("a: - what\n", "1:4 a text that begins with '-' needs quotes around it"),
        ("a: 'Tis' so\n", "1:10 a text in quotes ends with its quote ('): put all of it in quotes of the other kind"),
        ("a: 1\nversion:1\n", "2:1 a colon is missing here, or the space after it"),
        ("a:\n\tb: 1\n", "2:1 indent with spaces, not tabs"),
    ],
)
def test_what_is_no_yaml_is_told_where_it_begins_and_with_what_to_do(text: str, said: str) -> None:
    """A quote left open ends at the next one, far below; it is told where it was opened."""
    (line,) = refused(text)
    place, _, message = said.partition(" ")
    assert line.startswith(f"a.yaml:{place} this is not YAML: {message}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: \u201cquoted\u201d\n", "a.yaml:1:4: warning: curly quotes do not end a text"),
        (
            "a: |\n  They said:\n  - one\n",
            "a.yaml:1:4: warning: lines that begin with '- '",
        ),
        ("a: |\n  They said:\n  1. one\n  2. two\n", "a.yaml:1:4: warning: lines that begin with '- '"),
        ("a: >-\n  They said:\n  - one\n  - two\nb: c\n", "a.yaml:1:4: warning: lines that begin with '- '"),
        ("a: >-\n  They said:\n  * one\n  * two", "a.yaml:1:4: warning: lines that begin with '- '"),
        ("a: [\u201cone, two\u201d]\n", "a.yaml:1:5: warning: curly quotes do not end a text"),
        (
            "a: They said\n  - one\n  - two\n",
            "a.yaml:1:4: warning: lines that begin with '- '",
        ),
        ('a: "C:\\new\\table"\n', "a.yaml:1:4: warning: within double quotes '\\' has a meaning of its own"),
        ("accent: #8A3A1C\n", "a.yaml:1:9: warning: a comment begins here, so no value is given"),
    ],
)
def test_what_was_meant_for_something_else_is_a_warning(text: str, said: str) -> None:
    """It is YAML, and says something else than its author thinks."""
    document, problems = parse_document(text, "a.yaml", ())
    assert document
    (line,) = map(str, problems)
    assert line.startswith(said)


@pytest.mark.parametrize(
    "text",
    ['a: "C:\\\\new"\n', "a: 'C:\\new'\n", "a: |\n  In\n  1994. It began.\n", "a: one\n  - two\n", "a: {b: 1, c: }\n"],
)
def test_what_is_meant_is_read_without_a_word(text: str) -> None:
    """Nothing is said of a doubled backslash, one line that begins with a number or a dash, or a value left out."""
    assert read(text)


def test_an_item_without_its_dash_is_told_once() -> None:
    """All keys of the second item stand in the first one again."""
    (line,) = refused("a:\n  - id: one\n    name: x\n    id: two\n    name: y\n")
    assert line.endswith("(first on line 2): keep one, or begin each item with '- '")


@pytest.mark.parametrize(
    ("file", "text", "place"),
    [
        ("organisation.yaml", "name: Ours\ncolours:\n  accent: #8A3A1C\n", "organisation.yaml:3:11"),
        ("organisation.yaml", "name: Ours\nunit: #4 team\n", "organisation.yaml:2:7"),
        ("organisation.yaml", "name: Ours #1\n", "organisation.yaml:1:12"),
        ("wording/en.yaml", "own:\n  greeting: #1 of all\n", "wording/en.yaml:2:13"),
    ],
)
def test_what_a_house_style_loses_to_a_comment_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], file: str, text: str, place: str
) -> None:
    """Its author is told at once, and no pack is made without what was left out."""
    library = own_templates(tmp_path, {file: text})
    arguments = ("pack", write_case(tmp_path, case=LEAST), "--templates", library, "--organisation", "ours")
    told = tell(capsys, *arguments, "--into", tmp_path / "packs")
    assert told.status == 1
    (line,) = told.problems
    assert line.startswith(f"{library}/ours/{place}: error: ")
    assert "comment" in line
    assert not (tmp_path / "packs").exists()


def test_what_a_registry_loses_to_a_comment_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The registry is written by hand as the case is."""
    told = tell(capsys, "check", write_case(tmp_path, case=LEAST, registry="people:\n  - Ana Berg #2\n"))
    assert any("registry.yaml:2:14: warning: everything from ' #' on" in line for line in told.problems), told.err
