"""The model of a case: what desk officers write, one module a phase, and the view an audience gets of it."""

import os

# Pydantic would look through every installed package for plugins, which takes as long as reading a case; a plugin would
# see each value, a withheld one too.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
