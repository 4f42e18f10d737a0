"""The gate: reads every part of the finished files for what their reader must not see, and proves that it did."""
