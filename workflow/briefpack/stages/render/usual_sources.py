"""Usual sources: what every citation style has to set, and a faultless style that sets it; no pack prints them."""

from __future__ import annotations

from briefpack.case.dates import parse_date
from briefpack.stages.render.source_variables import Variables

#: Sources that every style has to set.
USUAL = ("book", "article-journal", "report", "webpage")
OF_A_SOURCE: Variables = (
    ("author", (("Family", "Given", None), (None, None, "Organisation"))),
    ("editor", (("Family", "Given", None),)),
    ("title", "Title"),
    ("container_title", "Container"),
    ("publisher", "Publisher"),
    ("publisher_place", "Place"),
    ("edition", "2"),
    ("page", "1-2"),
    ("URL", "https://example.org"),
    ("issued", "2001"),
)
#: What a source may have besides, each of which citeproc is given in a way of its own.
MORE: Variables = (("volume", "3"), ("accessed", parse_date("2001-02-03")))
#: A style without a fault that prints all of this: where it cannot, neither a style nor a source is to blame.
PLAIN = b"""<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>Plain</title><id>plain</id><updated>2020-01-01T00:00:00Z</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout delimiter=". ">
<names variable="author"><name initialize-with="."/></names><names variable="editor"/>
<text variable="title" font-style="italic"/><text variable="container-title" quotes="true"/>
<group delimiter=", "><text variable="publisher"/><text variable="publisher-place"/><number variable="edition"/></group>
<text variable="page" prefix="p. "/><text variable="URL"/><date variable="issued"><date-part name="year"/></date>
<date variable="accessed"><date-part name="day"/><date-part name="month"/><date-part name="year"/></date>
</layout></bibliography></style>"""
