"""Fields: what Word works out itself, such as a page number, with the result to show until it does."""

from __future__ import annotations

from briefpack.word.paragraphs import Runs
from briefpack.word.xml import escaped


def write_field(runs: Runs, instruction: str, result: str, properties: str = "") -> None:
    """Write a complex field with its cached result, the result in a run of these properties."""
    runs.put(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r>{properties}<w:t>{escaped(result)}</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
