"""Addresses of the feedback form."""

from flask import Blueprint

from a11y.portal.feedback import views

feedback = Blueprint("feedback", __name__, url_prefix="/rueckmeldung")
feedback.add_url_rule("/", "form", views.form, methods=["GET", "POST"])
feedback.add_url_rule("/danke/", "thanks", views.thanks)
