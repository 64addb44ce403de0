"""What is known: indicators, series, origins, comparison groups, and the cube that holds every figure."""
