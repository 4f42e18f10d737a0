"""Elsewhere: what other programs and languages call the styles that are Word's own, which has English names."""

# Names of styles in other scripts.

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

#: An identifier that Word made loses letters beyond ASCII, such as the first of `Überschrift1`.
_HEADING = "titre berschrift überschrift título ttulo titolo kop заголовок 标题 見出し nagłówek rubrik"
_NAMES = {
    **{f"heading {level}": " ".join(f"{name}{level}" for name in _HEADING.split()) for level in range(1, 5)},
    "title": "titre titel título ttulo titolo название 标题 表題 tytuł",
    "list bullet": "listepuces aufzählungszeichen listaconviñetas puntoelenco маркированныйсписок 列表项目符号",
    "list number": "listenumros listenumérotée listennummer listaconnúmeros numeroelenco нумерованныйсписок 列表编号",
    "caption": "lgende légende beschriftung epígrafe didascalia названиеобъекта 题注 図表番号",
    "quote": "citation zitat cita citazione цитата 引用",
    "header": "entte entête kopfzeile encabezado intestazione верхнийколонтитул 页眉 ヘッダー",
    "footer": "pieddepage fuzeile fußzeile piedepágina pidipagina нижнийколонтитул 页脚 フッター",
    "hyperlink": "lienhypertexte hipervínculo collegamentoipertestuale гиперссылка 超链接",
}

ENGLISH: Mapping[str, str] = MappingProxyType(
    {name: english for english, names in _NAMES.items() for name in names.split()}
)
"""Name in small letters without spaces, as another program or an identifier has it -> Word's name."""
