"""Vårt nuläge: where does a unit stand?"""
