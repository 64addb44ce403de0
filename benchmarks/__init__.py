"""Speed and accuracy, measured beside a named peer in the same run.

Each runs as `python -m benchmarks.NAME [--json FILE] [--quick]`.
"""
