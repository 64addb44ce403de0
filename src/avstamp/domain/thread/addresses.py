"""How is one figure, or one computed result, named so that the name means the same for ever and everywhere?

A figure address is `INDICATOR/UNIT/GENDER/PERIOD@REVISION` (`N15428/1481/T/2022@a41f`); without a revision it means
the newest. An organisation's own figure begins with the organisation (`provkoping:KONTO5/1481/T/2026-08@90be`). A
result address is `METHOD/vVERSION/NAME=VALUE;…@DATA`. A figure has three slashes and a result one or two, so that
the two can never be taken for each other. Both may stand in a web address as they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from avstamp.domain.errors import AvstampError
from avstamp.domain.values import Gender

SHORTEST_REVISION = 4
"""Hexadecimal digits of a printed revision, unless more are needed to tell revisions of one figure apart."""

_NAME = r"[A-Za-z0-9][A-Za-z0-9._-]*"
_REVISION = rf"[0-9a-f]{{{SHORTEST_REVISION},64}}"
_MONTH, _DAY = r"-(?:0[1-9]|1[0-2])", r"-(?:0[1-9]|[12]\d|3[01])"
_FIGURE = re.compile(
    rf"(?:(?P<organisation>[a-z0-9][a-z0-9-]*):)?(?P<indicator>{_NAME})/(?P<unit>{_NAME})"
    rf"/(?P<gender>[TKM])/(?P<period>\d{{4}}(?:{_MONTH}(?:{_DAY})?)?)(?:@(?P<revision>{_REVISION}))?",
    re.ASCII,
)
_METHOD = r"[a-z][a-z0-9_]*"
_RESULT = re.compile(
    rf"(?P<method>{_METHOD})/v(?P<version>[1-9]\d*)(?:/(?P<parameters>[^/@]+))?@(?P<data>{_REVISION})",
    re.ASCII,
)
_PARAMETER = re.compile(_METHOD)
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_ESCAPED = re.compile(r"(?:%[0-9A-F]{2})+")


class InvalidAddress(AvstampError, ValueError):
    """A text that was to name a figure or a result does not."""

    def __init__(self, address: str, reason: str) -> None:
        self.address = address
        super().__init__(f"{address!r} is no address: {reason}")


@dataclass(frozen=True, slots=True)
class FigureAddress:
    """The name of one figure; `period` is a year, a month or a day (ISO 8601), `organisation` empty for public ones."""

    indicator: str
    unit: str
    gender: Gender
    period: str
    revision: str = ""
    organisation: str = ""

    def __post_init__(self) -> None:
        if _FIGURE.fullmatch(str(self)) is None:
            raise InvalidAddress(
                str(self), "write INDICATOR/UNIT/GENDER/PERIOD@REVISION, such as N15428/1481/T/2022"
            )

    @property
    def newest(self) -> FigureAddress:
        """The same figure whatever its revision."""
        return self if not self.revision else replace(self, revision="")

    def at(self, revision: str) -> FigureAddress:
        """The same figure at a revision."""
        return replace(self, revision=revision)

    def __str__(self) -> str:
        owner = f"{self.organisation}:" if self.organisation else ""
        revision = f"@{self.revision}" if self.revision else ""
        return f"{owner}{self.indicator}/{self.unit}/{self.gender}/{self.period}{revision}"


@dataclass(frozen=True, slots=True)
class ResultAddress:
    """The name of something computed: method, its version, its parameters and a prefix of the hash of its data."""

    method: str
    version: int
    data: str
    parameters: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "parameters", MappingProxyType(dict(sorted(self.parameters.items()))))
        if _RESULT.fullmatch(str(self)) is None or not all(map(_PARAMETER.fullmatch, self.parameters)):
            raise InvalidAddress(str(self), "write METHOD/vVERSION/NAME=VALUE;NAME=VALUE@DATA")

    def __hash__(self) -> int:
        return hash(str(self))

    @property
    def subject(self) -> str:
        """What was computed, whatever the version of the method and the data: method and parameters."""
        return "/".join(filter(None, (self.method, _print_parameters(self.parameters))))

    def __str__(self) -> str:
        parts = (self.method, f"v{self.version}", _print_parameters(self.parameters))
        return f"{'/'.join(filter(None, parts))}@{self.data}"


Address = FigureAddress | ResultAddress


def parse_address(text: str) -> Address:
    """Read an address as `str` prints it.

    Returns:
        The address; `str` of it is `text` again, with the parameters of a result in order of name.

    Raises:
        InvalidAddress: the text has neither form.

    Example:
        >>> parse_address("N15428/1481/T/2022@a41f").newest.indicator
        'N15428'
        >>> str(parse_address("similarity/v2/year=2022;unit=1481@9c1d"))
        'similarity/v2/unit=1481;year=2022@9c1d'
    """
    if figure := _FIGURE.fullmatch(text):
        parts = figure.groupdict(default="")
        gender = Gender(parts.pop("gender"))
        return FigureAddress(gender=gender, **parts)
    if result := _RESULT.fullmatch(text):
        parameters = _parse_parameters(text, result["parameters"] or "")
        return ResultAddress(result["method"], int(result["version"]), result["data"], parameters)
    raise InvalidAddress(
        text, "a figure is INDICATOR/UNIT/GENDER/PERIOD@REVISION, a result METHOD/vVERSION/…@DATA"
    )


def _print_parameters(parameters: Mapping[str, str]) -> str:
    return ";".join(f"{name}={_escape(value)}" for name, value in parameters.items())


def _parse_parameters(address: str, text: str) -> dict[str, str]:
    parameters: dict[str, str] = {}
    for pair in filter(None, text.split(";")):
        name, equals, value = pair.partition("=")
        if not equals or name in parameters:
            raise InvalidAddress(address, f"the parameter {pair!r} is not NAME=VALUE, or stands twice")
        parameters[name] = _unescape(value)
        if _escape(parameters[name]) != value:
            raise InvalidAddress(address, f"the value {value!r} is not escaped as addresses are")
    return parameters


def _escape(text: str) -> str:
    """A value as a part of a web address (RFC 3986): all but unreserved letters as % and two digits."""
    return "".join(
        letter if letter in _PLAIN else "".join(f"%{byte:02X}" for byte in letter.encode()) for letter in text
    )


def _unescape(text: str) -> str:
    return _ESCAPED.sub(lambda run: bytes.fromhex(run[0].replace("%", "")).decode(errors="replace"), text)
