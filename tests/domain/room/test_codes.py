from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avstamp.domain.room.codes import LETTERS, LOOK_ALIKES, plain_code, readings_of

codes = st.text(LETTERS, min_size=6, max_size=6)


@given(codes)
def test_a_code_is_read_as_it_stands_first(code: str):
    assert readings_of(code)[0] == code
    assert set("".join(readings_of(code))) <= set(LETTERS)


@given(codes, st.integers(0, 5), st.data())
def test_a_sign_taken_for_one_like_it_is_understood(code: str, place: int, data: st.DataObject):
    alike = sorted({sign for group in LOOK_ALIKES if code[place] in group for sign in group})
    written = code[:place] + data.draw(st.sampled_from(alike or [code[place]])) + code[place + 1 :]
    assert code in readings_of(written)


@pytest.mark.parametrize("written", ["", " - ", "I" * 30])
def test_what_is_no_code_has_no_reading(written: str):
    assert readings_of(written) == ()


def test_an_address_is_read_as_the_code_it_ends_with():
    assert plain_code("http://hall.example/en/traff/abCDef/ ") == "ABCDEF"
