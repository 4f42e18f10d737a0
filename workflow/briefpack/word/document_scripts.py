"""Document scripts: in which direction a document runs, and which scripts it needs beside the usual one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from briefpack.text.scripts import (
    EAST_ASIAN,
    RIGHT_TO_LEFT,
    has_special,
    script_of_character,
    script_of_language,
    scripts_in,
    with_region,
)


class ScriptFace(NamedTuple):
    """A typeface of Word that has a script, and the language that text in it is taken for."""

    typeface: str
    language: str


FACES: Mapping[str, ScriptFace] = MappingProxyType(
    {
        "Arab": ScriptFace("Tahoma", "ar-SA"),
        "Hebr": ScriptFace("Tahoma", "he-IL"),
        "Syrc": ScriptFace("Estrangelo Edessa", "syr-SY"),
        "Thaa": ScriptFace("MV Boli", "dv-MV"),
        "Nkoo": ScriptFace("Ebrima", "nqo-GN"),
        "Adlm": ScriptFace("Ebrima", "ff-GN"),
        "Deva": ScriptFace("Nirmala UI", "hi-IN"),
        "Beng": ScriptFace("Nirmala UI", "bn-BD"),
        "Guru": ScriptFace("Nirmala UI", "pa-IN"),
        "Gujr": ScriptFace("Nirmala UI", "gu-IN"),
        "Orya": ScriptFace("Nirmala UI", "or-IN"),
        "Taml": ScriptFace("Nirmala UI", "ta-IN"),
        "Telu": ScriptFace("Nirmala UI", "te-IN"),
        "Knda": ScriptFace("Nirmala UI", "kn-IN"),
        "Mlym": ScriptFace("Nirmala UI", "ml-IN"),
        "Sinh": ScriptFace("Nirmala UI", "si-LK"),
        "Thai": ScriptFace("Leelawadee UI", "th-TH"),
        "Laoo": ScriptFace("Leelawadee UI", "lo-LA"),
        "Khmr": ScriptFace("Leelawadee UI", "km-KH"),
        "Mymr": ScriptFace("Myanmar Text", "my-MM"),
        "Tibt": ScriptFace("Microsoft Himalaya", "bo-CN"),
        "Ethi": ScriptFace("Ebrima", "am-ET"),
        "Mong": ScriptFace("Mongolian Baiti", "mn-Mong-CN"),
        "Hans": ScriptFace("Microsoft YaHei", "zh-CN"),
        "Hani": ScriptFace("Microsoft YaHei", "zh-CN"),
        "Hant": ScriptFace("Microsoft JhengHei", "zh-TW"),
        "Bopo": ScriptFace("Microsoft JhengHei", "zh-TW"),
        "Jpan": ScriptFace("MS Gothic", "ja-JP"),
        "Kana": ScriptFace("MS Gothic", "ja-JP"),
        "Kore": ScriptFace("Malgun Gothic", "ko-KR"),
        "Hang": ScriptFace("Malgun Gothic", "ko-KR"),
        "Yiii": ScriptFace("Microsoft Yi Baiti", "ii-CN"),
    }
)
"""Script -> its typeface and language; Word comes with each of these typefaces, or fetches it."""

_OTHER = ScriptFace("Arial", "")
_LETTERED = ("Kana", "Hang", "Bopo")
"""The scripts of the letters that tell Japanese, Korean and traditional Chinese from simplified."""


@dataclass(frozen=True)
class DocumentScripts:
    """The language of a document with its region, its direction, and its main complex and East Asian scripts, if any.

    `special` says whether it holds any character of such scripts.
    """

    language: str = ""
    right_to_left: bool = False
    complex_script: str = ""
    east_asian: str = ""
    special: bool = False

    @property
    def slot(self) -> str:
        """The slot of `w:lang` in which Word looks for the language of the text."""
        script = script_of_language(self.language)
        return "eastAsia" if script in EAST_ASIAN else "bidi" if is_complex(script) else "val"

    def face(self, script: str) -> ScriptFace:
        """Return the typeface and the language for a script; the document's own language for its own script."""
        found = FACES.get(script, _OTHER)
        return ScriptFace(found.typeface, self.language) if script_of_language(self.language) == script else found


def document_scripts(language: str, texts: Iterable[str], *, right_to_left: bool) -> DocumentScripts:
    """Return the scripts of a document in a language, or one of no language, with these texts and this direction."""
    special = [text for text in texts if has_special(text)]
    script = script_of_language(language) if language else ""
    found = scripts_in("".join(special))
    complex_ones = [each for each, _ in found.most_common() if is_complex(each)]
    return DocumentScripts(
        with_region(language) if language else "",
        right_to_left,
        script if is_complex(script) else next(iter(complex_ones), ""),
        script if script in EAST_ASIAN else next((each for each in (*_LETTERED, "Hani") if found[each]), ""),
        bool(special),
    )


def is_complex(script: str) -> bool:
    """Return whether Word sets a script as a complex one."""
    return script in RIGHT_TO_LEFT or (script in FACES and script not in EAST_ASIAN)


def complex_script_of(character: str) -> str:
    """Return the complex script of a character, or an empty text."""
    found = script_of_character(character)
    return "" if found in EAST_ASIAN else found
