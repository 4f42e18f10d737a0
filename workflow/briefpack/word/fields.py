"""Fields: values that Word computes, such as a page number, with the result to show until it does."""

from __future__ import annotations

from briefpack.word.xml import escaped

END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def beginning(instruction: str) -> str:
    """Return the runs of a complex field up to its result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field(instruction: str, result: str, properties: str = "") -> str:
    """Return a complex field with its cached result in a run of these properties."""
    return f'{beginning(instruction)}<w:r>{properties}<w:t xml:space="preserve">{escaped(result)}</w:t></w:r>{END}'
