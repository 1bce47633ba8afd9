"""What can be read but not be performed, or is obsolete: remarks for authors."""

from __future__ import annotations

from a11y.sign_avatar.notation import symbols
from a11y.sign_avatar.notation.bodily import body_movements, lean_of
from a11y.sign_avatar.notation.formatter import names
from a11y.sign_avatar.notation.model import BodySite, Location, LocationPair, SignNotation
from a11y.sign_avatar.notation.unused import unused
from a11y.sign_avatar.notation.vocabulary import BodyPlace, Contact, WristBend

_OBSOLETE = {bend.symbol for bend in WristBend}


def remarks(sign: SignNotation) -> tuple[str, ...]:
    """One plain sentence per remark, in no case an error."""
    written = set(names(sign))
    out: list[str] = []
    if sign.dominant.extended is None or sign.dominant.palm is None:
        out.append("The orientation is not complete: extended finger direction or palm is missing.")
    if sign.location is None:
        out.append("No location is written; neutral space is assumed.")
    if "hammetaalt" in written:
        out.append("Of alternatives only the first is performed.")
    if "hametc" in written:
        out.append("hametc (approximately) is kept but changes nothing.")
    if "hamorirelative" in written:
        out.append("Relative orientation is kept but performed as absolute.")
    for name in sorted(written & _OBSOLETE):
        out.append(f"{name} is obsolete and changes nothing.")
    marks = sorted(name for name in written if symbols.block(name) in _MARKS)
    if marks:
        out.append(f"{', '.join(marks)}: no movement is attached to it.")
    idle = unused(sign)
    if idle:
        out.append(f"{', '.join(idle)}: changes nothing where it stands.")
    if isinstance(sign.location, LocationPair) and not sign.two_handed:
        out.append("Places for two hands in a sign of one hand; the first is used.")
    if isinstance(sign.location, Location) and _touches_nothing(sign.location):
        out.append("In neutral space there is nothing to touch; the hand is there without contact.")
    if isinstance(sign.location, Location) and sign.location.behind:
        out.append("hambehind may be out of the arm's reach.")
    for part in sign.parts():
        for movement in body_movements(part):
            if lean_of(movement) is None:
                out.append(
                    f"{movement.site.place.symbol}: this movement of the body is kept but not"
                    " performed; only leans of the trunk are."
                )
    return tuple(out)


def _touches_nothing(location: Location) -> bool:
    in_space = (
        isinstance(location.site, BodySite) and location.site.place is BodyPlace.NEUTRAL_SPACE
    )
    return in_space and location.contact in _TOUCHING


_TOUCHING = (Contact.TOUCH, Contact.BRUSHING, Contact.INTERLOCK, Contact.CROSS)
_MARKS = ("punctuation", "mark", "coreference")
