"""One municipal service (Leistung) in FIM modules. File form: ``docs/formats/leistung.md``."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Self


@dataclass(frozen=True, slots=True, kw_only=True)
class ModulArt:
    """A kind of module: our key in files and addresses, FIM's code, the heading citizens read.

    signed: worth signing. Lists of paragraphs of law are shown as text only.
    """

    key: str
    code: str
    heading: str
    signed: bool = True


# FIM/PVOG text modules in the order in which a page shows them.
_ARTEN = (
    ModulArt(key="volltext", code="06", heading="Worum geht es?"),
    ModulArt(key="voraussetzungen", code="09", heading="Voraussetzungen"),
    ModulArt(key="unterlagen", code="08", heading="Erforderliche Unterlagen"),
    ModulArt(key="kosten", code="98", heading="Kosten"),
    ModulArt(key="fristen", code="97", heading="Fristen"),
    ModulArt(key="bearbeitungsdauer", code="95", heading="Bearbeitungsdauer"),
    ModulArt(key="verfahrensablauf", code="11", heading="Verfahrensablauf"),
    ModulArt(key="hinweise", code="16", heading="Hinweise"),
    ModulArt(key="ansprechpunkt", code="23", heading="Zuständige Stelle"),
    ModulArt(key="rechtsgrundlagen", code="07", heading="Rechtsgrundlagen", signed=False),
)
MODULES: Mapping[str, ModulArt] = {art.key: art for art in _ARTEN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Modul:
    """The text of one module: paragraphs parted by blank lines, list lines begin with ``- `` or
    ``1. `` (see ``blocks``)."""

    key: str
    text: str

    @property
    def art(self) -> ModulArt:
        return MODULES[self.key]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kontakt:
    """Whom to ask. anschrift: lines of the postal address."""

    stelle: str
    anschrift: tuple[str, ...] = ()
    telefon: str = ""
    email: str = ""
    zeiten: tuple[str, ...] = ()

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        return cls(
            stelle=data["stelle"],
            anschrift=tuple(data.get("anschrift", ())),
            telefon=data.get("telefon", ""),
            email=data.get("email", ""),
            zeiten=tuple(data.get("zeiten", ())),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Leistung:
    """slug: its part of the address. leika: 14 digits or "". stand: date of the text."""

    slug: str
    titel: str
    kurztext: str
    thema: str
    stand: date
    module: tuple[Modul, ...]
    kontakt: Kontakt | None = None
    leika: str = ""
    suchworte: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """Changes whenever anything in the service does."""
        form = json.dumps(self.to_dict(), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(form.encode()).hexdigest()[:24]

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "slug": self.slug,
            "titel": self.titel,
            "kurztext": self.kurztext,
            "thema": self.thema,
            "stand": self.stand.isoformat(),
            "module": {modul.key: modul.text for modul in self.module},
        }
        if self.kontakt:
            out["kontakt"] = {key: value for key, value in asdict(self.kontakt).items() if value}
        if self.leika:
            out["leika"] = self.leika
        if self.suchworte:
            out["suchworte"] = list(self.suchworte)
        return out

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """From the file form; the data must already fit the schema (see ``reader``)."""
        stand = data["stand"]
        texts: Mapping[str, str] = data["module"]
        return cls(
            slug=data["slug"],
            titel=data["titel"].strip(),
            kurztext=data["kurztext"].strip(),
            thema=data["thema"].strip(),
            stand=stand if isinstance(stand, date) else date.fromisoformat(stand),
            module=tuple(
                Modul(key=key, text=texts[key].strip()) for key in MODULES if key in texts
            ),
            kontakt=Kontakt.from_dict(data["kontakt"]) if "kontakt" in data else None,
            leika=data.get("leika", ""),
            suchworte=tuple(data.get("suchworte", ())),
        )
