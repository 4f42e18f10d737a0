"""Compiled templates: kept for the next build beside the compiled package, and never taken for another template's."""

from __future__ import annotations

import sys
from pathlib import Path

import jinja2
import pytest
from tests.building import add_language, copied_case, make_packs, own_templates, written_in

from briefpack.files.kept import Kept
from briefpack.packs.orders import Order
from briefpack.stages.render.compiled import Compiled

SOURCE = {"a.md.j2": "One {{ name }}."}


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which this process keeps what it compiles."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    return tmp_path / "kept"


def printed(source: dict[str, str] | None = None) -> str:
    """Return what a template prints in a process that has compiled nothing yet."""
    environment = jinja2.Environment(loader=jinja2.DictLoader(source or SOURCE), bytecode_cache=Compiled(Kept()))
    return environment.get_template("a.md.j2").render(name="two")


def files(folder: Path) -> list[Path]:
    """Return the files in a folder."""
    return [path for path in folder.rglob("*") if path.is_file()]


def forbid_compiling(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every compilation fail."""

    def fail(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(jinja2.Environment, "compile", fail)


def test_a_template_is_compiled_once_and_then_read(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next process does not compile what the last one did."""
    assert printed() == "One two."
    assert len(files(kept)) == 1
    forbid_compiling(monkeypatch)
    assert printed() == "One two."


def test_a_template_is_read_once_however_many_packs_are_made_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read of an earlier process stays in memory."""
    assert printed() == "One two."
    compiled = Compiled(Kept())
    for reading in (Kept.read, None):
        monkeypatch.setattr(Kept, "read", reading)
        environment = jinja2.Environment(loader=jinja2.DictLoader(SOURCE), bytecode_cache=compiled)
        assert environment.get_template("a.md.j2").render(name="two") == "One two."


def test_a_changed_template_is_compiled_again_in_the_place_of_the_old(kept: Path) -> None:
    """What is kept is that of the source as it is, and there is never more of it than templates."""
    assert printed() == "One two."
    assert printed({"a.md.j2": "Three {{ name }}."}) == "Three two."
    assert len(files(kept)) == 1
    assert printed() == "One two."


@pytest.mark.parametrize("changed", ["the package", "Jinja"])
def test_another_package_or_jinja_compiles_again(changed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What templates become depends on what compiles them, too."""
    assert printed() == "One two."
    if changed == "Jinja":
        monkeypatch.setattr(jinja2, "__version__", "another")
    else:
        monkeypatch.setattr(Kept, "_made_with", "another")
    forbid_compiling(monkeypatch)
    with pytest.raises(AssertionError):
        printed()


def test_nothing_is_written_or_read_where_python_is_to_write_no_bytecode(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who sets PYTHONDONTWRITEBYTECODE means all of it."""
    assert printed() == "One two."
    before = files(kept)[0].read_bytes()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    files(kept)[0].write_bytes(b"not what Jinja writes")
    assert printed() == "One two."
    assert files(kept)[0].read_bytes() == b"not what Jinja writes" != before


def test_where_nothing_can_be_written_packs_are_made_all_the_same(kept: Path) -> None:
    """A package may lie where its user cannot write."""
    kept.write_text("a file where a folder would be", encoding="utf-8")
    assert printed() == "One two."
    assert files(kept.parent) == [kept]


def test_a_file_that_is_not_as_it_was_written_is_made_again(kept: Path) -> None:
    """Cut short anywhere or with one wrong byte: the template prints the same, and its file is whole again."""
    assert printed() == "One two."
    (file,) = files(kept)
    whole = file.read_bytes()
    spoilt = [whole[:end] for end in range(0, len(whole), 17)]
    spoilt += [whole[:place] + b"\xff" + whole[place + 1 :] for place in range(0, len(whole), 17)]
    for data in spoilt:
        file.write_bytes(data)
        assert printed() == "One two."
        assert file.read_bytes() == whole


def test_what_is_kept_is_of_no_language(tmp_path: Path) -> None:
    """A template that prints what it says itself, a number or a list, is worded anew in each language."""
    pack = '{% extends "base/pack.md.j2" %}\n{% block contents %}{{ 1.5 }} {{ ["a", "b"] | listed }}\n{% endblock %}'
    library = own_templates(tmp_path, {"pack.md.j2": pack})
    add_language(library, "fr", "fr_FR")
    cases = {language: written_in(copied_case(tmp_path / language), language) for language in ("fr", "en")}
    for language, words in (("fr", "1,5 a et b"), ("en", "1.5 a and b"), ("fr", "1,5 a et b")):
        case = cases[language]
        files = make_packs(Order(case, library, "ours", ("track-i",), (language,)))
        assert words in files[f"harbour-talks.track-i.{language}.md"].decode()
