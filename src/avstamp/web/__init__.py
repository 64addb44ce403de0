"""The web app: Avstamp as pages, for whoever has a browser."""
