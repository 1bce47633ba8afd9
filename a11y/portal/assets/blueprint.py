"""Addresses of the packages' files."""

from flask import Blueprint

from a11y.portal.assets import views

assets = Blueprint("assets", __name__, url_prefix="/assets")
assets.add_url_rule("/kern/<path:name>", "kern", views.kern)
assets.add_url_rule("/klarhand-signer.js", "signer", views.signer)
