"""Packs: what officials and convenors are handed for both shipped cases keeps to the conventions of the field."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501, RUF001

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.building import INPUTS, PACKS, SHIPPED, shipped, shipped_pack, wording
from tests.pages.layout import page_texts

from briefpack.case.words import LIKELIHOOD_WORDS
from briefpack.disclosure.select import select
from briefpack.disclosure.view import Node, View
from briefpack.handbook import PHASES, Audience
from briefpack.stages.render import page_one
from briefpack.stages.render.printing import Printer

HERE = Path(__file__).parent
EVERY = [(name, audience) for name in SHIPPED for audience in PACKS]
HEADING = re.compile(r"^(#{1,6}) (.+)$", re.MULTILINE)
FRONT = {
    "track-i": ["Bottom line", "What we ask of you"],
    "track-ii": ["Ground rules", "Consent", "What is needed"],
}
TITLES = ["Assessment", "Conception", "Planning", "Implementation", "Follow-up and evaluation"]
STEPS = [
    "Assess the Track II Environment",
    "Develop a Strategic Plan",
    "Design the Process",
    "Conduct Track II Activities",
    "Undertake Follow-up Activities and Evaluation",
]
#: The most pages of body of a real case, page one among them, and of body and annexes together.
#: The aim is 4 and 10, 9 and 17.
PAGES = {"track-i": 4, "track-ii": 8}
WHOLE = {"track-i": 10, "track-ii": 16}


def pack(name: str, audience: Audience) -> str:
    """Return a Markdown pack without its front matter."""
    return shipped_pack(name, audience)[0].split("\n---\n", 1)[1]


def headings(text: str) -> list[tuple[int, str]]:
    """Return the headings of a pack with their levels."""
    return [(len(marks), title) for marks, title in HEADING.findall(text)]


def section(text: str, title: str) -> str:
    """Return what stands under a heading of level 2 or 3, to the next of its level or above; of an annex by its title."""
    annex = r"(?:Annex \w: |Step \d: )?"
    found = re.search(rf"^(#{{2,3}}) {annex}{re.escape(title)}\n(.*?)(?=^#{{2,3}} |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, title
    return found[2].strip()


def parties(text: str) -> str:
    """Return the table of what the parties say."""
    found = re.search(r"^\| Party \| Public position \|\n(?:\|.*\n)+", text, re.MULTILINE)
    assert found
    return found.group()


@pytest.mark.parametrize(("name", "audience"), EVERY)
def test_the_first_page_has_what_this_reader_needs_first_in_order(name: str, audience: Audience) -> None:
    """Officials read purpose, bottom line and asks first, convenors purpose, rules, consent and needs."""
    titles = [title for level, title in headings(pack(name, audience)) if level == 2]
    assert titles[: len(FRONT[audience])] == FRONT[audience]
    assert titles.index("The case in brief") < titles.index("Step 1: Assessment")
    first = page_one(shipped_pack(name, audience)[0])
    asks = "## What we ask of you" if audience == "track-i" else "## What is needed"
    order = ["**For:**", "**Purpose:**", f"## {FRONT[audience][0]}", asks, "**Where the two tracks me", "now.png"]
    assert [first.index(one) for one in order] == sorted(first.index(one) for one in order)


@pytest.mark.parametrize(("name", "audience"), EVERY)
def test_the_first_page_says_how_to_handle_the_pack(name: str, audience: Audience) -> None:
    """Reader, sender, mark, date, version and distribution stand above everything else."""
    cover = pack(name, audience).split("**Purpose:**")[0]
    told = re.findall(r"\*\*([^*:]+):\*\* (.+?)(?= · \*\*|$| \\\\$)", cover, re.MULTILINE)
    assert {"For", "From", "Handling", "As of", "Version", "Distribution"} <= {label for label, _ in told}
    assert not [label for label, value in told if value == "not stated"]
    assert len([line for line in cover.splitlines() if line.strip() and not line.startswith("#")]) <= 4


@pytest.mark.parametrize(("name", "audience"), EVERY)
def test_the_five_phases_come_in_order_with_step_and_title(name: str, audience: Audience) -> None:
    """Each phase has its number, its name, and the handbook step it stands for."""
    text = pack(name, audience)
    assert [(phase.step, wording().say(f"steps.{phase.name}")) for phase in PHASES] == list(enumerate(STEPS, start=1))
    found = [title for level, title in headings(text) if level == 2 and re.match(r"Step \d: ", title)]
    assert found == [f"Step {number}: {title}" for number, title in enumerate(TITLES, start=1)]
    for number, title in enumerate(STEPS, start=1):
        body = section(text, found[number - 1])
        assert body.startswith(f"Handbook: *{title}*.")
    levels = [title for level, title in headings(text) if level == 2]
    assert levels.index("Coordination between the tracks") > levels.index(found[-1])


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shared_core_is_the_same_text_in_both_packs(name: str) -> None:
    """The situation as told in public and the parties' positions are byte for byte the same for both readers."""
    first, second = (pack(name, audience) for audience in PACKS)
    assert parties(first) == parties(second)
    told = [section(text, "The situation").rpartition("\n|") for text in (first, second)]
    cores = [re.sub(r" Next round: [^\n]*", "", core + row.partition("\n")[0]) for core, _, row in told]
    assert cores[0] == cores[1]
    assert len(cores[0]) > 200


@pytest.mark.parametrize(("name", "audience"), EVERY)
def test_no_heading_of_a_pack_is_empty(name: str, audience: Audience) -> None:
    """Under every heading stands something before the next of its level."""
    found = list(HEADING.finditer(pack(name, audience)))
    text = pack(name, audience)
    for match, after in zip(found, [*found[1:], None], strict=True):
        body = text[match.end() : after.start() if after else None].replace("---", "").strip()
        assert body or (after and len(after[1]) > len(match[1])), match[2]


@pytest.mark.parametrize("name", SHIPPED)
def test_points_to_make_are_few_and_short(name: str) -> None:
    """At most eight, of about two lines each."""
    points = [line for line in section(pack(name, "track-i"), "Points to make").splitlines() if line]
    assert 1 <= len(points) <= 8
    assert all(line.startswith("- ") for line in points)
    assert max(len(re.sub(r"\[\^\w+\]|\*\([^)]*\)\*", "", line)) for line in points) <= 200


def scale(name: str) -> tuple[str, ...]:
    """Return the likelihood words of a case's scale as readers see them."""
    return tuple(
        wording().word("likelihood", word)
        for word in LIKELIHOOD_WORDS[shipped(name).content.case.likelihood_scale or "phia"]
    )


def in_sentences(name: str) -> str:
    """Return a pattern for the words of the scale of a shipped case; of two names of a step the first stands alone."""
    words = {one for word in scale(name) for one in (word, word.partition(" or ")[0])}
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@pytest.mark.parametrize(("name", "audience"), EVERY)
def test_likelihood_and_confidence_never_share_a_sentence(name: str, audience: Audience) -> None:
    """ICD 203: how likely something is and how sure we are of it are said apart."""
    text = re.sub(r"\[\^[^\]]*\]| \[[^\]^]+\](?!\()", "", pack(name, audience))
    apart = re.split(r"(?<=[.!?])\s|[.!?]?\*\(|\)\*|\n", text)
    assert "Confidence is " in pack(name, "track-i")
    words = in_sentences(name)
    judged = re.compile(rf"judged (?:{words})|(?:It|There) is (?:{words}) that")
    both = [part for part in apart if judged.search(part) and "onfidence" in part]
    assert both == []


@pytest.mark.parametrize(("name", "audience"), EVERY)
def test_the_likelihood_words_are_explained_where_one_is_used(name: str, audience: Audience) -> None:
    """The first section that uses a word of the scale leads to the end, where all of them stand with their ranges."""
    text, _, key = pack(name, audience).partition("### What words of likelihood mean\n")
    # What page one judges is explained below the contents.
    parts = re.split(r"^(?=## (?:Step|Annex|What to say, options|Framing|Coordination))", text, flags=re.M)
    words = in_sentences(name)
    judging = [part for part in parts if re.search(rf"\*judged (?:{words})|(?:It|There) is (?:{words}) that ", part)]
    leads = "[What words of likelihood mean](#what-words-of-likelihood-mean): see the end"
    assert [part for part in parts if leads in part] == judging[:1]
    assert all(f"{word} (" in key for word in scale(name)) == bool(judging)


def recalled(view: View) -> Iterator[str]:
    """Return what the items of a view are called that come from recall alone."""
    for item in view.items:
        if item.about.verification == "recall" and item.kind.headline:
            yield str(Printer(wording())(Node(item)))


@pytest.mark.parametrize("audience", PACKS)
def test_what_comes_from_recall_alone_is_marked(audience: Audience) -> None:
    """Each item of the real case that its authors only recall says so wherever the pack has it in words."""
    names = set(recalled(select(shipped("inter-tajik-dialogue"), audience))) - {"Sustained dialogue meetings"}
    text = re.sub(r"^!\[.*\]\(.*\)$", "", pack("inter-tajik-dialogue", audience), flags=re.MULTILINE)
    assert names
    told = [one for one in borne_out("inter-tajik-dialogue", audience) if one.startswith("January 1994")]
    assert [one for one in told if "from recall" in one], "drawn, and told with its date"
    for name in names:
        for place in re.finditer(re.escape(name), text):
            assert re.match(r"(?:\[\^\w+\])* \[ʳ\]", text[place.end() :]), name


@pytest.mark.parametrize("audience", PACKS)
def test_what_only_the_organisers_say_is_marked(audience: Audience) -> None:
    """Every fact of the timeline that rests on the organisers' own account alone carries the mark."""
    told = borne_out("inter-tajik-dialogue", audience)
    grades = {source["key"]: source["grade"] for source in TAJIK["sources"]}
    own = {key for key, grade in grades.items() if grade == "organisers_account"}
    assert own
    marked = 0
    for one in told:
        cited = keys_in(one)
        if cited and cited <= own:
            assert "organisers' own account" in one, one
            marked += 1
    assert marked


TAJIK: dict[str, Any] = yaml.load(
    (INPUTS / "inter-tajik-dialogue" / "case.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)


def borne_out(name: str, audience: Audience) -> list[str]:
    """Return the events of the timeline as its pictures tell them to who cannot see them, with what bears them out."""
    annex = section(pack(name, audience), "Timeline of both tracks")
    events = r"[^.]+ \((?:track [\w.]+|context|implementation)\): "
    found: list[str] = []
    for told in re.findall(r"^!\[(.*)\]\(.*\)$", annex, re.MULTILINE):
        begins = [one.start() for one in re.finditer(events, told)]
        found += [told[start:end].strip() for start, end in pairwise([*begins, len(told)])]
    return found


def keys_in(event: str) -> set[str]:
    """Return the keys of the sources behind an event."""
    found = re.search(r"\(([A-Z]\d+(?:, [A-Z]\d+)*)(?:; [^()]*)?\)\.$", event)
    return set(found[1].split(", ")) if found else set()


@pytest.mark.parametrize("audience", PACKS)
def test_every_fact_of_the_real_timeline_has_a_source(audience: Audience) -> None:
    """Each dated event cites at least one source, and each cited source is in the bibliography with its status."""
    events = borne_out("inter-tajik-dialogue", audience)
    assert len(events) > 30
    assert not [one for one in events if not keys_in(one)]
    text = pack("inter-tajik-dialogue", audience)
    cited = set(re.findall(r"\[\^([A-Z]\w*)\](?!:)", text))
    sources = re.findall(r"^\| (\w+) \| .* \*([^*|;]+)(?:; [^*|]+)?\* \|$", section(text, "Sources"), re.MULTILINE)
    listed = {key: kind for key, kind in sources if key != "Key"}
    assert cited == set(re.findall(r"^\[\^([A-Z]\w*)\]:", text, re.MULTILINE))
    assert cited | set().union(*map(keys_in, events)) == set(listed)
    assert not [key for key, said in listed.items() if "–" in said]


@pytest.mark.parametrize("audience", PACKS)
def test_the_timeline_is_in_order_of_date(audience: Audience) -> None:
    """Both tracks stand in one picture by year, and in the words that stand for it."""
    for name in SHIPPED:
        years = [int(re.findall(r"\d{4}", one)[0]) for one in borne_out(name, audience)]
        assert len(years) > 3
        assert years == sorted(years)


@pytest.mark.parametrize(("name", "audience"), EVERY)
def test_the_notes_are_numbered_as_they_are_met(name: str, audience: Audience) -> None:
    """Notes are defined in the order of their first mention."""
    text = pack(name, audience)
    met = list(dict.fromkeys(re.findall(r"\[\^(\w+)\](?!:)", text)))
    assert re.findall(r"^\[\^(\w+)\]:", text, re.MULTILINE) == met


@pytest.mark.parametrize(("name", "audience"), EVERY)
def test_every_acronym_of_a_pack_is_in_its_glossary_and_no_other(name: str, audience: Audience) -> None:
    """It holds those of the case that this reader's text uses, in alphabetical order; one or two make no glossary."""
    text = pack(name, audience)
    if name == "harbour-talks":
        assert "Glossary" not in text
        assert "\n\n**OHA** Ossenvar Harbour Authority\n\n" in text
        return
    glossary = section(text, "Glossary")
    listed = re.findall(r"\*\*([^*]+)\*\* ", glossary)
    known = {acronym.short for acronym in shipped(name).content.case.acronyms or ()}
    others = "".join(text.split(glossary))
    used = {short for short in known if re.search(rf"(?<!\w){re.escape(short)}(?!\w)", others)}
    assert set(listed) >= used
    assert listed == sorted(listed)


@pytest.mark.parametrize(("name", "audience"), EVERY)
def test_the_number_of_open_questions_is_the_number_listed(name: str, audience: Audience) -> None:
    """Below the contents stand their number and the five to ask first, some under one head; the annex has the others."""
    text = pack(name, audience)
    first = section(text, "What is still open")
    counted = re.search(r"^(\d+) questions are open", first)
    assert counted
    listed = [line for line in first.splitlines() if line.lstrip().startswith("- ")]
    assert len([line for line in listed if not line.endswith(":")]) == 5
    annex = section(text, "Our questions to you") + section(text, "Not answered in this pack")
    annex = annex.partition("**Does not apply:**")[0]
    assert int(counted[1]) == (first + annex).count("?")


@pytest.fixture(scope="module")
def markdown_files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return the four Markdown packs as files."""
    folder = tmp_path_factory.mktemp("packs")
    for name, audience in EVERY:
        (folder / f"{name}.{audience}.md").write_text(shipped_pack(name, audience)[0], encoding="utf-8")
    return sorted(folder.iterdir())


@pytest.mark.long
def test_the_packs_pass_a_markdown_linter(markdown_files: list[Path]) -> None:
    """All rules of pymarkdown but two: a line is a paragraph, and URLs are bare."""
    command = [sys.executable, "-m", "pymarkdown", "--config", str(HERE / "pymarkdown.json"), "scan"]
    run = subprocess.run([*command, *map(str, markdown_files)], capture_output=True, text=True, check=False)
    assert (run.stdout, run.stderr, run.returncode) == ("", "", 0)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[Audience, list[str]]:
    """Return the text of each page of the two packs of the real case."""
    packs = {audience: shipped_pack("inter-tajik-dialogue", audience)[1] for audience in PACKS}
    return page_texts(packs, tmp_path_factory.mktemp("pages"))


def pages_of(pages: list[str], heading: str) -> list[int]:
    """Return the numbers of the pages on which a line begins with a heading."""
    wanted = re.compile(rf"^\s*{re.escape(heading)}", re.MULTILINE)
    return [number for number, text in enumerate(pages, start=1) if wanted.search(text)]


#: The lines of text that one page holds.
PAGEFUL = 50
#: The lines of the handling mark and its caveat above a page, and those of the mark and the page number below it.
FURNITURE = 2


def annex_page(pages: list[str], letter: str) -> int:
    """Return the number of the page on which an annex begins."""
    heading = re.compile(rf"^\s*Annex {letter}: [^·.]+$", re.MULTILINE)
    return next(number for number, text in enumerate(pages, start=1) if heading.search(text))


def lines_of_the_role(pages: list[str]) -> list[str]:
    """Return the lines of the annex on the role of track II, wherever a page ends among them."""
    texts = ([line for line in text.splitlines() if line.strip()][FURNITURE:-FURNITURE] for text in pages)
    lines = [line.strip() for text in texts for line in text]
    first, after = (
        next(place for place, line in enumerate(lines) if re.fullmatch(rf"Annex {letter}: [^·.]+", line))
        for letter in "AB"
    )
    assert "The role of track II" in lines[first]
    return lines[first:after]


@pytest.mark.parametrize("audience", PACKS)
def test_page_one_stands_alone(pages: dict[Audience, list[str]], audience: Audience) -> None:
    """All that this reader needs first is on page one, and the body begins on page two."""
    for title in FRONT[audience]:
        assert pages_of(pages[audience], title)[0] == 1
    body = "What to say, options and risks" if audience == "track-i" else "Framing the conversation"
    assert pages_of(pages[audience], body) == pages_of(pages[audience], "Contents") == [2]


def counted(pages: list[str]) -> tuple[int, int]:
    """Return the pages of the body, with one that it shares with the annexes, and all but those of readiness alone."""
    first = {
        letter: annex_page(pages, letter)
        for letter in "ABCDEFGH"
        if re.search(rf"^\s*Annex {letter}: [^·.]+$", "\n".join(pages), re.MULTILINE)
    }
    begins = next((page for letter, page in first.items() if f"Annex {letter}: Readiness" in pages[page - 1]), 0)
    after = next((page for page in first.values() if begins and page > begins), begins + 1)
    alone = after - begins - (not is_at_top(pages, begins, "Annex")) if begins else 0
    body = first["A"] - is_at_top(pages, first["A"], "Annex A:")
    return body, len([page for page in pages if page.strip()]) - max(0, alone)


def is_at_top(pages: list[str], number: int, heading: str) -> bool:
    """Return whether nothing but the mark stands on a page before a heading."""
    before = pages[number - 1].split(heading)[0].splitlines()
    return len([line for line in before if line.strip()]) <= FURNITURE


@pytest.mark.parametrize("audience", PACKS)
def test_body_and_annexes_keep_to_their_number_of_pages(pages: dict[Audience, list[str]], audience: Audience) -> None:
    """What has no room yields by a rule of the view alone; readiness and what does not fit are not counted."""
    body, whole = counted(pages[audience])
    assert 2 <= body <= PAGES[audience]
    assert body < whole <= WHOLE[audience]


@pytest.mark.parametrize("audience", PACKS)
def test_the_role_of_track_ii_takes_a_page_at_most(pages: dict[Audience, list[str]], audience: Audience) -> None:
    """Its lines would fit on one page, wherever it begins."""
    assert len(lines_of_the_role(pages[audience])) <= PAGEFUL
