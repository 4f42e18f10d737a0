"""Fields: values that Word computes, such as a page number, with the result to show until it does."""

from __future__ import annotations

from briefpack.word.xml import escaped

END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def beginning(instruction: str, properties: str = "") -> str:
    """Return the runs of a complex field up to its result, each of these properties.

    Word gives a result that it computes anew the look of the first run.
    """
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field(instruction: str, result: str, properties: str = "") -> str:
    """Return a complex field of these properties with its cached result."""
    shown = f'<w:r>{properties}<w:t xml:space="preserve">{escaped(result)}</w:t></w:r>'
    return f"{beginning(instruction, properties)}{shown}{END}"
