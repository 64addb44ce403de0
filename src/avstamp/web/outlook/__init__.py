"""Pages of Omvärld: what may come, and how well it has been foretold before."""
