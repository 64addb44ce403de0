"""Does the year's result keep the balance requirement, what may be reserved, and what must be restored by when?"""

from avstamp.domain.position.balance_requirement.accounts import Accounts, EarlierDeficit
from avstamp.domain.position.balance_requirement.inquiry import Inquiry, inquire
from avstamp.domain.position.balance_requirement.reserve import ReserveRoom, reserve_room
from avstamp.domain.position.balance_requirement.restoring import Restoring, restore
from avstamp.domain.position.balance_requirement.rows import Row, form_rows

__all__ = [
    "Accounts",
    "EarlierDeficit",
    "Inquiry",
    "ReserveRoom",
    "Restoring",
    "Row",
    "form_rows",
    "inquire",
    "reserve_room",
    "restore",
]
