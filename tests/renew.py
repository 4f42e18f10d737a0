"""Renew: writes anew what is made from the model, the wording and the templates, and says which files that changed.

`python -m tests.renew` does all of it. A file is written only once what it will hold is made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.building import ROOT
from tests.domain.test_fields import REFERENCE, reference
from tests.templates import test_documentation as documentation
from tests.templates.test_sentences import TABLE, sentences
from tests.templates.test_wording import KEYS, keys

#: The keys come first: a pack is refused while they are not those of the wording.
MADE: Mapping[Path, Callable[[], str]] = {
    KEYS: keys,
    REFERENCE: reference,
    TABLE: sentences,
    documentation.README: documentation.renewed,
}


def main() -> None:
    """Write each file that is not as it should be."""
    for path, make in MADE.items():
        text = make()
        if path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"{path.relative_to(ROOT)}: renewed")


if __name__ == "__main__":
    main()
