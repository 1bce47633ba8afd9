"""Review states: nothing unreviewed pretends to be reviewed."""

from __future__ import annotations

from enum import StrEnum


class ReviewState(StrEnum):
    """How far people have looked at a sign or a text.

    DRAFT: made by a machine or by authors who are not the ones entitled to judge it.
    CHECKED: an editor has read it.
    APPROVED: the entitled person has recorded approval (signs and signed texts: a Deaf expert,
    role "taube Fachperson"; easy German: the Redaktion after testing with the target group).
    """

    DRAFT = "draft"
    CHECKED = "checked"
    APPROVED = "approved"
