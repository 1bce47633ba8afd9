"""schema.org data of a service for search engines."""

from __future__ import annotations

from typing import Any

from flask import url_for

from a11y.portal.content import Leistung
from a11y.portal.content.pages import Stadt


def government_service(leistung: Leistung, stadt: Stadt) -> dict[str, Any]:
    """A ``GovernmentService`` as JSON-LD."""
    address = url_for("citizen.leistung", slug=leistung.slug, _external=True)
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "@id": address,
        "url": address,
        "name": leistung.titel,
        "description": leistung.kurztext,
        "serviceType": leistung.thema,
        "availableLanguage": ["de", "gsg"],
        "areaServed": {"@type": "City", "name": stadt.name},
        "provider": {"@type": "GovernmentOrganization", "name": stadt.titel, "url": stadt.website},
    }
    if leistung.leika:
        data["identifier"] = {
            "@type": "PropertyValue",
            "propertyID": "LeiKa",
            "value": leistung.leika,
        }
    if kontakt := leistung.kontakt:
        channel: dict[str, Any] = {"@type": "ServiceChannel", "serviceUrl": address}
        if kontakt.telefon:
            channel["servicePhone"] = {
                "@type": "ContactPoint",
                "telephone": kontakt.telefon,
                "email": kontakt.email or None,
            }
        if kontakt.anschrift:
            channel["serviceLocation"] = {
                "@type": "Place",
                "name": kontakt.stelle,
                "address": ", ".join(kontakt.anschrift),
            }
        data["availableChannel"] = channel
    return data
