"""Pages of Omvärld: what may come, how well it has been foretold before, and the economy to 2035."""
