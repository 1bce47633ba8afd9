"""What German law asks of a public body's website and no general tool looks at."""

from __future__ import annotations

from a11y.audit.law.check import check_site
from a11y.audit.law.profiles import Profile, load_profiles, profile_named

__all__ = ["Profile", "check_site", "load_profiles", "profile_named"]
