"""Texts: one form of them, as Markdown and back, as anchors, and what of them a message may repeat."""
