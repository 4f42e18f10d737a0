"""The pipeline's stages, values in and values out: check, select, render, typeset, release."""
