"""Pictures: the pictures of a pack, drawn from plain values; only this room uses the drawing library."""
