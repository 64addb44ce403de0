"""A figure or a result has one printed name, which reads back as the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avstamp.domain.thread.addresses import FigureAddress, InvalidAddress, ResultAddress, parse_address
from avstamp.domain.values import Gender

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
NAMES = st.text(LETTERS, min_size=1, max_size=8)
LOWER = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8)
REVISIONS = st.text("0123456789abcdef", min_size=4, max_size=64)
YEARS = st.integers(1900, 2099).map(str)
PERIODS = YEARS | YEARS.map(lambda year: f"{year}-08") | YEARS.map(lambda year: f"{year}-08-31")
FIGURES = st.builds(
    FigureAddress,
    indicator=NAMES,
    unit=NAMES,
    gender=st.sampled_from(Gender),
    period=PERIODS,
    revision=REVISIONS | st.just(""),
    organisation=LOWER | st.just(""),
)
RESULTS = st.builds(
    ResultAddress,
    method=LOWER,
    version=st.integers(1, 999),
    data=REVISIONS,
    parameters=st.dictionaries(
        LOWER, st.text(st.characters(exclude_categories=["Cs"]), max_size=8), max_size=4
    ),
)


@given(FIGURES | RESULTS)
def test_address_printed_and_parsed_is_the_same(address: FigureAddress | ResultAddress) -> None:
    assert parse_address(str(address)) == address


@given(FIGURES | RESULTS, FIGURES | RESULTS)
def test_addresses_that_differ_print_differently(
    one: FigureAddress | ResultAddress, other: FigureAddress | ResultAddress
) -> None:
    assert (str(one) == str(other)) == (one == other)


def test_figure_address_without_revision_means_the_newest() -> None:
    cited = parse_address("N15428/1481/T/2022@a41f")
    assert isinstance(cited, FigureAddress)
    assert cited.newest == parse_address("N15428/1481/T/2022")


def test_figure_of_an_organisation_is_not_the_public_figure_of_the_same_name() -> None:
    own = parse_address("provkoping:N15428/1481/T/2022")
    assert isinstance(own, FigureAddress)
    assert (own.organisation, own == parse_address("N15428/1481/T/2022")) == ("provkoping", False)


def test_result_parameters_stand_in_order_of_name() -> None:
    one = ResultAddress("similarity", 2, "9c1d", {"year": "2022", "unit": "1481"})
    other = ResultAddress("similarity", 2, "9c1d", {"unit": "1481", "year": "2022"})
    assert (str(one), hash(one)) == ("similarity/v2/unit=1481;year=2022@9c1d", hash(other))


def test_result_subject_holds_neither_version_nor_data() -> None:
    old, new = (
        ResultAddress("gap", 1, "9c1d", {"unit": "1481"}),
        ResultAddress("gap", 2, "77aa", {"unit": "1481"}),
    )
    assert (old.subject, new.subject) == ("gap/unit=1481", "gap/unit=1481")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "N15428/1481/T",
        "N15428/1481/X/2022",
        "N15428/1481/T/22",
        "N15428/1481/T/2022-13",
        "N15428/1481/T/\u0662\u0660\u0662\u0662",
        "N15428/1481/T/2022@A41F",
        "N15428/1481/T/2022@a41",
        "N15428/1481/T/2022@a41f/x",
        "Mölndal:N1/1481/T/2022",
        "gap/v0@9c1d",
        "gap/v1\u0662@9c1d",
        "gap/v2",
        "gap/v2/unit@9c1d",
        "gap/v2/unit=1;unit=2@9c1d",
        "gap/v2/unit=%2f@9c1d",
        "gap/v2/unit=å@9c1d",
        "gap/v2/unit=%C3@9c1d",
    ],
)
def test_text_that_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(InvalidAddress) as refused:
        parse_address(text)
    assert refused.value.address == text


def test_figure_with_an_impossible_part_is_refused() -> None:
    with pytest.raises(InvalidAddress, match="write INDICATOR/UNIT/GENDER/PERIOD@REVISION"):
        FigureAddress("N1/2", "1481", Gender.ALL, "2022")
