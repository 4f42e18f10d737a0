"""Links: turns the target of a Markdown link into a link of Word."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from briefpack.text.near_miss import near_miss
from briefpack.text.quoting import repeatable, repeated
from briefpack.word.composition import Composition
from briefpack.word.markdown import Manuscript
from briefpack.word.xml import quoted

SCHEMES = ("http", "https", "mailto")
LONGEST_TIP = 255
"""The longest text Word shows over a link, in characters."""


def hyperlink(target: str, tip: str, composition: Composition) -> str:
    """Return the opening tag of a link; an empty text if the target is refused, or is a path, which Word cannot use."""
    if target.startswith("#"):
        return _to_heading(unquote(target[1:]), tip, composition)
    fault = _fault(target)
    if fault:
        composition.refuse(f"link to `{repeated(target)}`: {fault}", instead="the words of the link are kept")
    elif composition.tolerant and not _scheme(target):
        composition.refuse(f"link to `{repeated(target)}`: Word follows no path", instead="its words are kept")
    return "" if fault or not _scheme(target) else _opening("r:id", composition.link_to(target), tip)


def misreference(words: str, target: str, manuscript: Manuscript) -> str:
    """Return what is wrong with a link whose words name a caption or seem to; an empty text if nothing is."""
    labels = {each.label for each in manuscript.captions.values()}
    named, (label, _, number) = manuscript.caption_named(words), words.rpartition(" ")
    if named is None:
        numbers = (each.number for each in manuscript.captions.values() if each.label == label)
        known = ", ".join(f"{repeated(label)} {one}" for one in numbers)
        return f"there is no such caption; those are {known}" if label in labels and number.isdigit() else ""
    if target.startswith("#"):
        slugs = manuscript.heading_lines
        slug = unquote(target[1:])
        if slug in slugs or slug in manuscript.anchors:
            return ""
        return f"no heading is called `{repeated(target)}`{near_miss(slug, repeatable(slugs))}; correct it"
    if named.path and unquote(target) != named.path:
        return f"{repeated(words)} is the picture `{repeated(named.path)}`; name that, or correct the number"
    return ""


def anchor(slug_line: int) -> str:
    """Return the name of the bookmark around the heading on a line."""
    return f"_Heading{slug_line}"


def _opening(key: str, target: str, tip: str) -> str:
    """Return the opening tag of a link that names its target in one attribute."""
    shown = f' w:tooltip="{quoted(" ".join(tip.split())[:LONGEST_TIP])}"' if tip else ""
    return f'<w:hyperlink {key}="{quoted(target)}"{shown} w:history="1">'


def _to_heading(slug: str, tip: str, composition: Composition) -> str:
    """Return the opening tag of a link to the heading of that name; add a problem if no heading has it."""
    lines = composition.manuscript.heading_lines
    bookmark = anchor(lines[slug]) if slug in lines else _to_anchor(slug, composition)
    if bookmark:
        return _opening("w:anchor", bookmark, tip)
    if composition.tolerant:
        composition.refuse(f"no heading is called `#{repeated(slug)}`", instead="the words of the link are kept")
    else:
        said, hint = repeated(slug), near_miss(slug, repeatable(lines))
        composition.refuse(f"no heading is called `#{said}`{hint}; name one that the pack has")
    return ""


def _to_anchor(slug: str, composition: Composition) -> str:
    """Return the bookmark of a document that is meant by a name; GitHub adds letters to some, and reads any case."""
    manuscript = composition.manuscript
    plain = slug.removeprefix("user-content-")
    found = (manuscript.anchors.get(each, "") for each in (slug, plain))
    lines = manuscript.heading_lines if manuscript.tolerant else {}
    meant = (anchor(lines[each]) for each in (plain, plain.lower()) if each in lines)
    return next(filter(None, found), "") or next(meant, "")


def _scheme(target: str) -> str:
    """Return the scheme of a target, empty for a relative path."""
    before, colon, _ = target.partition(":")
    return before.lower() if colon and not set("/?#") & set(before) else ""


def _fault(target: str) -> str:
    """Return what is wrong with a target, or an empty text; Word refuses a file with an address it cannot parse."""
    scheme = _scheme(target)
    if not scheme:
        return ""
    if scheme not in SCHEMES:
        return f"addresses that begin `{repeated(scheme)}:` are not followed from a pack; use https, http or mailto"
    try:
        parts = urlsplit(target)
        complete = parts.path.count("@") == 1 if scheme == "mailto" else bool(parts.hostname) and parts.port != 0
    except ValueError:
        complete = False
    return "" if complete else "the address is not complete; write the whole of it"
