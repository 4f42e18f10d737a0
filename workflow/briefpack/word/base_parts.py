"""The parts of the base style beside its styles: lists, settings, and an empty page."""

from __future__ import annotations

from briefpack.word.xml import part

LIST_STEP = 357
"""The indent of each list level, in twentieths of a point."""


def numbering() -> bytes:
    """Return the bullets and the numbers: two definitions of nine levels each."""
    kinds = (("Bullet", "bullet", ("\u2022", "\u2013", "\u2022")), ("Number", "decimal", ("%{}.",) * 3))
    definitions, instances = [], []
    for number, (kind, form, marks) in enumerate(kinds, start=1):
        levels = "".join(_level(level, kind, form, marks[level % 3].format(level + 1)) for level in range(9))
        opening = f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        definitions.append(f"{opening}{levels}</w:abstractNum>")
        instances.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
    return part("w:numbering", "".join([*definitions, *instances]))


def _level(level: int, kind: str, form: str, mark: str) -> str:
    """Return one list level; each of the first three belongs to a style."""
    style = f'<w:pStyle w:val="List{kind}{level + 1 if level else ""}"/>' if level < 3 else ""
    indent = f'<w:ind w:left="{LIST_STEP * (level + 1)}" w:hanging="{LIST_STEP}"/>'
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{style}<w:lvlText w:val="{mark}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr>{indent}</w:pPr></w:lvl>'
    )


COLOUR_MAP = {"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2"} | {
    name: name for name in (*(f"accent{number}" for number in range(1, 7)), "hyperlink", "followedHyperlink")
}
SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="357"/><w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat><w:clrSchemeMapping'
    + "".join(f' w:{name}="{colour}"' for name, colour in COLOUR_MAP.items())
    + '/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
)
BODY = (
    '<w:body><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1134" w:bottom="1191" '
    'w:left="1134" w:header="567" w:footer="510" w:gutter="0"/></w:sectPr></w:body>'
)
