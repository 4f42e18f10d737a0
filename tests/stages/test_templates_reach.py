"""What a template may reach: the view and the pack, and nothing of the registry, the files, the machine or Python."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, case_of, markdown_of, own_templates, tell, write_case

from briefpack.problems import Refusal
from briefpack.stages.select import select

CASE = LEAST + "place: A bridge\nsummary: {value: Much happened., sensitivity: team_only}\n"
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
    "{{ '{x._fields}'.format_map({'x': case}) }}",
    "{{ dict.__base__ }}",
    "{{ range.__self__ }}",
    "{{ case.__class__ }}",
    "{{ case.__dict__ }}",
    "{{ case._fields }}",
    "{{ case['_fields'] }}",
    "{{ case | attr('_fields') }}",
    "{{ case._item.model_fields }}",
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
    "{% do case._fields.clear() %}",
    "{% debug %}",
)


def refusal(parent: Path, line: str) -> list[str]:
    """Give what is said about an organisation whose cover has this as its second line."""
    library = own_templates(parent, {"parts/cover.md.j2": f"# Cover\n{line}\n"})
    case = case_of(parent / "inputs", CASE, registry=REGISTRY)
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
    """Give a template library in which a file of an organisation is a link to a case's registry."""
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
    told = tell(capsys, "pack", tmp_path / "inputs" / "river-talks", *order, "--checked")
    assert told.status == 1
    assert told.problems == [
        f"{library}/ours/{name}:1:1: error: this is a link out of the template library: "
        "put a copy of the file here, if it is for all readers"
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
