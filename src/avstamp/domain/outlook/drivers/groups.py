"""Which groups' answers may be shown by themselves without telling what any few have answered?"""

from __future__ import annotations

from collections.abc import Mapping

FEWEST = 5
"""Fewer answers than this are never shown."""


def shown_groups(sizes: Mapping[str, int]) -> tuple[str, ...]:
    """The groups that may be shown beside the answers of all.

    Definition: a group with fewer than five answers is not shown. Those not shown are together the difference between
        all and the groups that are: while that is fewer than five, the smallest shown group is taken away too.
    Args: `sizes` answers by group; groups without answers are left out.
    Returns: names of groups, in order of name; none when all together are fewer than five.
    Raises: nothing.
    Source: the rule of complementary suppression in statistical disclosure control (Hundepool et al. 2012, ch. 4).
    Example:
        >>> shown_groups({"officials": 9, "opposition": 7, "ruling": 3})
        ('officials',)
    """
    shown = {name: size for name, size in sizes.items() if size >= FEWEST}
    hidden = sum(size for size in sizes.values() if size < FEWEST)
    while shown and 0 < hidden < FEWEST:
        smallest = min(shown, key=lambda name: (shown[name], name))
        hidden += shown.pop(smallest)
    return tuple(sorted(shown))
