"""Languages: what the model says of the languages of a case, and of texts that are the same in all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import StringConstraints

from briefpack.text.languages import LANGUAGE

LanguageCode = Annotated[str, StringConstraints(pattern=LANGUAGE, max_length=16)]


@dataclass(frozen=True)
class AsItIs:
    """A text that is the same in every language, such as what a source calls itself, unless it is given by language."""
