"""Which assumptions of the economy can be written, under which names and within which limits? Loads no compiler."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

SCENARIOS: Mapping[str, str] = {"as_today": "idag", "tighter": "kampigare", "better": "battre"}
"""Each scenario and its word in an address."""


@dataclass(frozen=True, slots=True)
class Input:
    """One assumption as a field: name in the address, how many of the shown unit make one, limits as shown."""

    key: str
    name: str
    scale: float
    low: float
    high: float
    unit: str
    decimals: int = 2


INPUTS = (
    Input("tax_base", "skattebas", 100, -10, 15, "%"),
    Input("wages", "loner", 100, -5, 15, "%"),
    Input("prices", "priser", 100, -5, 20, "%"),
    Input("interest", "ranta", 100, 0, 15, "%"),
    Input("ambition", "ambition", 100, -5, 5, "%"),
    Input("efficiency", "effektivisering", 100, -5, 5, "%"),
    Input("investment", "investering", 100, 0, 300, "%", 0),
    Input("tax_rate", "skattesats", 100, -500, 500, "öre", 0),
)
RISK = Input("risk", "risk", 100, 1, 50, "%", 0)
RESERVE = Input("reserve_share", "reservera", 100, 0, 100, "%", 0)
USE = Input("use_share", "anvand", 100, 0, 100, "%", 0)

BY_KEY: Mapping[str, Input] = {one.key: one for one in (*INPUTS, RISK, RESERVE, USE)}
"""Every assumption by its key."""

YEAR, SOURCE, HEADS = "bokslut", "bokslutskalla", "invanare"
AMOUNTS: Mapping[str, str] = {
    "income": "skatt_bidrag",
    "net_cost": "nettokostnad",
    "depreciation": "avskrivning",
    "financial_net": "finansnetto",
    "debt": "lan",
    "fixed_assets": "anlaggningar",
    "assets": "tillgangar",
    "equity": "eget_kapital",
    "pension_commitment": "ansvarsforbindelse",
    "net_debt": "nettoskuld",
    "investment": "investeringar",
    "tax_base": "skatteunderlag",
    "reserve": "resultatreserv",
}
"""Each amount of the accounts and its name in an address."""
