"""Addresses of the workplace; everything but signing in needs an account."""

from flask import Blueprint

from a11y.portal.redaktion import admin, model, recordings, session, shorter, signs, views

redaktion = Blueprint("redaktion", __name__, url_prefix="/redaktion")
redaktion.before_request(session.require_sign_in)

_unit = "/einheit/<path:key>"
for _path, _name, _view, _methods in (
    ("/anmelden/", "sign_in", session.sign_in, ["GET", "POST"]),
    ("/abmelden/", "sign_out", session.sign_out, ["POST"]),
    ("/", "overview", views.overview, ["GET"]),
    ("/text/", "paste", views.paste, ["GET", "POST"]),
    (f"{_unit}/vorschlaege/", "take", views.take, ["POST"]),
    (f"{_unit}/text/", "save_text", views.save_text, ["POST"]),
    (f"{_unit}/neu/", "start_over", views.start_over, ["POST"]),
    (f"{_unit}/kuerzer/", "shorter", shorter.offer, ["GET"]),
    (f"{_unit}/kuerzer/uebernehmen/", "take_shorter", shorter.take, ["POST"]),
    (f"{_unit}/modell/", "model", model.offer, ["GET"]),
    (f"{_unit}/modell/anfordern/", "ask_model", model.ask, ["POST"]),
    (f"{_unit}/modell/entscheiden/", "decide_model", model.decide, ["POST"]),
    (f"{_unit}/freigabe/", "release", views.release, ["POST"]),
    (f"{_unit}/video/", "render", views.render, ["POST"]),
    (f"{_unit}/gebaerden/", "change_signs", signs.change, ["POST"]),
    (f"{_unit}/gebaerden/neu/", "signs_anew", signs.start_over, ["POST"]),
    (f"{_unit}/film/", "record", recordings.record, ["POST"]),
    (f"{_unit}/film/entfernen/", "remove_recording", recordings.remove, ["POST"]),
    (f"{_unit}/", "unit", views.unit, ["GET"]),
    ("/videos/", "videos", admin.videos, ["GET"]),
    ("/rueckmeldungen/", "messages", admin.messages, ["GET", "POST"]),
    ("/konten/", "accounts", admin.account_list, ["GET", "POST"]),
):
    redaktion.add_url_rule(_path, _name, _view, methods=_methods)
