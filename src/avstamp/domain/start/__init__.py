"""Start: the term of office, its sides and roles, the council's mandates, phase and permission."""
