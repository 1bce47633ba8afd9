"""Probes: our own rules. Each is a metadata file with its fixtures and one evaluate function."""

from __future__ import annotations

from a11y.audit.probes.catalogue import Probe, chosen, load_probes
from a11y.audit.probes.observe import Observation, to_finding

__all__ = ["Observation", "Probe", "chosen", "load_probes", "to_finding"]
