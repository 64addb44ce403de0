"""Speed and accuracy, measured beside a named peer in the same run: `python -m benchmarks.NAME [--json FILE] [--quick]`."""
