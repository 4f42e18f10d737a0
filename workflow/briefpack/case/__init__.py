"""The model of a case: what desk officers write, one module a phase."""

import os

# Pydantic would search every installed package for plugins, which takes as long as reading a case. A plugin would also
# see each value, even a withheld one.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
