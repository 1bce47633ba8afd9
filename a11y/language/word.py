"""The token while it is being analysed: rules may still correct it. ``Token`` is what comes out."""

from __future__ import annotations

from dataclasses import dataclass, field

from a11y.language.analysis import Token


@dataclass(slots=True)
class Word:
    """index, head: positions in the text's list of words; source: the form that the text has;
    in_hours: part of opening hours; takes_up: number of the noun that a relative *die* stands for,
    where it is sure; fields otherwise as in ``Token``."""

    index: int
    text: str
    start: int
    end: int
    space_after: bool
    tag: str = ""
    pos: str = ""
    morph: dict[str, str] = field(default_factory=dict)
    head: int = 0
    dep: str = ""
    lemma: str = ""
    in_hours: bool = False
    takes_up: str = ""
    lower: str = field(init=False)
    source: str = field(init=False)

    def __post_init__(self) -> None:
        self.lower = self.text.lower()  # asked for a hundred times a word
        self.source = self.text

    def read_as(self, form: str) -> None:
        """Read another form than the text has (*für* for *fuer*); ``token`` keeps the source's."""
        self.text, self.lower = form, form.lower()

    @property
    def finite(self) -> bool:
        return self.tag.endswith("FIN") or self.tag == "VVIMP" or self.tag == "VAIMP"

    def token(self) -> Token:
        return Token(
            index=self.index,
            text=self.source,
            lemma=self.lemma,
            pos=self.pos,
            tag=self.tag,
            morph=dict(self.morph),
            head=self.head,
            dep=self.dep,
            span=(self.start, self.end),
            space_after=self.space_after,
        )
