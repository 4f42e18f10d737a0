"""Pictures: what a pack shows, drawn from plain values; the drawing library is known here and nowhere else."""
