"""Marks: a pack is marked in the words of the United Nations and of TLP 2.0, not in those of a government.

Source: briefing conventions, section 4 (ST/SGB/2007/6, TLP 2.0). Only a government classifies; a tool that prints the
words of a government invents a classification. The list holds well-known words, not all that there are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefpack.case.content import Case
from briefpack.checks.audiences import Audiences
from briefpack.disclosure.closed import closed
from briefpack.handbook import PACK_AUDIENCES
from briefpack.house.organisation import OrganisationSettings
from briefpack.problems import Place, Problem
from briefpack.text.lookalikes import in_one_script

#: Well-known words of national, European Union and NATO schemes that no ordinary sentence needs; letters of any case
#: match.
_ALWAYS = (
    r"(?i:top[ _-]?secret|streng[ -]geheim|confidentiel[ -]ue|secret[ -]ue|f\.o\.u\.o|official[ -]sensitive"
    r"|restreint|restricted[ -]data|eyes[ -]only|tlp:?white"
    r"|(?:aus|eu|gb|nato|nz|uk|us)[ -](?:top|secret|restricted|confidential|official)"
    r"|tr[eè]s[ -]secret|confidentiel[ -]d[eé]fense|secret[ -]d[eé]fense|diffusion[ -]restreinte|eu[ -]restricted"
    r"|for[ -]official[ -]use[ -]only|controlled[ -]unclassified[ -]information|verschlusssache|vs-nfd)"
)
#: Words of such schemes that ordinary sentences use too; these match only in capitals.
_IN_CAPITALS = (
    "OFFICIAL|SECRET|COSMIC|LIMITE|RESTRICTED|PROTECTED|FOUO|CUI|SBU|GEHEIM|NFD|NOFORN|ORCON"
    "|\u0421\u0415\u041a\u0420\u0415\u0422\u041d\u041e"
)
#: Marks of parts of a text, as in (S//NF), (TS//SI), (U//FOUO); and marks that no other text would put in brackets.
_PORTION = r"\((?:(?:TS|S|C|U|CUI)(?://[A-Z/ -]+)+|TS|CUI|FOUO)\)"
_FOREIGN = re.compile(rf"(?<!\w)(?:{_ALWAYS}|{_IN_CAPITALS})(?!\w)|{_PORTION}")
#: The name of a body, which is no mark within the name of an organisation.
_NATO = re.compile(r"(?<!\w)NATO(?!\w)")
#: The ordinary words again, in letters of any case: they are a mark where a part of a text consists of nothing else.
_ALONE = re.compile(
    r"(?:(?:can|most)[ -])?(?:secret|restricted|official|protected|limite|cosmic|geheim"
    r"|\u0441\u0435\u043a\u0440\u0435\u0442\u043d\u043e)(?:[ -](?:eu|nato|only|ue|uk|us))?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*[\u00b7|:()\[\]!\"'\u2018-\u201f\u00ab\u00bb]\s*|\s+-+\s+")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
#: A word whose letters are set apart, as in `S E C R E T`.
_SPACED = re.compile(r"(?<!\w)\w(?: \w){4,}(?!\w)")
#: Words of handling by language, as they stand in letterheads; scripts without spaces between words are looked for
#: anywhere.
_OF_HANDLING = (
    r"confidential|unclassified|declassified|classified|secret|restricted|sensitive|privileged|embargo(?:ed)?"
    r"|in confidence|strictly private|internal only|(?:for )?internal use|for official use|do not forward"
    r"|(?:do not|not (?:for|to be)) (?:circulat|distribut|publi|releas|cit|quot|cop)\w*|tlp(?: ?: ?\w+)?"
    r"|eyes only|need to know|without prejudice"
    r"|confidentiel(?:le)?s?|secr[eè]te?|diffusion (?:restreinte|limit[eé]e)|usage interne|non classifi[eé]e?s?"
    r"|confidencial(?:es)?|secreto|reservado|reservada|uso interno|restringid[oa]|sigilos[oa]|restrit[oa]"
    r"|riservat[oa]|riservatissimo|segreto|segretissimo|confidenziale|ad uso interno"
    r"|vertraulich|geheim|streng geheim|verschlusssache|nur f[uü]r den dienstgebrauch|intern"
    r"|vertrouwelijk|geheim|poufne|tajne|zastrze[zż]one|hemlig|fortrolig|luottamuksellinen|salainen"
    r"|gizli|çok gizli|hizmete özel|rahasia|sirri|siri"
    r"|конфиденциально|секретно|совершенно секретно|для служебного пользования|дсп|таємно|цілком таємно"
    r"|fortroligt|hemmeligt|для службового користування|дск|конфіденційно|конфіденційна"
    r"|důvěrné|důvěrně|tajné|přísně tajné|vyhrazené|bizalmas|titkos|szigorúan titkos|belső használatra"
    r"|nur zum internen gebrauch|difusi[oó]n limitada"
    r"|εμπιστευτικ[όο]|απ[όο]ρρητ[οό]|סודי|סודי ביותר|חסוי"
)
_OF_HANDLING_ANYWHERE = (
    "机密|機密|秘密|绝密|絕密|極秘|部外秘|社外秘|取扱注意|密级|密級|内部资料|內部資料|内部使用|대외비|비밀"
    "|سري|محرمانه|خفیہ|गोपनीय|ลับ"
)
_HANDLING = re.compile(
    rf"(?<!\w)(?:{_OF_HANDLING})(?!\w)|(?-i:(?<!\w)INTERNAL(?!\w))|{_OF_HANDLING_ANYWHERE}", re.IGNORECASE
)
#: The same words in one, as they read where lines, tabs, hyphens or stops part them.
_PARTED = re.compile(_OF_HANDLING.replace(" ?", "").replace(" ", ""), re.IGNORECASE)
_ANYWHERE = re.compile(_OF_HANDLING_ANYWHERE)
_PARTS = re.compile(r"[^\W_]+")
#: A word of handling is parted into no more pieces than this, unless each is one letter; shorter ones stand by chance.
_MOST_PARTS, _LEAST_LETTERS, _MOST_LETTERS = 4, 6, 24
#: Signs that nobody sees within a word, beside those of Unicode's category of formats.
_UNSEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]")

_MESSAGE = (
    "this reads like a classification by a government, which only a government can give: use 'mark' (unclassified, "
    "confidential, strictly_confidential) and 'tlp' (clear, green, amber, amber_strict, red)"
)
_OF_HOUSE_STYLE = "reads like a classification by a government, which no house style can give"
#: Each front page is written for one audience; that alone does not mean that the other must not read it.
_FRONT_PAGES = ("case", "front_pages")
_NO_LIMIT = "this mark sets no limit, but the pack of {audience} holds what {other} must not see: raise the mark"
#: The word of each scheme that sets no limit on readers.
_LIMITLESS: Mapping[str, str] = {"mark": "unclassified", "tlp": "clear"}


def problems(case: Case) -> Iterator[Problem]:
    """Return a problem where the caveat holds a word of another scheme; the model itself has no such mark."""
    handling = case.content.case.handling
    caveat = handling.caveat if handling and handling.caveat else ""
    if reads_like_a_mark(caveat) or _NATO.search(caveat):
        yield Problem(case.place(("case", "handling", "caveat")), _MESSAGE)


def in_house_style(settings: OrganisationSettings, file: str) -> Iterator[Problem]:
    """Return a problem for each text of an organisation's settings that is printed and reads like a mark."""
    for key in ("name", "unit", "contact"):
        if reads_like_a_mark(getattr(settings, key) or ""):
            yield Problem(Place(file), f"'{key}' {_OF_HOUSE_STYLE}: say who the organisation is")
    for rule, change in settings.findings.items():
        if reads_like_a_mark(change.because):
            yield Problem(Place(file), f"'because' of {rule} {_OF_HOUSE_STYLE}: say why the rule is changed")


def in_wording(own: Iterable[tuple[str, Place]]) -> Iterator[Problem]:
    """Return a problem for each text of a house style's own wording and templates that holds a mark.

    An ordinary word in small letters does not count: it may be one that cases use, such as `official`.
    """
    for text, place in own:
        if _FOREIGN.search(_plain(text)):
            yield Problem(place, f"this {_OF_HOUSE_STYLE}: the case alone decides how a pack is marked")


def reads_like_a_mark(text: str) -> bool:
    """Return whether a text holds a mark that only a government can give, or has a part that is nothing else."""
    plain = _plain(text)
    return bool(_FOREIGN.search(plain)) or any(map(_ALONE.fullmatch, _BETWEEN.split(plain)))


def handling_word(text: str) -> str:
    """Return the first words of a letterhead that tell how a document is to be handled, or an empty text.

    A letterhead is on every document of a house. Such a word in it would stand beside the mark of each case, whatever
    that is; so it is refused in letters of any case, and in the languages that templates come in.
    """
    seen = _UNSEEN.sub("", text)
    plain = _plain("".join(sign for sign in seen if unicodedata.category(sign) != "Cf"))
    found = _HANDLING.search(plain) or _FOREIGN.search(plain)
    if found or any(map(_ALONE.fullmatch, _BETWEEN.split(plain))):
        return found[0] if found else plain
    return next(_parted(_PARTS.findall(plain)), "")


def _parted(parts: Sequence[str]) -> Iterator[str]:
    """Return each word of handling that pieces of a text make, which something stands between."""
    for start in range(len(parts)):
        whole = ""
        for end in range(start, len(parts)):
            whole += parts[end]
            are_letters = len(whole) == end - start + 1
            if len(whole) > _MOST_LETTERS or (end - start >= _MOST_PARTS and not are_letters):
                break
            if end > start and len(whole) >= _LEAST_LETTERS and _PARTED.fullmatch(in_one_script(whole)):
                yield whole
    found = _ANYWHERE.search("".join(parts))
    yield from [found[0]] if found else []


def _plain(text: str) -> str:
    """Return a text with one kind of letters, dashes and spaces, and with letters that are set apart put together."""
    plain = " ".join(_DASHES.sub("-", unicodedata.normalize("NFKC", text)).replace("_", " ").split())
    return in_one_script(_SPACED.sub(lambda match: match[0].replace(" ", ""), plain))


def problems_of_views(case: Case, audiences: Audiences) -> Iterator[Problem]:
    """Return a warning at a mark that lets anybody read a pack in which something is closed to the other track."""
    handling = case.content.case.handling
    given = [scheme for scheme in _LIMITLESS if handling and getattr(handling, scheme)]
    for audience, view in audiences.views.items():
        shown = {path for path in view.places if path[:2] != _FRONT_PAGES}
        for other in PACK_AUDIENCES:
            if shown & closed(case, other):
                for scheme in (one for one in given if getattr(view, one) == _LIMITLESS[one]):
                    message = _NO_LIMIT.format(audience=audience, other=other)
                    yield Problem(case.place(("case", "handling", scheme)), message, "warning")
