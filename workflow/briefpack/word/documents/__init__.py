"""Documents: the Markdown that people have, brought to the dialect of packs; each loss is told with its line."""
