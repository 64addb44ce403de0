"""Which words for capacities and functions may stand in a list of people, in Swedish and English?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.domain.start.roll import Capacity, Function

CAPACITY_WORDS: Mapping[str, Capacity] = {
    "förtroendevald": Capacity.ELECTED,
    "tjänsteperson": Capacity.OFFICIAL,
    "processledare": Capacity.PROCESS_LEADER,
    "sekreterare": Capacity.SECRETARY,
    "revisor": Capacity.AUDITOR,
    "bolag": Capacity.COMPANY,
    "facklig": Capacity.UNION,
    "tjänstepersonsledning": Capacity.OFFICIAL,
    "politiker": Capacity.ELECTED,
    "ledamot": Capacity.ELECTED,
    "facklig organisation": Capacity.UNION,
    "elected": Capacity.ELECTED,
    "official": Capacity.OFFICIAL,
    "process leader": Capacity.PROCESS_LEADER,
    "secretary": Capacity.SECRETARY,
    "auditor": Capacity.AUDITOR,
    "company": Capacity.COMPANY,
    "union": Capacity.UNION,
}
"""What may be written for a capacity, in small letters; the first seven are the words we ask for."""

FUNCTION_WORDS: Mapping[str, Function] = {
    "presidium": Function.PRESIDIUM,
    "gruppledare": Function.GROUP_LEADER,
    "nämndspresidium": Function.BOARD_PRESIDIUM,
    "nämndsledamot": Function.BOARD_MEMBER,
    "ledamot i nämnd": Function.BOARD_MEMBER,
    "ersättare": Function.SUBSTITUTE,
    "group leader": Function.GROUP_LEADER,
    "board presidium": Function.BOARD_PRESIDIUM,
    "board member": Function.BOARD_MEMBER,
    "substitute": Function.SUBSTITUTE,
}
"""What may be written for a function, in small letters."""
