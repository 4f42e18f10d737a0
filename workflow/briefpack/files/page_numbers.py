"""Page numbers: where those in the contents of a pack can come from; alone here, so that `--help` loads no more."""

PAGE_NUMBERS = ("none", "libreoffice")
