"""The Word half of the package: Markdown nodes in, WordprocessingML out."""
