"""Reading: from the documents of a case to the case, or to every problem with its place."""
