"""Thread: claims, their evidence, the figures they cite, and what their owners answer."""
