"""Accounts: the people of every start, and the keys behind their pseudonyms in the record."""
