"""Texts: their normal form for comparing, as Markdown and back, as anchors, and what of them a message may repeat."""
