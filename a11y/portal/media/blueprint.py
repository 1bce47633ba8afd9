"""Addresses of media files; ``key`` is the content hash, so a file never changes."""

from flask import Blueprint

from a11y.portal.media import views

media = Blueprint("media", __name__, url_prefix="/medien")
media.add_url_rule("/<key>/video.mp4", "video", views.video)
media.add_url_rule("/<key>/video-<int:size>.<any(mp4, webm):form>", "rendition", views.rendition)
media.add_url_rule("/<key>/untertitel.vtt", "captions", views.captions)
media.add_url_rule("/<key>/kapitel.vtt", "chapters", views.chapters)
media.add_url_rule("/<key>/vorschau.jpg", "poster", views.poster)
