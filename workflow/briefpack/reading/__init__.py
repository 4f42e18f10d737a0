"""From the documents of a case to the case, or to everything that is wrong with them, each with its place."""
