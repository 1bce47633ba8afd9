"""The form's fields and what makes them wrong."""

from __future__ import annotations

import re

from flask_wtf import FlaskForm
from wtforms import EmailField, Field, HiddenField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, Optional, ValidationError

TOPICS = (
    ("barriere", "Ich habe eine Barriere gefunden"),
    ("gebaerdensprache", "Ein Video in Gebärdensprache ist falsch oder unverständlich"),
    ("leichte-sprache", "Ein Text in Leichter Sprache ist falsch oder schwer"),
    ("inhalt", "Eine Angabe stimmt nicht"),
    ("anderes", "Etwas anderes"),
)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}\Z")


class FeedbackForm(FlaskForm):  # type: ignore[misc]  # the library has no types
    topic = SelectField("Worum geht es?", choices=[SelectChoice(*topic) for topic in TOPICS])
    page = StringField(
        "Um welche Seite geht es?",
        description="Freiwillig. Zum Beispiel „Hund anmelden“ oder die Adresse der Seite.",
        validators=[Length(max=300, message="Bitte höchstens 300 Zeichen.")],
    )
    message = TextAreaField("Ihre Nachricht")
    email = EmailField(
        "Ihre E-Mail-Adresse",
        description="Freiwillig. Nur damit können wir Ihnen antworten. Beispiel: name@beispiel.de",
        validators=[Optional()],
    )
    # People never see this field; programs that fill in every field do.
    website = HiddenField()

    def validate_message(self, field: Field) -> None:
        text = (field.data or "").strip()
        if len(text) < 5:
            raise ValidationError("Bitte schreiben Sie Ihre Nachricht in dieses Feld.")
        if len(text) > 5000:
            raise ValidationError("Bitte kürzen Sie Ihre Nachricht auf 5.000 Zeichen.")

    def validate_email(self, field: Field) -> None:
        if field.data and not _EMAIL.match(field.data.strip()):
            raise ValidationError(
                "Bitte prüfen Sie die E-Mail-Adresse. Sie braucht ein @ und eine Endung, "
                "zum Beispiel name@beispiel.de."
            )
