"""Where figures come from: one folder a source, each with `fetch`, `parse` and `check`, strangers to one another."""
