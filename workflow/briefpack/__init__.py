"""Briefing packs for track I and track II peacemaking, in Word and Markdown, from structured YAML."""

import os

# Pydantic lets any installed package read along what it validates, here every value of a case, and takes long to look
# for such packages: there are to be none.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
