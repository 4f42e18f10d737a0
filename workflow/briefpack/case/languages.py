"""Languages: what the model says of the languages of a case, and of texts that are the same in all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from briefpack.text.languages import ALL, LANGUAGE


def _no_other(code: str) -> str:
    if code == ALL:
        raise ValueError(f"'{ALL}' stands for every language of a case, and is none: list each by its code")
    return code


LanguageCode = Annotated[str, StringConstraints(pattern=LANGUAGE, max_length=16), AfterValidator(_no_other)]


@dataclass(frozen=True)
class AsItIs:
    """A text that is the same in every language, such as what a source calls itself, unless it is given by language."""
