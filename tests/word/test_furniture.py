"""Furniture and properties: what stands around the text, and what the file says about itself."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from outline import W
from test_documents import STYLE
from tests.stages.test_typeset import respelt

from briefpack.stages.typeset import typeset

FRONT = """---
title: Pack for the Envoy
organisation: The Office
language: fr-CH
mark: UNCLASSIFIED · TLP:CLEAR
caveat: Exercise
version: version 3
date: 1997-06-27
page_wording: Page {page} sur {pages}
---
"""
TEXT = "# Heading\n\nText.\n"


def members(pack: bytes) -> dict[str, str]:
    """Return the members of a .docx as text."""
    with ZipFile(BytesIO(pack)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def words(xml: str) -> str:
    """Return the text of a part, fields by their results."""
    return "".join(text.text or "" for text in etree.fromstring(xml.encode()).iter(f"{W}t"))


def test_every_page_bears_the_mark_above_and_below() -> None:
    """Header and footer are the only ones, for first and even pages too, and bear the handling mark."""
    content = members(typeset(FRONT + TEXT, STYLE))
    assert words(content["word/header1.xml"]) == "UNCLASSIFIED · TLP:CLEARExercise"
    assert words(content["word/footer1.xml"]).startswith("UNCLASSIFIED · TLP:CLEAR")
    kinds = re.findall(r'<w:(header|footer)Reference w:type="(\w+)"', content["word/document.xml"])
    assert kinds == [("header", "default"), ("footer", "default")]
    assert "titlePg" not in content["word/document.xml"]
    assert "evenAndOddHeaders" not in content["word/settings.xml"]


def test_the_footer_names_the_pack_and_counts_pages_in_its_language() -> None:
    """Title, version and date stand left, the page number right, in the wording given."""
    footer = members(typeset(FRONT + TEXT, STYLE))["word/footer1.xml"]
    assert words(footer).endswith("Pack for the Envoy · version 3 · 1997-06-27Page 1 sur 1")
    assert re.findall(r"instrText[^>]*> (\w+) <", footer) == ["PAGE", "NUMPAGES"]


def test_the_footer_prefers_the_date_in_words() -> None:
    """Where the date is given in words too, people read those and the file's properties keep the date."""
    front = FRONT.replace("date: 1997-06-27", "date: 1997-06-27\ndate_in_words: 27 juin 1997")
    content = members(typeset(front + TEXT, STYLE))
    assert "version 3 · 27 juin 1997Page" in words(content["word/footer1.xml"])
    assert "1997-06-27T00:00:00Z" in content["docProps/core.xml"]


def test_without_a_mark_there_is_no_mark_line() -> None:
    """A pack without a mark has an empty header and a foot line alone."""
    content = members(typeset("Text.\n", STYLE))
    assert words(content["word/header1.xml"]) == ""
    assert words(content["word/footer1.xml"]) == "Page 1 of 1"
    assert "HandlingMark" not in content["word/header1.xml"] + content["word/footer1.xml"]


def test_the_properties_say_title_organisation_language_and_date_and_nothing_else() -> None:
    """The file's properties come from the front matter; no software, template or person is named."""
    content = members(typeset(FRONT + TEXT, STYLE))
    core = {etree.QName(each).localname: each.text for each in etree.fromstring(content["docProps/core.xml"].encode())}
    assert core == {
        "title": "Pack for the Envoy",
        "creator": "The Office",
        "language": "fr-CH",
        "created": "1997-06-27T00:00:00Z",
        "modified": "1997-06-27T00:00:00Z",
    }
    assert "docProps/app.xml" not in content
    assert '<w:lang w:val="fr-CH"' in content["word/styles.xml"]
    assert not re.search("python|rsid|thumbnail|customXml", "".join(content.values()))


@pytest.mark.parametrize("day", ["June 1997", "1997-13-01", "19970627", ""])
def test_a_date_that_is_none_gives_a_fixed_one(day: str) -> None:
    """Only a full ISO date becomes the file's date; never the clock's."""
    content = members(typeset(f"---\ndate: '{day}'\n---\nText.\n", STYLE))
    assert "2000-01-01T00:00:00Z" in content["docProps/core.xml"]


def test_a_long_title_is_cut_in_the_properties_alone() -> None:
    """Word takes 255 characters as a property; the page has them all."""
    title = "Title " * 60
    content = members(typeset(f"# {title}\n", STYLE))
    core = etree.fromstring(content["docProps/core.xml"].encode())
    assert len(core[0].text or "") == 255
    assert words(content["word/document.xml"]) == title.strip()


def test_a_long_title_leaves_the_page_number_a_line_with_the_edition() -> None:
    """Where title, version, date and number do not fit side by side, version and date go down beside the number."""

    def foot(title: str) -> list[str]:
        xml = members(typeset(FRONT.replace("Pack for the Envoy", title) + TEXT, STYLE))["word/footer1.xml"]
        *_, line = etree.fromstring(xml.encode()).iter(f"{W}p")
        return "".join(
            "/" if piece.tag == f"{W}br" else piece.text or "" for piece in line.iter(f"{W}t", f"{W}br")
        ).split("/")

    assert foot("Talks " * 12) == ["Talks " * 11 + "Talks · version 3 · 1997-06-27Page 1 sur 1"]
    assert foot("Talks " * 18) == ["Talks " * 17 + "Talks", "version 3 · 1997-06-27Page 1 sur 1"]


def foot(title: str, signs: str, style: bytes = STYLE, text: str = "", case: str = "Talks") -> list[str]:
    """Return the lines at the foot of a pack with these signs, which all stand in its text."""
    key = "".join(f'[{letter}]: #key "what the sign {letter} means"\n' for letter in signs)
    used = " ".join(f"[{letter}]" for letter in signs)
    front = FRONT.replace("Pack for the Envoy", title).replace("---\n", f"---\ncase: {case}\n", 1)
    body = text or f"# Heading\n\nText. {used}\n"
    xml = members(typeset(f"{front}{body}\n## Key\n\n{used}\n\n{key}", style))["word/footer1.xml"]
    return [words(etree.tostring(line).decode()) for line in etree.fromstring(xml.encode()).iter(f"{W}p")]


MARK, EDITION = "UNCLASSIFIED · TLP:CLEAR", " · version 3 · 1997-06-27"


def test_the_foot_takes_two_lines_with_a_title_and_a_key_of_any_length() -> None:
    """Above stand title and mark, below key and page: signs that have no room below stand above, beside the title.

    The date goes first, then what the title says beside the case; the case stays, with version or date where it can.
    """
    first = " · a\N{NO-BREAK SPACE}what the sign ᵃ means"
    above, below = foot("Pack for the Envoy", "ᵃᵇᶜᵈᵉ")
    assert above == f"Pack for the Envoy{EDITION}{first}{MARK}"
    assert below.startswith("b\N{NO-BREAK SPACE}what the sign ᵇ means · c\N{NO-BREAK SPACE}what")
    assert below.endswith("what the sign ᵉ meansPage 1 sur 1")
    assert [foot("Talks " * many, "ᵃᵇᶜᵈᵉ")[0] for many in (6, 8, 10, 20)] == [
        f"{'Talks ' * 5}Talks · version 3{first}{MARK}",
        f"Talks{EDITION}{first}{MARK}",
        f"Talks{EDITION}{first}{MARK}",
        f"Talks{EDITION}{first}{MARK}",
    ]


def test_one_sign_is_left_out_of_the_foot_where_version_and_date_had_no_room_beside_it() -> None:
    """A printed page says of which day it is; what the sign means stands in the key at the end."""
    title = "Talks " * 8 + "at"
    above, below = foot(title, "ᵃᵇᶜᵈᵉ", case=title)
    assert above == f"{title}{EDITION}{MARK}"
    assert below.startswith("a\N{NO-BREAK SPACE}what")
    assert below.endswith("what the sign ᵈ meansPage 1 sur 1")


def test_a_mark_as_wide_as_the_page_leaves_title_and_edition_below_beside_the_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A page that comes away from its pack still says of what it is."""
    wide = FRONT.replace("UNCLASSIFIED", "STRICTLY CONFIDENTIAL, FOR THE EYES OF ITS READER AND OF NOBODY ELSE")
    monkeypatch.setitem(globals(), "FRONT", wide)
    above, below = foot("Pack for the Envoy", "ᵃ")
    assert above.startswith("STRICTLY")
    assert below == f"Pack for the Envoy{EDITION} · a\N{NO-BREAK SPACE}what the sign ᵃ meansPage 1 sur 1"


def test_the_foot_says_version_and_date_once_however_much_has_room_beside_the_mark() -> None:
    """Where the version stands beside the title and the date has no room there, the date alone stands below."""
    below = set()
    for many in range(6, 26, 2):
        front = FRONT.replace("Pack for the Envoy", "Talks " * 30)
        front = front.replace("---\n", f"---\nshort: {'Call ' * many}\n", 1)
        foot = words(members(typeset(front + TEXT, STYLE))["word/footer1.xml"])
        assert (foot.count("version 3"), foot.count("1997-06-27")) == (1, 1)
        below.add(foot.rpartition("TLP:CLEAR")[2])
    assert {"Page 1 sur 1", "1997-06-27Page 1 sur 1"} <= below


def test_where_the_foot_has_no_room_for_all_signs_those_of_the_front_page_stay_and_those_used_most() -> None:
    """Each reader meets them; what is left out stands in the key at the end."""
    text = "# Heading\n\nText. [ᵏ]\n\n- [One](#one)\n- [Key](#key)\n\n## One\n\n[ʲ] [ʲ]\n"
    told = "".join(foot("Pack for the Envoy", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏ", text=text))
    assert "k\N{NO-BREAK SPACE}what the sign" in told
    assert "j\N{NO-BREAK SPACE}what the sign" in told
    assert "i\N{NO-BREAK SPACE}what the sign" not in told


def test_the_foot_says_less_in_a_typeface_in_whose_place_a_broad_one_may_stand() -> None:
    """A foot that takes a third line would move the text of each page."""
    broad = respelt(STYLE, "word/styles.xml", "Arial", "Verdana")
    assert foot("Talks " * 8, "ᵃ", broad)[0] == f"{'Talks ' * 7}Talks · version 3{MARK}"
    assert foot("Talks " * 8, "ᵃ")[0] == f"{'Talks ' * 7}Talks{EDITION}{MARK}"


def test_capitals_and_digits_of_times_have_their_room_at_the_foot() -> None:
    """They are broader than its small letters, by which a typeface is reckoned; with the date, the mark would turn."""
    times = respelt(STYLE, "word/styles.xml", "Arial", "Times New Roman")
    assert foot("Talks " * 11 + "at", "ᵃ", times)[0] == f"{'Talks ' * 11}at · version 3{MARK}"
