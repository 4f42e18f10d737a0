"""Word: turns Markdown nodes into WordprocessingML."""
