"""What a template may reach: the view and the pack, and nothing of the registry, the files, the machine or Python."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import FunctionType, MappingProxyType, MethodType
from typing import Any

import pytest
from jinja2 import Undefined
from pydantic import BaseModel
from tests.building import (
    LEAST,
    PACKS,
    TEMPLATES,
    case_of,
    markdown_of,
    own_templates,
    shipped,
    tell,
    write_case,
)

from briefpack.case.dates import PartialDate
from briefpack.disclosure.absent import Absent
from briefpack.disclosure.inside import inside
from briefpack.disclosure.select import select
from briefpack.disclosure.view import Items, Leaf, Node
from briefpack.findings.own import own_findings
from briefpack.handbook import Audience
from briefpack.packs.house_styles import read_house_style
from briefpack.problems import Refusal
from briefpack.stages.draw import draw
from briefpack.stages.render.environment import PackEnvironment
from briefpack.stages.render.figures import figures_of
from briefpack.stages.render.pack import Pack, pack_of
from briefpack.stages.render.printing import Printer
from briefpack.stages.render.reach import Given

CASE = LEAST + "place: A bridge\nperiod: {from: 2024-01}\nsummary: {value: Much happened., sensitivity: team_only}\n"
PARTIES = "parties: [{id: mill, name: Millers}, {id: fish, name: Fishers}]\n"
REGISTRY = "people: {heron: {name: Tamsel Orrelby}}\n"

FILES = (
    '{% include "../../inputs/river-talks/registry.yaml" %}',
    '{% include "../../inputs/river-talks/registry.yaml" ignore missing %}{{ registry }}',
    '{% import "/etc/passwd" as users %}',
    '{% from "../organisation.yaml" import name %}',
    '{% include ["registry.yaml", "../registry.yaml"] %}',
    "{{ open('inputs/river-talks/registry.yaml').read() }}",
    "{{ read_text('registry.yaml') }}",
    "{{ case.title | include('registry.yaml') }}",
)
NAMES = (
    "{{ registry }}",
    "{{ registry.people.heron.name }}",
    "{{ case.registry }}",
    "{{ pack.registry }}",
    "{{ case.people }}",
    "{{ view.root }}",
    "{{ os.environ }}",
    "{{ environ['HOME'] }}",
    "{{ env('BRIEFPACK_AGE_IDENTITY') }}",
    "{{ config }}",
    "{{ request.application }}",
    "{{ __import__('os').environ }}",
    "{{ __builtins__ }}",
    "{{ environment.loader }}",
)
PYTHON = (
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context.parent }}",
    "{{ self.title.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.environ }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__'] }}",
    "{{ ('' | attr('__class__')) ~ '' }}",
    "{{ ['x'] | map(attribute='__class__') | list }}",
    "{{ '{0.__class__.__mro__}'.format('x') }}",
    "{{ '{x._inside}'.format_map({'x': case}) }}",
    "{{ dict.__base__ }}",
    "{{ range.__self__ }}",
    "{{ case.__class__ }}",
    "{{ case.__dict__ }}",
    "{{ case._inside }}",
    "{{ case['_inside'] }}",
    "{{ case | attr('_inside') }}",
    "{{ case._inside.kind.model_fields }}",
    "{{ case.title.about.sources }}",
    "{{ case.title.shape }}",
    "{{ case.title.__init__.__globals__ }}",
    "{{ case.summary._path }}",
    "{{ pack.__dict__ }}",
    "{{ pack.__class__.__init__.__globals__ }}",
    "{{ say.__globals__ }}",
    "{{ say.__self__ }}",
    "{{ say.__func__.__code__ }}",
    "{% for one in case.__class__.__mro__ %}{{ one }}{% endfor %}",
    "{% set room = case.title.__class__ %}{{ room }}",
    "{% macro m() %}x{% endmacro %}{{ m.__init__.__globals__ }}",
    "{% macro m() %}x{% endmacro %}{{ m._environment.loader }}",
    "{% do case._inside.fields.clear() %}",
    "{% debug %}",
    "{{ pack.organisation.parse_raw('x', proto='pickle', allow_pickle=true) }}",
    "{{ pack.organisation.parse_file('/etc/passwd') }}",
    "{{ pack.organisation.model_construct() }}",
    "{{ pack.organisation.track_i }}",
    "{{ '{0}'.format(case.title) }}",
    "{{ '%s' % case.title }}",
    "{{ '%r' | format(case.title) }}",
    "{{ case.title | safe }}",
    "{{ case.title | tojson }}",
    "{{ (case.title | string).encode() }}",
    "{{ (1).from_bytes }}",
    "{{ namespace.mro() }}",
    "{{ cycler('a') }}",
    "{{ case.period.from.value.start.first.today() }}",
    "{{ case.period.from.value.start.first.fromordinal(1) }}",
    "{{ pack.questions[0].path }}",
    "{{ pack.questions | map(attribute='path') | join }}",
    "{{ assessment.parties.index(assessment.parties[0]) }}",
    "{{ [case] | string }}",
    "{{ [case.summary] | string }}",
    "{{ say ~ '' }}",
    "{{ [say] | string }}",
    "{{ [pack.annex_link] | string }}",
    "{{ 'x'.upper ~ '' }}",
    "{{ pack.questions[0] }}",
    "{{ assessment.parties | grouped('_path') }}",
    "{{ assessment.parties | grouped('__class__') }}",
    "{{ pack.questions | grouped('path') }}",
    "{{ namespace(_about=1) | verification }}",
    "{{ case.title | cited(namespace(_about=1)) }}",
    "{{ namespace(note='x') | reference }}",
    "{{ pack }}",
)


def refusal(parent: Path, line: str) -> list[str]:
    """Return what is said about an organisation whose cover has this as its second line."""
    library = own_templates(parent, {"parts/cover.md.j2": f"# Cover\n{line}\n"})
    case = case_of(parent / "inputs", CASE, registry=REGISTRY, assessment=PARTIES)
    with pytest.raises(Refusal) as caught:
        markdown_of(select(case, "track-i"), library, "ours")
    return [str(problem).removeprefix(f"{library}/") for problem in caught.value.problems]


@pytest.mark.parametrize("attempt", [*FILES, *NAMES, *PYTHON])
def test_a_template_that_reaches_further_is_refused_with_its_place(tmp_path: Path, attempt: str) -> None:
    """One line names the file and the line of the template, and nothing that it was after."""
    said = refusal(tmp_path, attempt)
    assert len(said) == 1
    assert said[0].startswith("ours/parts/cover.md.j2:2:1: error: ")
    assert "Orrelby" not in said[0]
    assert "Much happened" not in said[0]


def _linked(parent: Path, name: str) -> Path:
    """Return a template library in which a file of an organisation is a link to a case's registry."""
    library = own_templates(parent, {})
    target = write_case(parent / "inputs", case=CASE, registry=REGISTRY) / "registry.yaml"
    link = library / "ours" / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(target)
    return library


@pytest.mark.parametrize(
    "name", ["parts/cover.md.j2", "own/people.md.j2", "wording/en.yaml", "organisation.yaml", "style.docx", "house.csl"]
)
def test_a_link_out_of_the_template_library_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """Whatever of an organisation leads to a registry, it is not read, and the place of the link is told."""
    library = _linked(tmp_path, name)
    order = ("--templates", library, "--organisation", "ours", "--into", tmp_path / "out")
    told = tell(capsys, "pack", tmp_path / "inputs" / "river-talks", *order)
    assert told.status == 1
    assert [line for line in told.problems if line.startswith(f"{library}/")] == [
        f"{library}/ours/{name}:1:1: error: this link leads out of the template library: if all readers may have "
        "the file, put a copy of it here"
    ]


def test_a_link_within_the_library_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A part may be shared by a link, and an organisation's whole folder may be one."""
    library = own_templates(tmp_path, {})
    (library / "ours").rename(tmp_path / "elsewhere")
    (library / "ours").symlink_to(tmp_path / "elsewhere")
    (library / "ours" / "style.docx").symlink_to(library / "base" / "style.docx")
    folder = write_case(tmp_path / "inputs", case=CASE)
    order = ("--templates", library, "--organisation", "ours", "--into", tmp_path / "out")
    assert tell(capsys, "pack", folder, *order).status == 0


#: All that templates may call: what they are given, what a pack has, and harmless methods of texts and mappings.
CALLED = {
    "say",
    "has",
    "cited_sources",
    "notes_given",
    "untold",
    "is_scale_due",
    "scale_is_used",
    "is_printed",
    "is_coding_due",
    "codings",
    "given",
    "sign",
    "interval",
    "dict",
    "Namespace",
    "spanned",
}
CALLED |= {"annex_heading", "annex_letter", "annex_link", "link_to", "phase_name", "get", "items", "keys", "values"}
CALLED |= {"capitalize", "count", "endswith", "find", "isdigit", "join", "lower", "lstrip", "partition", "upper"}
CALLED |= {"removeprefix", "removesuffix", "replace", "rpartition", "rstrip", "split", "splitlines", "startswith"}
CALLED |= {"strip", "title"}


class Walk:
    """A walk over all that a template of a pack can reach by asking and calling; things of one kind are asked once."""

    def __init__(self, audience: Audience) -> None:
        view, house = select(shipped("harbour-talks"), audience), read_house_style(TEMPLATES, "default", "en")
        computed, printer = own_findings(view, house.catalogue), Printer(house.catalogue, house.citations)
        pictures = figures_of(draw(view, house.catalogue, house.word.colours, computed), "m", house.catalogue)
        self.environment = PackEnvironment(house.templates, audience, printer, computed=computed)
        pack = pack_of(view, house.settings, house.catalogue, pictures, computed)
        self.kinds: set[type] = set()
        self.called: set[str] = set()
        self._met: set[object] = set()
        self._waiting = [*view.names.values(), computed, pack, *self.environment.globals.values()]
        while self._waiting:
            self._ask(self._waiting.pop())

    def _ask(self, thing: Any) -> None:
        kind = thing._function.__name__ if isinstance(thing, Given) else type(thing)
        self.kinds.add(type(thing))
        if isinstance(thing, Given):
            self._call(thing)
        elif isinstance(thing, list | tuple):
            self._waiting += thing
        elif isinstance(thing, Mapping):
            self._waiting += thing.values()
        path = inside(thing).path if isinstance(thing, Node) else getattr(thing, "_path", "")
        alike = (kind, path, type(thing.value) if isinstance(thing, Leaf) else "")
        if alike in self._met:
            return
        self._met.add(alike)
        fields = inside(thing).fields if isinstance(thing, Node) else getattr(thing, "_fields", ())
        for name in {*dir(thing), *fields}:
            found = self.environment.getattr(thing, name)
            if not isinstance(found, Undefined | Absent):
                self._waiting.append(found)

    def _call(self, given: Given) -> None:
        name = given._function.__name__
        if name not in self.called:
            self.called.add(name)
            for values in ((), ("x",), ("timeline",), ("x", "y"), ([],)):
                with contextlib.suppress(Exception):
                    self._waiting.append(given(*values))


@pytest.mark.parametrize("audience", PACKS)
def test_whatever_is_reached_holds_nothing_to_call_but_what_is_listed(audience: Audience) -> None:
    """From every name, by every attribute, place in a list and call: no class, no model, no other function."""
    walk = Walk(audience)
    assert walk.called == CALLED
    assert {Node, Leaf, Pack, PartialDate, date} <= walk.kinds
    assert [kind for kind in walk.kinds if issubclass(kind, type | BaseModel | FunctionType | MethodType)] == []
    plain = [str, int, float, bool, type(None), list, tuple, dict, MappingProxyType, date, Items, Leaf, Node, Given]
    own = ("briefpack.stages.render.", "briefpack.stages.coverage", "briefpack.case.dates")
    own += ("briefpack.disclosure.questions", "briefpack.findings.own", "briefpack.findings.speech")
    strange = [kind for kind in walk.kinds if kind not in plain and not kind.__module__.startswith(own)]
    assert {kind.__name__ for kind in strange} <= {"Namespace", "range", "dict_items", "dict_keys", "dict_values"}


#: What tells how a value is made, or where it stands: each is refused, or gives the same whatever is withheld.
TELLING = (
    "{{ [assessment.parties[-1].name] | string }}",
    "{{ assessment.parties[-1].name ~ '' }}",
    "{{ (assessment.parties[-1].name,) ~ '' }}",
    "{{ {'x': assessment.parties[-1].name} | string }}",
    "{{ '%r' | format(assessment.parties[-1].name) }}",
    "{{ '%r' % assessment.parties[-1].name }}",
    "{{ '{0!r}'.format(assessment.parties[-1].name) }}",
    "{{ '{0.path}'.format(assessment.parties[-1].name) }}",
    "{{ assessment.parties | string }}",
    "{{ assessment.parties[-1] ~ '' }}",
    "{{ assessment.parties | map('string') | join }}",
    "{{ assessment.parties | map(attribute='name') ~ '' }}",
    "{{ assessment.parties | reverse ~ '' }}",
    "{{ assessment.parties[-1].name.path }}",
    "{{ assessment.parties[-1]._inside.path }}",
    "{{ assessment.parties[-1].willingness | string }}",
    "{{ pack.questions | map(attribute='path') | join }}",
    "{% for one in pack.questions %}{{ one.path }}{% endfor %}",
    "{{ pack.questions | string }}",
    "{% for path, _ in assessment.parties | grouped('_path') %}{{ path | join }}{% endfor %}",
    "{% for path, _ in pack.questions | grouped('path') %}{{ path | join }}{% endfor %}",
    "{% for name, _ in assessment.parties | grouped('name') %}{{ [name] | string }}{% endfor %}",
    "{{ pack.questions | map('string') | join(' ') }}",
    "{{ pack | string }}",
    "{{ computed | string }}",
    "{{ computed.rows | string }}",
    "{{ case.period.from.value ~ case.period.from.value.start ~ [case.period] }}",
    "{{ case.period.from.value ~ [case.period.from.value.start] }}",
    "{{ case.period.from.value.start.first.today() }}",
    "{{ namespace(x=assessment.parties[-1].name) ~ '' }}",
    "{{ [super, say, pack.annex_link, 'x'.upper, self, loop] | string }}",
    "{% macro m() %}{% endmacro %}{{ [m, self, range(3), dict(a=1).items()] | string }}",
)
FISHERS = "{id: fish, name: Fishers, kind: community}"
SECRET = "{id: millpond, name: Otters of the millpond, kind: armed_group, sensitivity: team_only}"


@pytest.mark.parametrize("attempt", TELLING)
def test_no_template_learns_of_a_withheld_neighbour(tmp_path: Path, attempt: str) -> None:
    """An item that its reader may not see, put first in a list, changes no byte, or both packs are refused."""
    given = []
    for folder, parties in (("one", f"[{FISHERS}]"), ("two", f"[{SECRET}, {FISHERS}]")):
        library = own_templates(tmp_path / folder, {"parts/cover.md.j2": f"# Cover\n{attempt}\n"})
        case = case_of(tmp_path / folder / "inputs", CASE, assessment=f"parties: {parties}\n")
        try:
            given.append(markdown_of(select(case, "track-ii"), library, "ours"))
        except Refusal as refusal:
            given.append(f"refused on line {refusal.problems[0].place.line}")
    assert given[0] == given[1]
    assert " at 0x" not in given[0]
    assert "path=" not in given[0]
    assert str(date.today()) not in given[0]
