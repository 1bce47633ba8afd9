"""Signing for other programs: ``.pose``, ``.bvh``, ``.glb``, ``.sigml``, ``.json``.

``export`` writes one file for a text; its suffix says which. The single writers are
``bvh.export_bvh``, ``glb.export_glb`` and ``motion.pose_file.write_pose``.
"""

from a11y.sign_avatar.exports.write import FORMATS, export, joined

__all__ = ["FORMATS", "export", "joined"]
