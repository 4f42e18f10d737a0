"""Inspection: reads a finished Word file back from its bytes, and checks that it is valid, accessible and clean."""
