"""Who gets what at every address? The table that `test_access` walks with real requests.

A new address needs an entry here, or the build fails. Find the group it belongs to and add its name; where it is like
no other, write an `Entry` of its own. What the words mean:

- An address for everyone (`PUBLIC`) says nothing of any start.
- A page of a start leads one who is not signed in to sign in (302), and is not there (404) for one who has no part in
  it. `gets` is who gets it, state by state; everyone else in the start is refused (403).
- `sends` is who may send a form to it, state by state. An address that only takes forms answers a reading with 405.

An address with a part that names something in a start (a claim, a dispute) takes its value from `access_world`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from avstamp.domain.start.roll import ELECTED, Role


class State(StrEnum):
    """How far a start has come, where that decides who gets what."""

    PREPARING = "preparing"
    OPENED = "opened"
    ANALYSED = "analysed"


Who = Mapping[State, frozenset[Role]]

ROLES = frozenset(Role) - {Role.PUBLIC}
INSIDE = ROLES - {Role.COMPANY, Role.UNION}
"""Everyone but companies and unions, which the starts of the test have not invited to anything."""


def always(*roles: Role | frozenset[Role]) -> Who:
    """These roles, in every state."""
    return dict.fromkeys(State, _together(roles))


def once_opened(*roles: Role | frozenset[Role]) -> Who:
    """These roles, from the moment the start is opened."""
    return {**always(*roles), State.PREPARING: frozenset()}


def _together(roles: Iterable[Role | frozenset[Role]]) -> frozenset[Role]:
    return frozenset().union(*({role} if isinstance(role, Role) else role for role in roles))


NOBODY = always()
EVERYONE = always(ROLES)
LEADER = always(Role.PROCESS_LEADER)
MATERIAL = {**always(INSIDE), State.PREPARING: frozenset({Role.PROCESS_LEADER})}
"""The shared material: the process leader while preparing it, then everyone at the same moment."""
WRITING = once_opened(ELECTED, Role.OFFICIAL)
SCENARIOS = {
    **once_opened(ELECTED, Role.OFFICIAL, Role.PROCESS_LEADER),
    State.PREPARING: frozenset({Role.PROCESS_LEADER}),
}
OWN_FIGURES = always(Role.OFFICIAL, Role.PROCESS_LEADER, Role.SECRETARY)
OWN_POSITION = {state: MATERIAL[state] | OWN_FIGURES[state] for state in State}
"""Who enters the organisation's own figures does so before the start is opened, and sees what there is to enter."""
RECORD = always(ELECTED, Role.AUDITOR)
ACCESS_RECORD = once_opened(ROLES)
WORKING = once_opened(ELECTED, Role.OFFICIAL)
OFFICIAL = once_opened(Role.OFFICIAL)
DISPUTING = once_opened(INSIDE)


class Kind(StrEnum):
    """To whom an address belongs."""

    PUBLIC = "public"
    PERSONAL = "personal"
    START = "start"
    SIGN_IN = "sign_in"


@dataclass(frozen=True)
class Entry:
    """What one address answers.

    `found` is the answer to one who gets it; `parts` the values of the address's parts beside those that every
    address of a start has; `query` what is asked for; `form` what is sent, where an empty form would have a worker
    compute for a long time what nobody here looks at.
    """

    kind: Kind
    found: int = 200
    gets: Who = field(default_factory=lambda: EVERYONE)
    sends: Who | None = None
    parts: Mapping[str, object] = field(default_factory=dict)
    query: str = ""
    form: Mapping[str, str] = field(default_factory=dict)

    def answering(self, status: int, **parts: object) -> Entry:
        """The same with another answer."""
        return replace(self, found=status, parts={**self.parts, **parts})

    def at(self, **parts: object) -> Entry:
        """The same with values for the address's own parts."""
        return replace(self, parts={**self.parts, **parts})

    def asking(self, query: str) -> Entry:
        """The same with a query."""
        return replace(self, query=query)

    def of_invitation(self) -> Entry:
        """Of the three documents the one that needs no outlook, asked for and sent."""
        return replace(self, query="?dokument=inbjudan", form={"dokument": "inbjudan"})


DISPUTED = "N01951/2418/T/2022"
"""A figure of the unit that the starts of the test are of; somebody disputes it in each."""

PUBLIC = Entry(Kind.PUBLIC)
# A region, whose pages of the years ahead are quick.
OF_UNIT = PUBLIC.at(unit="0014")
FIGURE = OF_UNIT.at(indicator="N15428")
PERSONAL = Entry(Kind.PERSONAL)
SIGN_IN = Entry(Kind.SIGN_IN)


def of_start(gets: Who, *, sends: Who | None = None) -> Entry:
    """A page of a start."""
    return Entry(Kind.START, gets=gets, sends=sends)


def form_of_start(sends: Who) -> Entry:
    """An address of a start that only takes forms."""
    return Entry(Kind.START, found=405, gets=NOBODY, sends=sends)


LED = of_start(LEADER, sends=LEADER)

SIGN_IN_NAMES = ("account_", "mfa_", "socialaccount_", "saml_", "openid_connect_", "usersessions_")
"""How the names of allauth's addresses begin. They belong to a person, never to a start: each may answer as it likes,
as long as it does not fail and names no organisation."""

TABLE: Mapping[str, Entry] = {
    # The frame and the pages of the fact base: for everyone.
    "health": PUBLIC,
    # Nobody but the machine of a server for itself alone: see tests/web/site/test_demonstration.py.
    **dict.fromkeys(("site:demonstration", "site:act_as"), PUBLIC.answering(404)),
    **dict.fromkeys(
        ("site:choose", "site:suggest", "site:fact_base", "site:method", "site:accessibility"), PUBLIC
    ),
    "site:search": PUBLIC.answering(302).asking("?q=0014"),
    "outlook:record": PUBLIC,
    **dict.fromkeys(("site:start", "position:lenses", "position:costs", "position:balance"), OF_UNIT),
    **dict.fromkeys(("position:improvement", "position:expectations", "position:findings"), OF_UNIT),
    **dict.fromkeys(("position:findings_json", "position:key_ratios", "position:heading"), OF_UNIT),
    **dict.fromkeys(("position:similar", "position:outlook", "position:figures"), OF_UNIT),
    "position:lens": OF_UNIT.at(lens="ekonomi"),
    "position:area": OF_UNIT.at(lens="kvalitet", area="folkhalsa"),
    "position:outlook_area": OF_UNIT.at(area="arbetsmarknad-och-naringsliv"),
    "outlook:population": OF_UNIT,
    **dict.fromkeys(("outlook:population_csv", "outlook:population_xlsx"), OF_UNIT),
    "outlook:economy_accounts": OF_UNIT,
    "outlook:economy_ledger": OF_UNIT.answering(405),
    # A region has no such accounts in the fact base: these files lead back to their page too.
    **dict.fromkeys(("outlook:economy_accounts_csv", "position:balance_xlsx"), OF_UNIT.answering(302)),
    **dict.fromkeys(("outlook:economy", "outlook:emissions", "outlook:emissions_csv"), OF_UNIT),
    **dict.fromkeys(("outlook:social", "outlook:drivers"), OF_UNIT),
    **dict.fromkeys(("outlook:drivers_csv", "outlook:drivers_json"), OF_UNIT),
    # A region has no accounts of this kind in the fact base: the file leads back to the page, which says so.
    "outlook:economy_xlsx": OF_UNIT.answering(302),
    "reports:report": OF_UNIT.at(suffix="html"),
    "reports:initiative": OF_UNIT.of_invitation(),
    "reports:initiative_file": OF_UNIT.at(document="inbjudan", suffix="html"),
    "reports:initiative_of_start": LED.of_invitation(),
    "reports:initiative_of_start_file": LED.at(document="inbjudan", suffix="html"),
    **dict.fromkeys(("facts:csv", "facts:xlsx", "facts:figure", "facts:explore"), FIGURE),
    # A link that is nobody's.
    "accounts:open": PUBLIC.answering(404, token="x"),
    # What the organisation knows of its own position.
    "position:own": of_start(OWN_POSITION),
    "position:aside": form_of_start(WRITING),
    "position:register": of_start(OWN_POSITION, sends=OWN_FIGURES).at(register="goals"),
    "position:upload": form_of_start(OWN_FIGURES).at(register="goals"),
    "position:blank": of_start(EVERYONE).at(register="goals"),
    "position:withdraw": form_of_start(OWN_FIGURES).at(register="goals", number=1),
    # The organisation's own drivers.
    "outlook:register": of_start(MATERIAL),
    **dict.fromkeys(
        ("outlook:take_over", "outlook:write", "outlook:crosses"), of_start(MATERIAL, sends=WRITING)
    ),
    "outlook:driver": of_start(MATERIAL, sends=WRITING),
    **dict.fromkeys(("outlook:edit_driver", "outlook:withdraw_driver"), of_start(MATERIAL, sends=WRITING)),
    "outlook:cross": of_start(MATERIAL),
    # Saved scenarios. What the test sends names no scenario: those who may save are told what is wrong.
    **dict.fromkeys(("outlook:scenarios", "outlook:scenario"), of_start(MATERIAL)),
    "outlook:compared": of_start(MATERIAL).answering(400),
    "outlook:save_scenario": of_start(MATERIAL, sends=SCENARIOS),
    "outlook:withdraw_scenario": form_of_start(NOBODY),
    "outlook:save_choice": PERSONAL.at(unit="1481"),
    # A person's own pages, whatever start.
    **dict.fromkeys(("start:mine", "account:mine", "account:own_data", "account:erase"), PERSONAL),
    "start:new": PERSONAL,
    "start:new_for": PERSONAL.at(unit="1481"),
    # Days: the process leader lays them out and runs them; a telephone finds its way by a code that nobody here has.
    "room:days": of_start(MATERIAL),
    "room:new": LED,
    **dict.fromkeys(("room:day", "room:screen"), of_start(MATERIAL).at(day=1)),
    "room:sheet": of_start(MATERIAL).at(day=1, suffix="docx"),
    **dict.fromkeys(("room:slips", "room:new_line", "room:details", "room:over"), LED.at(day=1)),
    "room:line": LED.at(day=1, line=1),
    "room:ask": of_start(LEADER).at(day=1, line=1).asking("?gor=remove"),
    "room:notes": LED.at(day=1, line=2),
    "room:lay": form_of_start(LEADER).at(day=1, line=1),
    "room:clear": form_of_start(once_opened(Role.PROCESS_LEADER)).at(day=1),
    # Nothing has been closed in the day of the test.
    "room:result": of_start(MATERIAL).at(day=1, line=1).answering(404),
    "room:result_file": of_start(MATERIAL).at(day=1, line=1, suffix="csv").answering(404),
    **dict.fromkeys(
        ("room:run", "room:turn"), form_of_start(once_opened(Role.PROCESS_LEADER)).at(day=1, line=1)
    ),
    "room:paper": of_start(LEADER).at(day=1),
    **dict.fromkeys(("room:paper_blank", "room:paper_coded"), form_of_start(LEADER).at(day=1)),
    "room:paper_entry": of_start(once_opened(Role.PROCESS_LEADER), sends=once_opened(Role.PROCESS_LEADER)).at(
        day=1, line=1
    ),
    **dict.fromkeys(
        ("room:paper_file", "room:paper_pile"),
        form_of_start(once_opened(Role.PROCESS_LEADER)).at(day=1, line=1),
    ),
    "room:paper_sheet": of_start(LEADER).at(day=1, line=1, suffix="xlsx"),
    "room:join": PUBLIC,
    **dict.fromkeys(("room:phone", "room:ballots"), PUBLIC.answering(404, code="XXXXXX")),
    "room:ballot": PUBLIC.answering(404, code="XXXXXX", line=1),
    "room:about_answers": PUBLIC,
    **dict.fromkeys(("room:mine", "room:place", "room:device"), PUBLIC.answering(404, code="XXXXXX")),
    **dict.fromkeys(("room:pass", "room:leave"), PUBLIC.answering(405, code="XXXXXX")),
    "room:answer": PUBLIC.answering(404, code="XXXXXX", line=1),
    "room:change": PUBLIC.answering(404, code="XXXXXX", line=1, item=0),
    # The start.
    "start:overview": of_start(EVERYONE),
    "start:allowed": of_start(EVERYONE),
    # The thread.
    **dict.fromkeys(("thread:thread", "thread:thread_json", "thread:waiting"), of_start(MATERIAL)),
    **dict.fromkeys(("thread:claim", "thread:claim_json", "thread:disputes"), of_start(MATERIAL)),
    "thread:figure": of_start(MATERIAL).at(address=DISPUTED),
    "thread:write": of_start(WORKING, sends=WORKING).at(kind="finding"),
    # The claim of the test is completed: those who may change it are told that it does not change.
    "thread:edit": of_start(WORKING, sends=WORKING).answering(400),
    "thread:add_evidence": of_start(WORKING, sends=WORKING).answering(400),
    "thread:drop_evidence": form_of_start(WORKING).at(edge=0),
    **dict.fromkeys(("thread:complete", "thread:dispatch"), form_of_start(WORKING)),
    "thread:answer": form_of_start(OFFICIAL),
    "thread:raise_dispute": of_start(DISPUTING, sends=DISPUTING).at(address=DISPUTED),
    "thread:dispute": of_start(MATERIAL, sends=OFFICIAL).at(number=1),
    "thread:take_dispute": form_of_start(OFFICIAL).at(number=1),
    "thread:take_back_dispute": form_of_start(DISPUTING).at(number=1),
    # Setting it up: the process leader's pages, and what everyone sees of them once it is open.
    **dict.fromkeys(("start:dates", "start:people"), of_start(MATERIAL)),
    **dict.fromkeys(("start:sides", "start:shift"), of_start(MATERIAL, sends=LEADER)),
    **dict.fromkeys(("start:parties", "start:commission", "start:opening"), LED),
    **dict.fromkeys(("start:registry", "start:clone", "start:steps", "start:wheel"), LED),
    **dict.fromkeys(("start:meeting", "start:invite", "start:add", "start:links", "start:end"), LED),
    "start:list_file": of_start(LEADER),
    "start:remove_meeting": form_of_start(LEADER).at(meeting=1),
    "start:move_step": form_of_start(once_opened(Role.PROCESS_LEADER)).at(step="needs"),
    "start:record": of_start(RECORD),
    "start:record_check": of_start(RECORD),
    "start:record_lines": of_start(always(Role.AUDITOR)),
    "start:access": of_start(ACCESS_RECORD),
}


def entry_of(name: str) -> Entry | None:
    """The entry of an address, by the name it has in the resolver; None where it has none."""
    return TABLE.get(name, SIGN_IN if name.startswith(SIGN_IN_NAMES) else None)
