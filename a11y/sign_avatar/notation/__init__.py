"""HamNoSys 4: read it, write it, exchange it as SiGML. Knows no avatar.

>>> from a11y.sign_avatar import notation
>>> sign = notation.parse("hamflathand hamextfingeru hampalml hamchest hammoveo")
>>> sign.dominant.shape.base
<Base.FLAT: 'hamflathand'>
>>> notation.format_names(sign)
'hamflathand hamextfingeru hampalml hamchest hammoveo'
"""

from a11y.sign_avatar.notation.errors import NotationError, SigmlError, UnknownSymbolError
from a11y.sign_avatar.notation.formatter import format_names, format_unicode
from a11y.sign_avatar.notation.model import SignNotation
from a11y.sign_avatar.notation.parser import parse

__all__ = [
    "NotationError",
    "SigmlError",
    "SignNotation",
    "UnknownSymbolError",
    "format_names",
    "format_unicode",
    "parse",
]
