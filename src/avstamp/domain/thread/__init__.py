"""Thread: claims, the figures and earlier claims they rest on, and when they have to be looked at again."""
