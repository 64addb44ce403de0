"""Where does chance come from, so that the same path is drawn wherever and in whatever order it is computed?

A counter-based generator: the random words of a municipality, path and year are a function of those three numbers
and a seed alone. Nothing is remembered between draws, so threads, blocks and order cannot change a figure.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

ROUNDS = 7
_MULTIPLY_0, _MULTIPLY_1 = np.uint64(0xD2511F53), np.uint64(0xCD9E8D57)
_WEYL_0, _WEYL_1 = np.uint32(0x9E3779B9), np.uint32(0xBB67AE85)
_LOW, _SHIFT = np.uint64(0xFFFFFFFF), np.uint64(32)


@njit(cache=True, inline="always")
def philox_block(
    c0: np.uint32, c1: np.uint32, c2: np.uint32, c3: np.uint32, seed: np.uint32
) -> tuple[np.uint32, np.uint32, np.uint32, np.uint32]:
    """Four random words of one counter (Philox4x32-7 with the key (seed, 0))."""
    k0, k1 = np.uint32(seed), np.uint32(0)
    for _ in range(ROUNDS):
        p0 = np.uint64(c0) * _MULTIPLY_0
        p1 = np.uint64(c2) * _MULTIPLY_1
        h0, l0 = np.uint32(p0 >> _SHIFT), np.uint32(p0 & _LOW)
        h1, l1 = np.uint32(p1 >> _SHIFT), np.uint32(p1 & _LOW)
        c0, c1, c2, c3 = np.uint32(h1 ^ c1 ^ k0), l1, np.uint32(h0 ^ c3 ^ k1), l0
        k0 = np.uint32(k0 + _WEYL_0)
        k1 = np.uint32(k1 + _WEYL_1)
    return c0, c1, c2, c3


@njit(cache=True, inline="always")
def fill_words(
    words: NDArray[np.uint32], unit: np.uint32, path: np.uint32, year: np.uint32, seed: np.uint32
) -> None:
    """Fill `words`, whose length is a multiple of four, for one unit, path and year."""
    blocks = words.shape[0] // 4
    for block in range(blocks):
        w0, w1, w2, w3 = philox_block(np.uint32(block), path, year, unit, seed)
        words[block] = w0
        words[blocks + block] = w1
        words[2 * blocks + block] = w2
        words[3 * blocks + block] = w3


@njit(cache=True)
def fill_bundle(
    words: NDArray[np.uint32],
    count: int,
    unit: np.uint32,
    first_path: np.uint32,
    year: np.uint32,
    seed: np.uint32,
) -> None:
    """Fill the first `count` rows of `words` (words, paths) with what `fill_words` gives each of consecutive paths.

    Counters are kept in eight bytes, of which the lower four count: so the products need no repacking in between.
    """
    blocks = count // 4
    for block in range(blocks):
        for lane in range(words.shape[1]):
            c0, c1 = np.uint64(block), np.uint64(np.uint32(first_path + np.uint32(lane)))
            c2, c3 = np.uint64(year), np.uint64(unit)
            k0, k1 = np.uint64(seed), np.uint64(0)
            for _ in range(ROUNDS):
                p0 = (c0 & _LOW) * _MULTIPLY_0
                p1 = (c2 & _LOW) * _MULTIPLY_1
                c0, c1, c2, c3 = (p1 >> _SHIFT) ^ c1 ^ k0, p1, (p0 >> _SHIFT) ^ c3 ^ k1, p0
                k0 = (k0 + np.uint64(_WEYL_0)) & _LOW
                k1 = (k1 + np.uint64(_WEYL_1)) & _LOW
            words[block, lane] = np.uint32(c0)
            words[blocks + block, lane] = np.uint32(c1)
            words[2 * blocks + block, lane] = np.uint32(c2)
            words[3 * blocks + block, lane] = np.uint32(c3)


def philox_words(
    count: int, *, unit: int, paths: NDArray[np.integer], year: int, seed: int
) -> NDArray[np.uint32]:
    """The words that `fill_words` gives, for many paths at once and without compiled code.

    Definition: Philox4x32-7 with counter (block, path, year, unit) and key (seed, 0); the words of all blocks are
        laid out plane by plane.
    Args: `count` words a path, a multiple of four; `unit`, `paths`, `year`, `seed` whole numbers below 2**32.
    Returns: (paths, count) words, each 32 random bits.
    Raises: ValueError when `count` is not a multiple of four.
    Source: J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, "Parallel Random Numbers: As Easy as 1, 2, 3",
        SC11 (2011); the test holds it to their published vectors.
    Example:
        >>> [hex(word) for word in philox_words(4, unit=0, paths=np.array([0]), year=0, seed=0)[0]]
        ['0x5f6fb709', '0xd893f64', '0x4f121f81', '0x4f730a48']
    """
    if count % 4:
        raise ValueError(f"{count} words is not a multiple of four")
    blocks = count // 4
    shape = (len(paths), blocks)
    counter = [
        np.broadcast_to(np.arange(blocks, dtype=np.uint64), shape),
        np.broadcast_to(np.asarray(paths, np.uint64)[:, None], shape),
        np.full(shape, year, np.uint64),
        np.full(shape, unit, np.uint64),
    ]
    key = [seed & 0xFFFFFFFF, 0]
    for _ in range(ROUNDS):
        product_0, product_1 = counter[0] * _MULTIPLY_0, counter[2] * _MULTIPLY_1
        counter = [
            (product_1 >> _SHIFT) ^ counter[1] ^ np.uint64(key[0]),
            product_1 & _LOW,
            (product_0 >> _SHIFT) ^ counter[3] ^ np.uint64(key[1]),
            product_0 & _LOW,
        ]
        key = [(key[0] + int(_WEYL_0)) & 0xFFFFFFFF, (key[1] + int(_WEYL_1)) & 0xFFFFFFFF]
    return np.concatenate([plane.astype(np.uint32) for plane in counter], axis=1)
