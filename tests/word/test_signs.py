"""Signs: a raised letter leads to its key, is never a letter of the word before it, and is explained on each page."""

from __future__ import annotations

from lxml import etree
from outline import W
from test_documents import STYLE
from test_furniture import FRONT, members, words

from briefpack.stages.typeset import typeset

TEXT = """# Heading

We met Vance [ᵒ] twice. [o](#key "no sign")

## Key

[ᵒ] own account; [ʳ] from recall.

[ᵒ]: #key "own account"
[ʳ]: #key "from recall"
"""


def test_a_sign_is_a_raised_plain_letter_in_a_link_with_its_meaning_behind_a_space_that_holds() -> None:
    """A search for the name before it, and a listener, meet the name alone."""
    body = members(typeset(FRONT + TEXT, STYLE))["word/document.xml"]
    assert "We met Vance\N{NO-BREAK SPACE}o twice. o" in words(body)
    links = [one for one in etree.fromstring(body.encode()).iter(f"{W}hyperlink") if one.get(f"{W}tooltip")]
    signs = [one for one in links if one.get(f"{W}tooltip") != "no sign"]
    assert [one.get(f"{W}tooltip") for one in signs] == ["own account", "own account", "from recall"]
    assert all(b'"Sign"' in etree.tostring(one) and b"w:position" in etree.tostring(one) for one in signs)
    assert not [one for one in links if one not in signs and b"FootnoteReference" in etree.tostring(one)]


def test_the_foot_of_each_page_says_what_the_signs_of_this_document_mean() -> None:
    """In the order of the key; a document without signs has no such line."""
    foot = words(members(typeset(FRONT + TEXT, STYLE))["word/footer1.xml"])
    assert "o\N{NO-BREAK SPACE}own account · r\N{NO-BREAK SPACE}from recall" in foot
    assert "own account" not in words(members(typeset(FRONT + "# Heading\n\nText.\n", STYLE))["word/footer1.xml"])
