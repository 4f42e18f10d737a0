"""The model of a case: what desk officers write, one module a phase, and the view an audience gets of it."""
