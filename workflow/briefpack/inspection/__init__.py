"""What a finished Word file must be, read back from its bytes: valid, accessible and clean; nothing here writes one."""
