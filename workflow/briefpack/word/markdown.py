"""The dialect: CommonMark with GFM tables, strikethrough, footnotes, definition lists and front matter, as a tree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import sha256

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from briefpack.problems import Place, Problem, Refusal
from briefpack.text.callouts import words_by_kind
from briefpack.text.escaping import escaped, settled
from briefpack.text.quoting import repeated
from briefpack.word.cells import surplus_cells
from briefpack.word.dialect import Caption, captions, mark, pictured
from briefpack.word.fill_lines import FillLine, named
from briefpack.word.front_matter import FrontMatter, read_front_matter
from briefpack.word.outline import CONTENTS, Contents, ContentsLine, entries, mark_contents, slugs
from briefpack.word.signs import SignInKey, signs_in
from briefpack.word.tree import MarkdownNode, plain, tree, walk
from briefpack.word.xml import UNWRITABLE, unwritable


class _Parser(MarkdownIt):
    """A parser that accepts every link, so that a link we cannot print is refused and not left as source text."""

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - the parser's own name for it
        """Accept every target; `links` decides."""
        return True


NESTING = 60
"""The most levels of nested blocks, and of nested markup; a deeper text is refused."""


def pack_parser() -> MarkdownIt:
    """Return a parser of the dialect, as packs are read."""
    parser = _Parser("commonmark", {"maxNesting": NESTING}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    # An escaped sign stays a separate text, so that it is never taken for a form of the dialect.
    return parser.use(front_matter_plugin).use(deflist_plugin).disable("text_join")


PARSER = pack_parser()


@dataclass(frozen=True)
class Manuscript:
    """A parsed pack: its blocks; the names of its headings, its captions and contents by line; its footnotes;
    its signs with what each means; problems; the bookmarks of its anchors.

    `shift` is 1 if the only heading of level 1 stands first and is the title: the others then move up one level.
    `begins` is the line of the first contents that list only what follows them, or 0; what stands before is a front
    page, whose headings belong to no outline. `entries` are the headings of the outline.
    One that is `tolerant` is set with warnings where a pack is refused.
    `digest` is of the whole text, so that no two different texts have the same.
    """

    file: str
    digest: str
    front: FrontMatter
    blocks: Sequence[MarkdownNode]
    headings: tuple[MarkdownNode, ...]
    slugs: Mapping[int, str]
    entries: Sequence[ContentsLine]
    captions: Mapping[int, Caption]
    contents: Mapping[int, Contents]
    shift: int
    begins: int
    definitions: Mapping[str, MarkdownNode]
    references: Counter[str]
    signs: tuple[SignInKey, ...]
    problems: tuple[Problem, ...]
    anchors: Mapping[str, str] = field(default_factory=dict)
    tolerant: bool = False

    @cached_property
    def heading_lines(self) -> Mapping[str, int]:
        """The line of each heading, by its name in links."""
        return {name: line for line, name in self.slugs.items()}

    @cached_property
    def lines(self) -> Sequence[FillLine]:
        """What each line to write on is for, in the order of the text; none in a text that is no form."""
        return named(self.front.lines)

    @property
    def title(self) -> str:
        """The title on one line: that of the front matter, else the heading that is the title, else an empty text."""
        named = self.front.pagetitle or self.front.title
        if named or not self.shift:
            return named
        return " ".join(UNWRITABLE.sub("", plain(self.headings[0])).split())

    def caption_named(self, words: str) -> Caption | None:
        """Return the caption named by words such as `Figure 1`, or None."""
        return next((each for each in self.captions.values() if words == each.name), None)


def read(markdown: str, file: str) -> Manuscript:
    """Return a Markdown text as a manuscript, with its problems.

    Raises Refusal if it is nested too deeply.
    """
    problems: list[Problem] = []
    text = printable(markdown, file, problems)
    tokens = _parsed(text)
    refuse_depth(tokens, file, problems)
    front = _front_matter(tokens, file, problems)
    return manuscript_of(text, file, tokens, front, problems)


def manuscript_of(
    text: str, file: str, tokens: Sequence[Token], front: FrontMatter, problems: list[Problem]
) -> Manuscript:
    """Return the manuscript of a text that was parsed."""
    blocks = tree(tokens)
    callouts = {words: kind for kind, words in words_by_kind(front.callouts).items()}
    mark(blocks, [label.strip() for label in front.labels.split(",")], callouts)
    found = _by_type(blocks)
    problems.extend(surplus_cells([one for one in found["table"] if not one.token.meta], text.split("\n"), file))
    headings = found["heading"]
    levels = [heading.token.tag for heading in headings]
    names = slugs(headings)
    shift = 1 if levels[:1] == ["h1"] and levels.count("h1") == 1 else 0
    listed = entries(headings, names, shift)
    contents = mark_contents(blocks, listed)
    titles = {heading.line for heading in headings if heading.type == "contents_title"}
    begins = min((line for line, each in contents.items() if not each.whole and each.entries), default=0)
    known = captions(found["caption"], file, problems)
    definitions = _definitions(found["footnote_reference"], file, problems)
    return Manuscript(
        file=file,
        digest=sha256(text.encode()).hexdigest(),
        front=front,
        blocks=blocks,
        headings=tuple(headings),
        slugs=names,
        entries=[entry for entry in listed if entry.line not in titles and entry.line > begins],
        captions=known,
        contents=contents,
        shift=shift,
        begins=begins,
        definitions=definitions,
        references=_references(tokens),
        signs=signs_in(tokens, begins),
        problems=tuple(problems),
    )


def _front_matter(tokens: Sequence[Token], file: str, problems: list[Problem]) -> FrontMatter:
    matter = next((token.content for token in tokens[:1] if token.type == "front_matter"), None)
    return FrontMatter() if matter is None else read_front_matter(matter, file, problems)


def _references(tokens: Sequence[Token]) -> Counter[str]:
    """Return how often each note is called."""
    inside = (child for token in tokens for child in token.children or ())
    return Counter(child.meta["label"] for child in inside if child.type == "footnote_ref")


@lru_cache(maxsize=1)
def _parsed(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text, which nobody may change: a pack is asked for its pictures, and then typeset."""
    return tuple(PARSER.parse(text))


WITHOUT_BLOCKS = frozenset({"paragraph", "heading", "table", "figure", "caption"})
"""The types of blocks whose inner blocks are not looked at."""


def _by_type(blocks: Iterable[MarkdownNode]) -> Mapping[str, list[MarkdownNode]]:
    """Return blocks and their inner blocks by type, in the order of the text; not those in paragraphs and tables."""
    found: dict[str, list[MarkdownNode]] = defaultdict(list)
    waiting = [iter(blocks)]
    while waiting:
        node = next(waiting[-1], None)
        if node is None:
            waiting.pop()
            continue
        found[node.type].append(node)
        if node.type not in WITHOUT_BLOCKS:
            waiting.append(iter(node.children))
    return found


def refuse_depth(tokens: Sequence[Token], file: str, problems: list[Problem]) -> None:
    """Raise Refusal, with the problems so far, if the text is nested more deeply than the parser reads."""
    for token in tokens:
        if token.level >= NESTING - 1 or any(child.level >= NESTING - 1 for child in token.children or ()):
            line = (token.map or [0])[0] + 1
            raise Refusal([*problems, Problem(Place(file, line), "nested too deeply for a page; use fewer levels")])


def printable(markdown: str, file: str, problems: list[Problem]) -> str:
    """Return the text with U+FFFD in place of what XML cannot hold; add a problem for each such line."""
    text = markdown.replace("\r\n", "\n").replace("\r", "\n")
    if not UNWRITABLE.search(text):
        return text
    for number, line in enumerate(text.split("\n"), start=1):
        fault = unwritable(line)
        if fault:
            problems.append(Problem(Place(file, number), fault))
    return UNWRITABLE.sub("\ufffd", text)


def _definitions(nodes: list[MarkdownNode], file: str, problems: list[Problem]) -> dict[str, MarkdownNode]:
    """Return the footnote definitions by label; add a problem for one that is written twice or inside another."""
    definitions: dict[str, MarkdownNode] = {}
    for node in nodes:
        label = node.token.meta["label"]
        fault = "a second time; give it a label of its own" if label in definitions else ""
        if any(inner.type == "footnote_reference" for inner in walk(node.children)):
            fault = "around another; move that one in front of it"
        if fault:
            problems.append(Problem(Place(file, node.line), f"footnote [^{repeated(label)}] is defined {fault}"))
        definitions.setdefault(label, node)
    return definitions


def picture_paths(markdown: str) -> list[str]:
    """Return the paths of the picture files that a text shows."""
    return pictured(tree(_parsed(markdown)))


def with_contents(markdown: str) -> str:
    """Return a text with its line `[[contents]]`, if any, replaced by a list of links to the headings that follow.

    The headings are those of the highest level that follows, below the title.
    """
    before, line, after = f"\n{markdown}".partition(f"\n{CONTENTS}\n")
    if not line:
        return markdown
    above, below = ([each for each in part.split("\n") if each.startswith("#")] for part in (before, after))
    headings = [node for node in tree(PARSER.parse("\n\n".join([*above, *below]))) if node.type == "heading"]
    names = slugs(headings)
    highest = min((node.token.tag for node in headings[len(above) :]), default="")
    listed = [node for node in headings[len(above) :] if node.token.tag == highest]
    links = [settled(f"- [{escaped(plain(node))}](#{names[node.line]})") for node in listed]
    return "\n".join([before[1:], *links, after]) if links else markdown
