"""Amounts: whole numbers as exact as their source, and the range of an inexact one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import PlainValidator

from briefpack.case.instead import instead_of_amount

_FORM = re.compile(r"(about\s+)?(\d{1,3}(?:,\d{3})+|\d+)", re.IGNORECASE)
#: The largest number that a field takes, and the most digits that are read.
LARGEST, _MOST_DIGITS = 10_000_000, 20
_EXPECTED = "expected a whole number, 0 or more, alone or after 'about', such as about 3000"


@dataclass(frozen=True)
class Approximate:
    """An inexact number: it may be a tenth less or more, and at least one less or more."""

    number: int

    @property
    def least(self) -> int:
        """Return the smallest number that it can be."""
        return max(0, self.number - self._room)

    @property
    def most(self) -> int:
        """Return the largest number that it can be."""
        return self.number + self._room

    @property
    def _room(self) -> int:
        return max(1, -(-self.number // 10))

    def __str__(self) -> str:
        return f"about {self.number}"


Amount = int | Approximate


def least(amount: Amount) -> int:
    """Return the smallest number that an amount can be."""
    return amount.least if isinstance(amount, Approximate) else amount


def most(amount: Amount) -> int:
    """Return the largest number that an amount can be."""
    return amount.most if isinstance(amount, Approximate) else amount


def stated(amount: Amount) -> int:
    """Return the number as it is written, without `about`."""
    return amount.number if isinstance(amount, Approximate) else amount


def adds_up(total: Amount, parts: Sequence[Amount]) -> bool:
    """Return whether a total is certainly the sum of its parts; never if one of them is inexact."""
    return all(isinstance(one, int) for one in (total, *parts)) and sum(map(stated, parts)) == total


def parse_amount(value: object) -> Amount:
    """Return the amount that a YAML scalar spells; raise ValueError with a remedy if it is none."""
    text = str(value).strip()
    match = _FORM.fullmatch(text) if isinstance(value, str | int) and not isinstance(value, bool) else None
    if not match or not text.isascii():
        raise ValueError(_EXPECTED + instead_of_amount(text))
    digits = match[2].replace(",", "")
    if len(digits) > _MOST_DIGITS or int(digits) > LARGEST:
        raise ValueError("the number is too large for this field")
    return Approximate(int(digits)) if match[1] else int(digits)


def parse_exact_amount(value: object) -> int:
    """Return the number that a YAML scalar spells without any `about`; raise ValueError otherwise."""
    amount = parse_amount(value)
    if isinstance(amount, Approximate):
        raise ValueError("a rule depends on this number: write it without 'about'")
    return amount


Count = Annotated[Amount, PlainValidator(parse_amount)]
ExactCount = Annotated[int, PlainValidator(parse_exact_amount)]
