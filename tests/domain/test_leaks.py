"""Leaks: the finished packs of the invented case hold nothing that its YAML withholds from their readers."""

from __future__ import annotations

import io
import re
import zipfile
from typing import get_args

import pytest
import yaml
from tests.building import INPUTS, PACKS, plain_data, shipped_packs
from tests.domain.withheld import leaves

from briefpack.handbook import Audience

HARBOUR = plain_data("harbour-talks")
PEOPLE = yaml.safe_load((INPUTS / "harbour-talks" / "registry.yaml").read_text(encoding="utf-8"))["people"]


def folded(text: str) -> str:
    """Return a text in one line and small letters."""
    return " ".join(text.split()).casefold()


def parts_of(audience: Audience) -> dict[str, str]:
    """Return the Markdown of a pack and its briefs, and every member of each Word file, with markup and without it."""
    files = {name: data for name, data in shipped_packs("harbour-talks").items() if f".{audience}." in name}
    texts = [data.decode("utf-8") for name, data in files.items() if name.endswith(".md")]
    parts = {"markdown": folded(re.sub(r"\\(?=[^\w\s])", "", "\n".join(texts)))}
    for name in (one for one in files if one.endswith(".docx")):
        parts |= _members(name, files[name])
    return parts


def _members(file: str, word: bytes) -> dict[str, str]:
    parts: dict[str, str] = {}
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        for name in package.namelist():
            text = package.read(name).decode("latin-1" if name.endswith(".png") else "utf-8")
            parts[f"{file}/{name}"] = folded(text)
            bare = re.sub("<[^>]*>", "", text.replace("&amp;", "&").replace("&#39;", "'"))
            parts[f"text of {file}/{name}"] = folded(bare)
            parts[f"name {file}/{name}"] = folded(name)
    return parts


def withheld_texts(audience: Audience) -> set[str]:
    """Return the texts of two words and more that only others may see."""
    known = list(leaves(HARBOUR, audience))
    shown = " | ".join(folded(text) for _, text, is_open in known if is_open)
    texts = {folded(text) for _, text, is_open in known if not is_open}
    return {text for text in texts if len(text.split()) > 1 and text not in shown}


@pytest.mark.parametrize("audience", PACKS)
def test_no_value_withheld_from_a_reader_is_in_the_finished_files(audience: Audience) -> None:
    """Every withheld text is looked for in the Markdown and in every part of the unpacked Word file."""
    texts = withheld_texts(audience)
    assert len(texts) > 50
    found = [(part, text) for part, content in parts_of(audience).items() for text in texts if text in content]
    assert found == []


@pytest.mark.parametrize("audience", PACKS)
def test_what_only_the_other_reader_sees_is_in_the_others_pack(audience: Audience) -> None:
    """The search finds what is there: most texts withheld from one track stand in the other's Markdown."""
    other = next(one for one in PACKS if one != audience)
    open_to_other = {folded(text) for _, text, is_open in leaves(HARBOUR, other) if is_open}
    texts = withheld_texts(audience) & open_to_other
    found = [text for text in texts if text in parts_of(other)["markdown"]]
    assert len(texts) > 20
    assert len(found) > len(texts) * 0.7


@pytest.mark.parametrize("audience", PACKS)
def test_no_registered_person_stands_in_any_pack(audience: Audience) -> None:
    """Neither a name nor a part of one, nor an alias, is anywhere in the files or in the names of their parts."""
    names = {part for person in PEOPLE.values() for part in folded(person["name"]).split()} | set(PEOPLE)
    assert len(names) == 3 * len(PEOPLE) == 21
    found = [
        (part, name)
        for part, content in parts_of(audience).items()
        for name in names
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", content)
    ]
    assert found == []


def test_the_deniable_activity_leaves_no_trace_for_officials() -> None:
    """No part of the track I pack mentions the lamp room, the crews' own activity or its title."""
    text = parts_of("track-i")["markdown"]
    assert "lamp" not in text
    assert "conversations with the crews" not in text


def test_every_kind_of_restriction_is_shown_by_the_invented_case() -> None:
    """The case withholds something from each reader in each of its files."""
    for audience in get_args(Audience)[:2]:
        closed = {path[0] for path, _, is_open in leaves(HARBOUR, audience) if not is_open}
        assert closed == set(HARBOUR), audience
