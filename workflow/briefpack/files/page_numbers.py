"""Page numbers: where those in the contents of a pack can come from; apart, so that the command line loads no more."""

PAGE_NUMBERS = ("none", "libreoffice")
