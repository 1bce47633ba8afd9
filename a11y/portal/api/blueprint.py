"""Addresses of the API."""

from flask import Blueprint

from a11y.portal.api import views

api = Blueprint("api", __name__, url_prefix="/api/v1")
api.add_url_rule("/leistungen", "leistungen", views.leistungen)
api.add_url_rule("/leistungen/<slug>", "leistung", views.leistung)
api.add_url_rule("/einheiten/<path:key>", "einheit", views.einheit)
