"""Addresses of the live view's data."""

from flask import Blueprint

from a11y.portal.live import views

live = Blueprint("live", __name__, url_prefix="/live")
live.add_url_rule("/koerper/<signer>.glb", "body", views.body)
live.add_url_rule("/einheit/<path:key>.json", "unit", views.unit)
live.add_url_rule("/fassung/<int:number>.json", "version", views.version)
live.add_url_rule("/bewegung/<int:version>/<int:index>", "motion", views.motion)
