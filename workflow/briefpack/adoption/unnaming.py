"""Unnaming: what packs keep of a template's styles and lists goes without the names that tell whose they are."""

from __future__ import annotations

from briefpack.adoption.mending import wanted
from briefpack.adoption.sheet import Sheet, identifier
from briefpack.word.xml import Element, find, find_all, qualified

_TIES = ("w:basedOn", "w:next", "w:link")
_OF_LISTS = ("w:nsid", "w:tmpl", "w:name", "w:styleLink", "w:numStyleLink")
_VALUE, _ID = qualified("w:val"), qualified("w:styleId")


def unname(sheet: Sheet, numbering: Element) -> None:
    """Take away other names of styles and names of lists; what others lean on gets a name that says nothing."""
    for style in sheet:
        for alias in list(find_all(style, "w:aliases")):
            style.remove(alias)
    _rename(sheet, numbering)
    for definition in find_all(numbering, "w:abstractNum"):
        for said in [each for called in _OF_LISTS for each in find_all(definition, called)]:
            definition.remove(said)
    for level in numbering.iter(qualified("w:lvl")):
        level.attrib.pop(qualified("w:tplc"), "")


def _rename(sheet: Sheet, numbering: Element) -> None:
    known = list(wanted(sheet))
    leaned_on = [each for each in sheet if each.get(qualified("w:default")) is None and each not in known]
    new = {identifier(style): f"Underlying{number}" for number, style in enumerate(leaned_on, start=1)}
    for style in leaned_on:
        style.set(_ID, new[identifier(style)])
        called = find(style, "w:name")
        if called is not None:
            called.set(_VALUE, style.get(_ID, "").replace("Underlying", "Underlying "))
    tied = [each for style in sheet for tie in _TIES for each in find_all(style, tie)]
    for tie in (*tied, *numbering.iter(qualified("w:pStyle"))):
        tie.set(_VALUE, new.get(tie.get(_VALUE, ""), tie.get(_VALUE, "")))
    sheet.index()
