"""Bounds: what is too long is said to be, and what is too much is counted."""

# Tables of what is written and what is said read best in whole lines.

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.building import INPUTS, LEAST, TEMPLATES, TEN_LINES, tell, write_case


@pytest.mark.parametrize(
    ("case", "place", "most"),
    [
        (LEAST.replace("River Talks", "x" * 20_001), "case.yaml:3:8", "20000"),
        (LEAST + f"actors: [{{id: {'a' * 300}, name: One}}]\n", "case.yaml:4:15", "64"),
        (LEAST + f"sources: [{{key: {'K' * 65}, title: One}}]\n", "case.yaml:4:17", "64"),
    ],
)
def test_what_is_too_long_is_told_with_the_most_there_may_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], case: str, place: str, most: str
) -> None:
    """The value itself is not repeated."""
    told = tell(capsys, "check", write_case(tmp_path, case=case))
    (line,) = [line for line in told.problems if place in line]
    assert line.endswith(f"error: this is longer than {most} characters: shorten it")


def test_a_case_whose_id_is_longer_than_a_file_name_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Names of packs are made from it."""
    name = "a" * 200
    told = tell(capsys, "check", write_case(tmp_path, name, case=LEAST.replace("river-talks", name)))
    assert told.status == 1
    assert "this is longer than 64 characters" in told.err


@pytest.mark.parametrize(
    "name", ["a" * 300, "\u1f84" * 90, "../" * 1500 + "river-talks"], ids=["long", "long in bytes", "a path"]
)
@pytest.mark.parametrize("command", ["check", "readers", "explain"])
def test_an_id_that_no_folder_can_have_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, name: str
) -> None:
    """The system is not asked for a folder of that name."""
    case = write_case(tmp_path, case=LEAST.replace("river-talks", name))
    told = tell(capsys, command, case)
    assert told.status == 1
    assert any(line.startswith(f"{case}/case.yaml:2:5: error: the id must be the name of") for line in told.problems)


@pytest.mark.parametrize("arguments", [("check", "a" * 300), ("check", INPUTS / "harbour-talks", "--organisation")])
def test_a_name_on_the_command_line_that_the_system_does_not_take_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str], arguments: tuple[object, ...]
) -> None:
    """Whether it names a case or a house style."""
    told = tell(capsys, *arguments, *(["a" * 300] if len(arguments) > 2 else []))
    assert told.status == 1
    (line,) = told.problems
    assert "error: this cannot be used: File name too long" in line


def test_problems_are_told_up_to_a_number_and_counted_beyond_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody reads the ten-thousandth line about the same slip."""
    items = "".join(f"  - {{id: a{number}, naem: One, knd: team}}\n" for number in range(500))
    told = tell(capsys, "check", write_case(tmp_path, case=LEAST + f"actors:\n{items}"))
    assert len(told.problems) == 201
    assert told.problems[-1] == "and 800 errors more: correct those above, then check again"
    assert told.problems[0].endswith("case.yaml:5:14: error: unknown key (did you mean 'name'?)")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{{ 'x' * 1000000000 }}", "'*' is for numbers up to 1000"),
        ("{% for a in range(9000) %}{{ a }}{% endfor %}", "the templates print more than any pack holds"),
        ("{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}", "take too many steps"),
        (
            "{% macro m(n) %}{% if n %}{% set x = m(n - 1) ~ m(n - 1) %}{% endif %}{% endmacro %}{{ m(60) }}",
            "many steps",
        ),
        (
            "{% set n = namespace(x='xx') %}{% for a in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
            "2000000 letters",
        ),
        (
            "{% set n = namespace(x='xx') %}{% for a in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
            "2000000 letters",
        ),
        (
            "{% set n = namespace(x=[1]) %}{% for a in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
            "2000000 letters",
        ),
        (
            "{% set n = namespace(x='x') %}{% for a in range(60) %}{% set n.x = n.x|replace('x', 'xx') %}{% endfor %}",
            "letters",
        ),
        (
            "{% set n = namespace(x='x') %}{% for a in range(60) %}{% set n.x = n.x.replace('x', 'xx') %}{% endfor %}",
            "letters",
        ),
        (
            "{% set n = namespace(x='x') %}{% for a in range(60) %}{% set n.x = [n.x, n.x]|join %}{% endfor %}",
            "letters",
        ),
        (
            "{% set n = namespace(x='x') %}{% for a in range(60) %}{% set n.x = n.x.join([n.x, n.x]) %}{% endfor %}",
            "letters",
        ),
        (
            "{% set n = namespace(x=['x']) %}{% for a in range(60) %}{% set n.x = [n.x, n.x] %}{% endfor %}"
            "{{ n.x|string|length }}",
            "many steps",
        ),
        (
            "{% set n = namespace(x='x') %}{% for a in range(60) %}{% set n.x = dict(a=n.x, b=n.x) %}{% endfor %}"
            "{{ n.x == n.x }}",
            "many steps",
        ),
        (
            "{% set n = namespace(x='xx') %}{% for a in range(19) %}{% set n.x = n.x ~ n.x %}{% endfor %}"
            "{% set m = namespace(x=none) %}{% for a in range(90) %}"
            "{% set one = namespace() %}{% set one.before = m.x %}{% set one.text = n.x|upper %}{% set m.x = one %}"
            "{% endfor %}",
            "print more than any pack holds",
        ),
        (f"{{% for a in range(9000) %}}{10_000 * 'x'}{{% endfor %}}", "print more than any pack holds"),
        ("{{ 'x'|center(1000000000) }}", "numbers up to 1000"),
        *(
            (
                "{% set n = namespace(x='x ', y='x\n') %}{% for a in range(11) %}{% set n.x = n.x ~ n.x %}"
                f"{{% set n.y = n.y ~ n.y %}}{{% endfor %}}{{% set long = {way} %}}",
                "2000000 letters",
            )
            for way in (
                "n.x|replace('x', n.x)",
                "n.y|indent(n.x)",
                "n.x|wordwrap(1, true, n.x)",
                "n.y.split()|join(n.x)",
            )
        ),
        ("{{ 9 ** 20000 }}", "'**' is for numbers up to 1000"),
        (
            "{% set n = namespace(x='x') %}{% for a in range(18) %}{% set n.x = n.x ~ n.x %}{% endfor %}"
            "{% set all = [n.x, n.x, n.x, n.x, n.x, n.x, n.x, n.x] %}",
            "2000000 letters",
        ),
        ("{% for a in range(1000000000) %}x{% endfor %}", "range() gives at most 100000 numbers"),
        ("{{ range(-5, 1000000000, 3)|list|length }}", "range() gives at most 100000 numbers"),
        ("{{ range(900, -200000, -1)|length }}", "range() gives at most 100000 numbers"),
        (
            "{% set x %}{% for i in range(400) %}" + 50 * "a" + "{% endfor %}{% endset %}"
            "{% for i in range(600) %}{{ x }}{% endfor %}",
            "print more than any pack holds",
        ),
        (
            "{% set x %}{% for i in range(400) %}" + 50 * "ш" + "{% endfor %}{% endset %}"
            "{% for i in range(300) %}{{ x }}{% endfor %}",
            "print more than any pack holds",
        ),
        ("{{ 'x'|indent(1000000000, first=true) }}", "numbers up to 1000"),
        ("{{ range(9)|list|slice(1000000000)|list }}", "numbers up to 1000"),
    ],
)
def test_a_template_that_prints_without_end_is_stopped_with_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, source: str, said: str
) -> None:
    """It is stopped by what it prints, whatever the machine."""
    monkeypatch.setattr("briefpack.stages.render.bounds.MOST_VALUES", 8_000)
    monkeypatch.setattr("briefpack.stages.render.bounds.MOST_STEPS", 100_000)
    templates = tmp_path / "templates"
    shutil.copytree(TEMPLATES, templates)
    wrong = templates / "base" / "planning.md.j2"
    wrong.write_text(wrong.read_text(encoding="utf-8") + source, encoding="utf-8")
    told = tell(
        capsys, "pack", write_case(tmp_path, case=TEN_LINES), "--templates", templates, "--into", tmp_path / "packs"
    )
    assert told.status == 1
    assert any(line.startswith(str(wrong)) and said in line for line in told.problems), told.err


def test_templates_that_take_a_hundred_times_as_long_as_usual_are_stopped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last stop, where each step is slow: here that time is over at once."""
    monkeypatch.setattr("briefpack.stages.render.bounds.MOST_SECONDS", -1)
    told = tell(capsys, "pack", write_case(tmp_path, case=TEN_LINES), "--into", tmp_path / "packs")
    assert any("the templates of a pack take too many steps" in line for line in told.problems)
