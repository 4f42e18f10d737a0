"""Blame: a template's mistake is told at its line, and a fault of briefpack is never told as one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest
from tests.building import LEAST, case_of, markdown_of, own_templates
from tests.stages.test_render import cover, refusal

from briefpack.disclosure.select import select
from briefpack.house.wording import Catalogue
from briefpack.problems import Refusal
from briefpack.stages import render as rendering
from briefpack.stages.render import citations, csl_elements, csl_sources, environment, texts
from briefpack.stages.render.pack import Pack, PhaseFacts
from briefpack.stages.render.printing import Printer

HOME = "ours/parts/cover.md.j2:2:1: error: "
#: What a template can do wrong, in line 2 of its file.
MISTAKES = [
    "{{ 1 / 0 }}",
    "{{ case.place < 5 }}",
    "{{ 'a' < 5 }}",
    "{{ case.place + 1 }}",
    "{{ 5 | listed }}",
    "{{ case.title | listed }}",
    "{{ case.title | cited(1, 2, 3) }}",
    "{{ case.title | cited(nothing=1) }}",
    "{{ case.title | callout }}",
    "{{ 5 | callout('NOTE') }}",
    "{{ [1, 2] | untold }}",
    "{{ untold([1, 2]) }}",
    "{{ say() }}",
    "{{ say([]) }}",
    "{{ has_wording([]) }}",
    "{{ is_coding_due([]) }}",
    "{{ interval(1) }}",
    "{{ 5 | grouped('name') }}",
    "{{ ['x'] | grouped(5) }}",
    "{{ 5 | join }}",
    "{{ [3, 'a'] | sort }}",
    "{{ 'x' | round }}",
    "{{ [1] | map('nothing') | list }}",
    "{{ 'abc'.startswith(5) }}",
    "{{ 'abc'.split(5, 6, 7) }}",
    "{{ ', '.join(5) }}",
    "{{ range('a') }}",
    "{{ dict(5) }}",
    "{% for one in 5 %}x{% endfor %}",
    "{% for one in case.title %}x{% endfor %}",
    "{% include 5 %}",
    "{{ pack.annex_heading('nowhere') }}",
    "{{ pack.annex_heading() }}",
    "{{ pack.annex_link([]) }}",
    "{{ pack.phase_name(case) }}",
    "{{ pack.phase_name(5) }}",
    "{{ pack.phases.get() }}",
    "{{ loop }}",
    "{{ 1e999 }}",
    "{{ 5 | reference }}",
    "{{ case | reference }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% include 'parts/cover.md.j2' %}",
]


@pytest.mark.parametrize("line", MISTAKES)
def test_a_mistake_of_a_template_is_told_at_its_line(line: str, tmp_path: Path) -> None:
    """It is one problem, with the place to mend, whatever Python made of it."""
    (said,) = refusal(tmp_path, cover(line))
    assert said.startswith(HOME), said


def fails(*_: Any, **__: Any) -> NoReturn:
    """Fail as a slip in our own code does."""
    {"a": 1}["b"]
    raise AssertionError


def of_wrong_type(*_: Any, **__: Any) -> NoReturn:
    """Fail as a text where a number should be does."""
    raise AssertionError("a" + 1)  # type: ignore[operator]


def without_end(*values: Any, **named: Any) -> Any:
    """Fail as what calls itself does."""
    return without_end(*values, **named)


def misworded(self: Printer, *_: Any, **__: Any) -> str:
    """Ask for wording that no catalogue has."""
    return self.catalogue.say("pictures.that_nobody_worded")


#: Where a slip is planted, by its name there, and a template that comes by.
PLACES: dict[str, tuple[object, str, str]] = {
    "a filter": (Printer, "in_paragraphs", "{{ case.title | paragraphs }}"),
    "a function": (Printer, "is_printed", "{% if is_printed(case.title) %}x{% endif %}"),
    "what prints each value": (Printer, "worded", "{{ case.title }}"),
    "what is noted of each name": (Printer, "asked_for", "{{ case.title }}"),
    "a method of the pack": (Pack, "annex_heading", "{{ pack.annex_heading('parties') }}"),
    "what hands on texts": (texts, "as_text", "{{ case.title | upper }}"),
    "what puts texts together": (environment, "put_together", "{{ 'a' + 'b' }}"),
    "what gathers a pack": (rendering, "pack_of", ""),
    "what looks at overrides": (rendering.Overrides, "_extends", ""),
    "what places likelihoods": (rendering, "likelihoods_placed", ""),
    "what tidies the text": (rendering, "tidy", ""),
    "what numbers figures": (rendering, "numbered", ""),
}


@pytest.mark.parametrize("slip", [fails, of_wrong_type, without_end])
@pytest.mark.parametrize("where", PLACES)
def test_a_slip_in_our_own_code_is_no_mistake_of_a_template(
    where: str, slip: Callable[..., object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It goes on as what it is, to end as a traceback: nobody is told to check their filters."""
    holder, name, line = PLACES[where]
    library = own_templates(tmp_path, cover(line))
    view = select(case_of(tmp_path, LEAST), "track-i")
    assert markdown_of(view, library, "ours")
    monkeypatch.setattr(holder, name, slip)
    with pytest.raises((KeyError, TypeError, RecursionError)) as caught:
        markdown_of(view, library, "ours")
    assert caught.traceback[-1].name == slip.__name__


def test_wording_that_we_ask_for_and_nobody_has_is_our_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a template asks for is its own mistake; a key that stands in our code is not."""
    library = own_templates(tmp_path, cover("{{ case.title | cited }}"))
    view = select(case_of(tmp_path, LEAST), "track-i")
    monkeypatch.setattr(Printer, "cited", misworded)
    with pytest.raises(LookupError, match=r"pictures\.that_nobody_worded"):
        markdown_of(view, library, "ours")
    assert not Catalogue("en", {}).has("pictures.that_nobody_worded")


def test_a_fault_in_what_is_worked_out_is_not_taken_for_a_name_that_there_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Jinja looks for another way where a name fails, and would tell the template's author to check its spelling."""
    library = own_templates(tmp_path, cover("{{ pack.phases.planning.title }}"))
    view = select(case_of(tmp_path, LEAST), "track-i")
    monkeypatch.setattr(PhaseFacts, "title", property(lambda self: self.no_such_thing), raising=False)
    monkeypatch.setattr(PhaseFacts, "__init__", lambda *_: None)
    with pytest.raises(AttributeError, match="no_such_thing"):
        markdown_of(view, library, "ours")


CITED = (
    "sources: [{key: S1, type: book, title: Quays, authors: [{family: Slim, given: Jo}], issued: 2001, volume: 2}]\n"
)
#: Where a slip is planted in what sets sources, by its name there: before, within, and after the work of citeproc.
OF_CITATIONS: dict[str, tuple[object, str]] = {
    "what hands names to citeproc": (csl_sources, "_name"),
    "what hands dates to citeproc": (csl_sources, "_date"),
    "what makes room in a title": (citations, "_add_to_title"),
    "what citeproc calls for initials": (csl_elements, "initials"),
    "what citeproc calls for italics": (csl_elements, "italic"),
    "what ends a source": (citations, "pointed"),
    "what looks for emphasis": (citations, "emphasised"),
}
#: A style that comes by all of them: it prints no volume, and sets initials and italics.
COMING_BY = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>x</title><id>x</id><updated>2020-01-01T00:00:00Z</updated></info>
<macro name="round"><group><text macro="round"/></group></macro>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><names variable="author"><name initialize-with="."/></names>
<text variable="title" font-style="italic"/><date variable="issued"><date-part name="year"/></date>{}</layout>
</bibliography></style>"""


def style_of(more: str = "") -> citations.CitationStyle:
    """Return the style, with more behind the date."""
    return citations.CitationStyle(COMING_BY.format(more).encode(), "en-GB", "house.csl")


@pytest.mark.parametrize("slip", [fails, of_wrong_type, without_end])
@pytest.mark.parametrize("where", OF_CITATIONS)
def test_a_slip_of_ours_in_setting_a_source_is_no_fault_of_the_citation_style(
    where: str, slip: Callable[..., object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither where a source is cited nor where a style is tried: nobody is told to choose another."""
    source = select(case_of(tmp_path, LEAST + CITED), "track-i").root.case.sources[0]
    assert style_of().cite(source).full
    assert style_of().misfit() == ""
    monkeypatch.setattr(*OF_CITATIONS[where], slip)
    with pytest.raises((KeyError, TypeError, RecursionError)) as caught:
        style_of().cite(source)
    assert caught.traceback[-1].name == slip.__name__


@pytest.mark.parametrize(
    ("module", "name"),
    [(csl_sources, "_name"), (csl_sources, "_date"), (csl_sources, "Date"), (citations, "reference_of")],
)
def test_what_we_hand_to_citeproc_wrongly_is_no_fault_of_the_citation_style(
    module: object, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It fails within citeproc, and does so in a style and of a source that are known to be good."""
    source = select(case_of(tmp_path, LEAST + CITED), "track-i").root.case.sources[0]
    monkeypatch.setattr(module, name, lambda *_, **__: 3)
    with pytest.raises(AttributeError):
        style_of().cite(source)


@pytest.mark.parametrize("macro", ["nowhere", "round"])
def test_what_a_citation_style_breaks_on_is_told_as_its_fault(macro: str, tmp_path: Path) -> None:
    """A macro that is not there, and one that calls itself through our own elements."""
    style = style_of(f'<text macro="{macro}"/>')
    source = select(case_of(tmp_path, LEAST + CITED), "track-i").root.case.sources[0]
    assert "cannot even set a 'book'" in style.misfit()
    with pytest.raises(citations.UnsetSource, match="choose another 'citation_style'"):
        style.cite(source)


def test_a_mistake_is_told_in_its_own_library_however_alike_another_is(tmp_path: Path) -> None:
    """The same words in the same place of two libraries are not taken for each other."""
    view = select(case_of(tmp_path, LEAST), "track-i")
    for parent in (tmp_path / "one", tmp_path / "two"):
        library = own_templates(parent, {"parts/cover.md.j2": "# Cover of two\n{{ 1 / 0 }}\n"})
        with pytest.raises(Refusal) as caught:
            markdown_of(view, library, "ours")
        assert [problem.place.file for problem in caught.value.problems] == [f"{library}/ours/parts/cover.md.j2"]
