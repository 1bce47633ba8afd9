"""Which signs say a number, in order: as in German, units come before tens."""

from __future__ import annotations

MAXIMUM = 999_999


def parts(number: int) -> tuple[int, ...]:
    """The numbers with signs of their own that say ``number``, in the order they are signed.

    25 → (5, 20); 22 → (22,) (both digits side by side); 153 → (100, 3, 50);
    4 320 → (4000, 300, 20); 25 000 → (5, 20, 1000). Raises ValueError beyond 0–999 999.
    Source: SIGN-HUB, A Grammar of German Sign Language, Phonology 1.1.3.
    """
    if not 0 <= number <= MAXIMUM:
        raise ValueError(f"{number} is not between 0 and {MAXIMUM}")
    if number < 20:
        return (number,)
    thousands, rest = divmod(number, 1000)
    out: tuple[int, ...] = ()
    if 0 < thousands < 10:
        out += (thousands * 1000,)
    elif thousands:
        out += (*_below_thousand(thousands), 1000)
    if rest:
        out += _below_thousand(rest)
    return out


def _below_thousand(number: int) -> tuple[int, ...]:
    hundreds, rest = divmod(number, 100)
    out: tuple[int, ...] = (hundreds * 100,) if hundreds else ()
    if not rest:
        return out
    tens, unit = divmod(rest, 10)
    if rest < 20 or unit == 0 or tens == unit:
        return (*out, rest)
    return (*out, unit, tens * 10)


def signed_numbers() -> tuple[int, ...]:
    """Every number that needs a sign of its own."""
    return tuple(
        sorted(
            {
                *range(20),
                *range(20, 100, 10),
                *range(22, 100, 11),
                *range(100, 1000, 100),
                *range(1000, 10_000, 1000),
            }
        )
    )
