"""Two ways to draw with Panda3D without a screen, behind one small interface.

``gl``: p3headlessgl (EGL; Mesa llvmpipe where there is no GPU), shaders.
``software``: p3tinydisplay, no GL library needed; light per vertex.
Edges are smooth because more pixels are drawn than asked for; whoever scales the picture for its
own purpose (the encoder does) averages them. See docs/decisions/0103.
Panda3D is global to a process; one process may hold many canvases of one back end.
"""

from __future__ import annotations

import contextlib
import ctypes.util
import os
from collections.abc import Iterator
from functools import cache
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from panda3d import core

from a11y.sign_avatar.picture import Framing
from a11y.sign_avatar.stage.errors import NoRendererError, UnknownChoiceError
from a11y.sign_avatar.stage.model import HANDS, TOP, Floats, Model, Piece
from a11y.sign_avatar.stage.prelit import Prelight
from a11y.sign_avatar.stage.shaders import (
    BACKDROP_VERTEX,
    PLAIN,
    SURFACES,
    backdrop_fragment,
    fragment,
    glossy,
    vertex,
)

Pixels = NDArray[np.uint8]
BACKENDS = ("gl", "software")
_GL_EDGE, _SOFTWARE_EDGE = 1.5, 2.0
"""Pixels drawn for each pixel of the picture, along an edge."""
_MAGNIFIED = 0.75
"""Texels a pixel up to which a texture is nowhere seen small enough for smaller copies of it."""
_BLENDED = 1000
"""Place in the order of drawing from which on pieces are blended."""

core.load_prc_file_data(
    "klarhand",
    "window-type offscreen\naudio-library-name null\ntextures-power-2 none\n"
    "notify-level error\nnotify-level-display fatal\nnotify-level-x11display fatal\n"
    "notify-level-egldisplay fatal\nmodel-cache-dir\ncoordinate-system yup-right\n"
    "sync-video false\ngl-debug false\n",
)


class Canvas(Protocol):
    """Draws posed vertices."""

    backend: str

    def draw(self, vertices: Floats) -> Pixels:
        """BGRX picture (edge, edge, 4) of vertices (V, 6), edge above the size asked for, rows
        downwards without gaps; valid until the next call."""
        ...

    def aim(self, framing: Framing) -> None:
        """Point the camera. Textures are as fine as the first framing asked for."""
        ...

    def show(self, parts: tuple[str, ...] | None) -> None:
        """Draw only the parts so named; None for all."""
        ...

    def close(self) -> None: ...


def open_canvas(
    model: Model, *, size: int, backdrop: Pixels, framing: Framing, backend: str | None = None
) -> Canvas:
    """A canvas of ``backend``, or of the first that works.

    ``KLARHAND_RENDERER`` (``gl`` or ``software``) chooses where ``backend`` is None. Raises
    NoRendererError, UnknownChoiceError.
    """
    wanted = backend or os.environ.get("KLARHAND_RENDERER")
    if wanted and wanted not in BACKENDS:
        raise UnknownChoiceError("renderer", wanted, BACKENDS)
    reasons = []
    for name in (wanted,) if wanted else BACKENDS:
        kind = _GlCanvas if name == "gl" else _SoftwareCanvas
        try:
            return kind(model, size, backdrop, framing)
        except RuntimeError as error:
            reasons.append(f"{name}: {error}")
    raise NoRendererError("; ".join(reasons))


def _pipe(module: str, library: str) -> core.GraphicsPipe:
    if ctypes.util.find_library(library) is None:
        raise RuntimeError(f"the system library lib{library} is missing")
    return _only_pipe(module)


@cache
def _only_pipe(module: str) -> core.GraphicsPipe:
    """One pipe a process, kept: Panda3D's EGL pipe ends the display when it goes, and all pipes
    have the same one, so a stage closed would take the others' contexts with it."""
    pipe = core.GraphicsPipeSelection.get_global_ptr().make_module_pipe(module)
    if pipe is None:
        raise RuntimeError(f"{module} cannot start")
    return pipe


def _drawn(size: int, share: float) -> int:
    """Edge of what is drawn: even, as video wants it."""
    return 2 * round(size * share / 2)


def _flags(piece: Piece, number: int) -> core.RenderState:
    """Pieces are drawn in the order of the body file, what lets through last; by themselves those
    of one bin are sorted by their addresses in memory, another order in every process."""
    order = number + (_BLENDED if piece.blend else 0)
    state = core.RenderState.make(core.CullBinAttrib.make("fixed", order))
    if piece.blend:
        state = state.set_attrib(core.TransparencyAttrib.make(core.TransparencyAttrib.M_alpha))
    return state


def _whole() -> core.GeomNode:
    """One triangle over all of the picture: llvmpipe fills whole tiles faster than parts."""
    data = core.GeomVertexData("backdrop", core.GeomVertexFormat.get_v3(), core.Geom.UH_static)
    place = core.GeomVertexWriter(data, "vertex")
    for x, y in ((-1, -1), (3, -1), (-1, 3)):
        place.add_data3(x, y, 0)
    face = core.GeomTriangles(core.Geom.UH_static)
    face.add_vertices(0, 1, 2)
    geom = core.Geom(data)
    geom.add_primitive(face)
    node = core.GeomNode("backdrop")
    node.add_geom(geom)
    return node


def _fall_off(backdrop: Pixels) -> Floats:
    """Coefficients (4, 3) of a backdrop's colour, 0–1, as a cubic of the share of its height from
    above: no texture to read for every pixel."""
    rows = backdrop.mean(1) / 255
    share = (np.arange(len(rows)) + 0.5) / len(rows)
    return np.polynomial.polynomial.polyfit(share, rows, 3).astype(np.float32)


class _Scene:
    """What both back ends share: buffer, camera, one Geom per piece with a moving vertex array.

    The camera hangs upside down, since GL hands over the lowest row first: so the picture lies in
    memory as encoders want it, and nobody turns five megabytes for every frame.
    """

    backend = ""

    def __init__(
        self, module: str, library: str, model: Model, size: int, framing: Framing
    ) -> None:
        self._model = model
        self._pixel = framing.height / size  # metres, of what is drawn
        pipe = _pipe(module, library)
        self._engine = core.GraphicsEngine.get_global_ptr()
        wish = core.FrameBufferProperties()
        wish.set_rgba_bits(8, 8, 8, 8)
        wish.set_depth_bits(24)
        self._buffer = self._engine.make_output(
            pipe, "stage", 0, wish, core.WindowProperties.size(size, size),
            core.GraphicsPipe.BF_refuse_window,
        )  # fmt: skip
        if self._buffer is None:
            raise RuntimeError(f"{module} opened no buffer of {size} × {size}")
        self._picture = core.Texture("picture")
        self._buffer.add_render_texture(self._picture, core.GraphicsOutput.RTM_copy_ram)
        self._root = core.NodePath("stage")
        # Mirrored, faces run the other way round.
        self._root.set_attrib(core.CullFaceAttrib.make_reverse())
        self._camera = core.Camera("camera")
        self._eye = self._root.attach_new_node(self._camera)
        self._eye.set_scale(1, -1, 1)
        region = self._buffer.make_display_region()
        region.set_camera(self._eye)
        self._lens = core.PerspectiveLens()
        self._lens.set_near_far(0.4, 12)
        self._lens.set_coordinate_system(core.CS_yup_right)
        self._camera.set_lens(self._lens)
        self._data: list[tuple[slice, Any]] = []
        self._nodes: dict[str, Any] = {}
        for number, piece in enumerate(model.pieces):
            self._add(piece, number)
        self._model = model.without_textures()
        self.aim(framing)

    def aim(self, framing: Framing) -> None:
        angle = 2 * np.degrees(np.arctan(framing.height / 2 / framing.distance))
        self._lens.set_fov(float(angle))
        x, y, z = framing.centre
        self._eye.set_pos(x, y, z + framing.distance)

    def show(self, parts: tuple[str, ...] | None) -> None:
        for name, path in self._nodes.items():
            if parts is None or name in parts:
                path.show()
            else:
                path.hide()

    def _format(self) -> core.GeomVertexFormat:
        moving = core.GeomVertexArrayFormat()
        moving.add_column("vertex", 3, core.Geom.NT_float32, core.Geom.C_point)
        moving.add_column("normal", 3, core.Geom.NT_float32, core.Geom.C_normal)
        still = core.GeomVertexArrayFormat()
        still.add_column("texcoord", 2, core.Geom.NT_float32, core.Geom.C_texcoord)
        tint = core.GeomVertexArrayFormat()
        tint.add_column("color", 4, core.Geom.NT_uint8, core.Geom.C_color)
        both = core.GeomVertexFormat()
        for array in (moving, still, tint):
            both.add_array(array)
        return core.GeomVertexFormat.register_format(both)

    def _add(self, piece: Piece, number: int) -> None:
        rows = slice(piece.start, piece.stop)
        data = core.GeomVertexData(piece.name, self._format(), core.Geom.UH_dynamic)
        data.unclean_set_num_rows(piece.stop - piece.start)
        # Panda's texture origin is bottom left, glTF's top left.
        uv = self._model.uv[rows] * np.array([1, -1], np.float32) + np.array([0, 1], np.float32)
        for index, values in ((0, self._model.rest[rows]), (1, uv), (2, self._model.colour[rows])):
            handle = data.modify_array_handle(index)
            handle.copy_data_from(np.ascontiguousarray(values).tobytes())
        faces = core.GeomTriangles(core.Geom.UH_static)
        faces.set_index_type(core.Geom.NT_uint32)
        index_data = faces.modify_vertices()
        index_data.unclean_set_num_rows(piece.triangles.size)
        handle = index_data.modify_handle()
        handle.copy_data_from(np.ascontiguousarray(piece.triangles).tobytes())
        faces.set_vertices(index_data)
        geom = core.Geom(data)
        geom.add_primitive(faces)
        geom.set_bounds(core.OmniBoundingVolume())
        node = core.GeomNode(piece.name)
        node.add_geom(geom, _flags(piece, number))
        path = self._root.attach_new_node(node)
        self._data.append((rows, node))
        self._nodes[piece.name] = path
        self._dress(path, piece)

    def _dress(self, path: Any, piece: Piece) -> None:
        raise NotImplementedError

    def _texture(self, pixels: Pixels, name: str) -> core.Texture:
        texture = core.Texture(name)
        height, width, channels = pixels.shape
        kind = core.Texture.F_rgba if channels == 4 else core.Texture.F_rgb
        texture.setup_2d_texture(width, height, core.Texture.T_unsigned_byte, kind)
        order = [2, 1, 0, 3][:channels]
        texture.set_ram_image(np.ascontiguousarray(pixels[::-1][..., order]).tobytes())
        texture.set_wrap_u(core.SamplerState.WM_repeat)
        texture.set_wrap_v(core.SamplerState.WM_repeat)
        return texture

    def _move(self, vertices: Floats, index: int = 0) -> None:
        for rows, node in self._data:
            data = node.modify_geom(0).modify_vertex_data()
            handle = data.modify_array_handle(index)
            handle.copy_data_from(np.ascontiguousarray(vertices[rows]).tobytes())

    def _shoot(self) -> Pixels:
        # The engine draws every open buffer: beside another stage's ours would come late.
        self._buffer.set_active(True)
        self._engine.render_frame()
        self._buffer.set_active(False)
        image = self._picture.get_ram_image()
        if not image:
            raise RuntimeError("the renderer returned no picture")
        edge = self._picture.get_y_size()
        return np.frombuffer(memoryview(image), np.uint8).reshape(edge, edge, -1)

    def close(self) -> None:
        self._engine.remove_window(self._buffer)
        self._root.remove_node()


class _GlCanvas(_Scene):
    backend = "gl"

    def __init__(self, model: Model, size: int, backdrop: Pixels, framing: Framing) -> None:
        self._shaders: dict[tuple[tuple[str, ...], tuple[str, ...]], core.Shader] = {}
        self._textures: list[tuple[core.Texture, float]] = []
        self._bones = core.PTA_LVecBase4f.empty_array(2 * len(model.bones))
        self._limbs = core.PTA_LVecBase4f.empty_array(2 * len(model.limbs))
        super().__init__("p3headlessgl", "EGL", model, _drawn(size, _GL_EDGE), framing)
        self._buffer.set_clear_color_active(False)  # the backdrop is everywhere
        path = self._root.attach_new_node(_whole())
        drawn = backdrop_fragment(_fall_off(backdrop).tolist())
        path.set_shader(core.Shader.make(core.Shader.SL_GLSL, BACKDROP_VERTEX, drawn))
        path.set_shader_input("edge", float(self._buffer.get_y_size()))
        path.set_bin("background", 0)
        path.set_depth_write(False)
        path.set_depth_test(False)
        path.set_two_sided(True)
        path.node().set_bounds(core.OmniBoundingVolume())
        path.node().set_final(True)

    def aim(self, framing: Framing) -> None:
        super().aim(framing)
        self._root.set_shader_input("eye", self._eye.get_pos())
        # Trilinear and anisotropic filters cost llvmpipe more than all the light, and to ask which
        # of the smaller copies suits, for each pixel, a third of the texture.
        pixel = framing.height / self._buffer.get_y_size()
        small, large = core.SamplerState.FT_linear_mipmap_nearest, core.SamplerState.FT_linear
        for texture, texels in self._textures:
            texture.set_minfilter(small if texels * pixel > _MAGNIFIED else large)

    def _dress(self, path: Any, piece: Piece) -> None:
        surface = SURFACES.get(piece.material, PLAIN)
        features = ("TEXTURED",) * (piece.texture is not None)
        special = {"hair": ("HAIR",), "eye": ("EYE",)}
        features += special.get(piece.material, glossy(surface))
        shading: tuple[str, ...] = ()
        if piece.name == HANDS and len(self._model.bones):
            shading = (f"BONES {len(self._model.bones)}",)
            path.set_shader_input("bones", self._bones)
        elif piece.name == TOP and len(self._model.limbs):
            shading = ("LIMBS",)
            path.set_shader_input("limbs", self._limbs)
        program = (features, shading)
        if program not in self._shaders:
            self._shaders[program] = core.Shader.make(
                core.Shader.SL_GLSL, vertex(*shading), fragment(*features)
            )
        path.set_shader(self._shaders[program])
        path.set_shader_input("base", core.LVecBase4(*piece.colour))
        path.set_shader_input("surface", core.LVecBase4(*surface))
        if piece.texture is not None:
            texture = self._texture(piece.texture.pixels(finest=self._pixel), piece.material)
            self._textures.append((texture, piece.texture.texels))
            texture.set_keep_ram_image(False)  # the driver has its own
            path.set_texture(texture)

    def draw(self, vertices: Floats) -> Pixels:
        self._move(vertices)
        _fill(self._bones, self._model.bones, self._model.ends_of_bones(vertices))
        _fill(self._limbs, self._model.limbs, self._model.ends_of_limbs(vertices))
        return self._shoot()


def _fill(uniform: Any, radii: Floats, ends: Floats) -> None:
    """Bones as a shader wants them: (from, radius), (to, 0). radii (B,), ends (2 B, 3)."""
    for k, radius in enumerate(radii.tolist()):
        uniform.set_element(2 * k, core.LVecBase4f(*ends[2 * k].tolist(), radius))
        uniform.set_element(2 * k + 1, core.LVecBase4f(*ends[2 * k + 1].tolist(), 0))


class _SoftwareCanvas(_Scene):
    backend = "software"

    def __init__(self, model: Model, size: int, backdrop: Pixels, framing: Framing) -> None:
        super().__init__("p3tinydisplay", "X11", model, _drawn(size, _SOFTWARE_EDGE), framing)
        self._light = Prelight(model)
        # tinydisplay rounds rows up; drawn upside down that is half a row too low.
        film = self._lens.get_film_size()[1]
        self._lens.set_film_offset(0, film / 2 / self._buffer.get_y_size())
        mean = backdrop.reshape(-1, 3).mean(0) / 255
        self._buffer.set_clear_color(core.LColor(*map(float, mean), 0))
        self._buffer.set_clear_color_active(True)

    def _dress(self, path: Any, piece: Piece) -> None:
        path.set_attrib(core.ColorAttrib.make_vertex())
        path.set_light_off(1)
        if piece.texture is not None:
            pixels = piece.texture.pixels(finest=self._pixel)
            texture = self._texture(pixels[..., :3], piece.material)
            texture.set_minfilter(core.SamplerState.FT_linear)
            path.set_texture(texture)

    def draw(self, vertices: Floats) -> Pixels:
        self._move(vertices)
        colours = self._light.colours(vertices)
        for rows, node in self._data:
            data = node.modify_geom(0).modify_vertex_data()
            bgra = np.ascontiguousarray(colours[rows])
            data.modify_array_handle(2).copy_data_from(bgra.tobytes())
        return self._shoot()


@contextlib.contextmanager
def canvas(model: Model, **options: Any) -> Iterator[Canvas]:
    """``open_canvas`` that closes itself."""
    opened = open_canvas(model, **options)
    try:
        yield opened
    finally:
        opened.close()
