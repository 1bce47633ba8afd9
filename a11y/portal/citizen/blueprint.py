"""Addresses of the citizen pages."""

from flask import Blueprint

from a11y.portal.citizen import embed, views

citizen = Blueprint("citizen", __name__)
citizen.add_url_rule("/", "start", views.start)
citizen.add_url_rule("/leistungen/", "leistungen", views.leistungen)
citizen.add_url_rule("/leistungen/<slug>/", "leistung", views.leistung)
citizen.add_url_rule(
    "/leistungen/<slug>/leichte-sprache/", "leistung_leicht", views.leistung_leicht
)
citizen.add_url_rule("/leistungen/<slug>/gebaerdensprache/", "leistung_dgs", views.leistung_dgs)
citizen.add_url_rule("/suche/", "suche", views.suche)
citizen.add_url_rule("/leichte-sprache/", "leicht", views.leicht)
citizen.add_url_rule("/gebaerdensprache/", "dgs", views.dgs)
citizen.add_url_rule("/barrierefreiheit/", "barrierefreiheit", views.barrierefreiheit)
citizen.add_url_rule("/<any(impressum, datenschutz):slug>/", "seite", views.seite)
citizen.add_url_rule("/robots.txt", "robots", views.robots)
citizen.add_url_rule("/sitemap.xml", "sitemap", views.sitemap)
citizen.add_url_rule("/einbetten/<path:key>/", "einbetten", embed.player)
citizen.add_url_rule("/oembed", "oembed", embed.oembed)
