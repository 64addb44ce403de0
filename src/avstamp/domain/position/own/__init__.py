"""What an organisation knows of itself that the fact base does not: its accounts, boards, goals and remarks.

`registers` says which columns each kind of row has and what makes one wrong, `derived` what follows from them.
"""
