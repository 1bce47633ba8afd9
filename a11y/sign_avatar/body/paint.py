"""Paint of head and neck: tone by zone, lips, lids, brows hair by hair, roots of the hair.

Everything is painted as a function of the place on the body (metres), so one set of rules serves
each signer. Colours sRGB.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFilter
from scipy.spatial import cKDTree

from a11y.sign_avatar.body.hairline import Hairline
from a11y.sign_avatar.body.mesh import Floats
from a11y.sign_avatar.body.paint_neck import Neck, paint_neck
from a11y.sign_avatar.body.pigment import Picture, mix, noise, softened, tinted, tone
from a11y.sign_avatar.body.signers import Signer


@dataclass(frozen=True, eq=False, kw_only=True)
class Face:
    """Places that the paint needs, all in metres: centre of the left eye, middle of the mouth,
    half its width, where closed lips meet (N, 2: aside, ascending, and height), tip of the nose,
    outer brow height above the eye, roots (N, 3) of the upper lashes and of the lower ones, where
    the lid is moist; the neck below."""

    eye: Floats
    mouth: Floats
    mouth_half: float
    seam: Floats
    nose: Floats
    brow: float
    lash_roots: Floats
    lower_lid: Floats
    neck: Neck


class _Canvas:
    """A picture of the face seen from the front, drawn with strokes, sampled by (x, y)."""

    def __init__(self, face: Face, *, pixels_per_metre: int = 12000) -> None:
        self._scale = pixels_per_metre
        self._left, self._top = -0.085, face.eye[1] + 0.10
        self._size = (int(0.17 * pixels_per_metre), int(0.20 * pixels_per_metre))
        self.image = Image.new("L", self._size)
        self._draw = ImageDraw.Draw(self.image)

    def to_pixel(self, x: float, y: float) -> tuple[float, float]:
        return (x - self._left) * self._scale, (self._top - y) * self._scale

    def stroke(self, points: list[tuple[float, float]], width: float, value: int) -> None:
        pixels = [self.to_pixel(x, y) for x, y in points]
        self._draw.line(pixels, fill=value, width=max(1, round(width * self._scale)))

    def soften(self, radius: float) -> None:
        blurred = self.image.filter(ImageFilter.GaussianBlur(radius * self._scale))
        self.image = blurred
        self._draw = ImageDraw.Draw(self.image)

    def sample(self, x: Picture, y: Picture) -> Picture:
        column = np.clip(((x - self._left) * self._scale).astype(int), 0, self._size[0] - 1)
        row = np.clip(((self._top - y) * self._scale).astype(int), 0, self._size[1] - 1)
        grey: Picture = np.asarray(self.image, np.float32)[row, column] / np.float32(255)
        return grey


def _brows(face: Face, *, manly: float) -> _Canvas:
    """Both brows, hair by hair. manly: 0 slender and arched … 1 full and flat."""
    heavy = 0.74 + 0.58 * manly
    arched, tapers = 0.0060 - 0.0018 * manly, 0.42 - 0.26 * manly
    canvas = _Canvas(face)
    rng = np.random.default_rng(11)
    inner, outer = 0.0105, face.eye[0] + 0.0245
    base = face.eye[1] + face.brow
    for sign in (-1, 1):
        for t in np.linspace(-0.02, 1.0, 210):
            arch = arched * np.sin(min(max(t, 0.0), 1.0) * np.pi * 0.82)
            fall = 0.0050 * max(0.0, (t - 0.58) / 0.42) ** 1.5
            x0 = inner + t * (outer - inner)
            half = 0.0030 * heavy * (1.05 - 0.72 * max(t, 0.0)) * min(1.0, (t + 0.10) / tapers)
            for _ in range(3):
                across = rng.uniform(-1, 1)
                lean = 0.5 + 1.9 * np.clip(t, 0, 1) - 0.25 * across
                long = rng.uniform(0.0030, 0.0052) * (0.8 if t < 0.1 else 1.0)
                x = x0 + rng.normal(0, 0.0004)
                y = base + arch - fall + across * half
                dx, dy = np.sin(lean) * long, np.cos(lean) * long * (0.9 - 0.75 * t)
                value = int(rng.uniform(150, 250) * (0.7 if t < 0.05 else 1.0))
                canvas.stroke(
                    [(sign * x, y), (sign * (x + 0.6 * dx), y + 0.75 * dy),
                     (sign * (x + dx), y + dy * 0.8)],
                    0.00026, value,
                )  # fmt: skip
    canvas.soften(0.00028)
    return canvas


def _freckles(face: Face) -> _Canvas:
    """Dots of uneven size and strength over nose and cheeks."""
    canvas = _Canvas(face)
    rng = np.random.default_rng(53)
    for _ in range(170):
        x, y = rng.normal(0, 0.034), face.nose[1] + 0.008 + rng.normal(0, 0.014)
        size = rng.uniform(0.0005, 0.0011)
        canvas.stroke([(x, y), (x + 0.3 * size, y)], size, int(rng.uniform(60, 220)))
    canvas.soften(0.00022)
    return canvas


def _strands(turn: Picture, depth: Picture, *, cropped: bool) -> Picture:
    """Share to which the roots of hair cover the skin, strand by strand along the growth.

    turn: degrees around the head; depth: metres inside the hairline; cropped: cut so close at the
    sides that it thins out gradually."""
    rng = np.random.default_rng(29)
    count = 4096
    single = rng.random(count)
    single = np.maximum(single, 0.92 * np.roll(single, 1))
    tuft = np.interp(np.arange(count), np.arange(0, count, 16), rng.random(count // 16))
    along = turn + 620 * depth * np.sin(np.radians(turn) * 1.5)  # strands lean as they are combed
    index = (((along + 720) / 360) * count).astype(int) % count
    reach = 0.0065 * single[index] + 0.006 * tuft[index] - 0.0068
    cover: Picture = np.clip((depth + reach) / 0.0075, 0, 1) ** 1.2
    dense = np.clip(depth / (0.012 + 0.020 * cropped * np.sin(np.radians(turn) / 2) ** 2), 0, 1)
    thick: Picture = np.maximum(cover * (0.45 + 0.55 * single[index]), dense)
    return thick


def _near(where: Picture, points: Floats, width: float) -> Picture:
    """1 at ``points`` (N, 3), falling to 0 over about ``width`` metres; ``where`` (S, S, 3)."""
    out: Picture = np.zeros(where.shape[:2], np.float32)
    margin = 3 * width
    inside = ((where > points.min(0) - margin) & (where < points.max(0) + margin)).all(-1)
    away, _ = cKDTree(points).query(where[inside], distance_upper_bound=margin)
    out[inside] = np.exp(-((np.minimum(away, margin) / width) ** 2))
    return out


def paint_head(
    signer: Signer,
    face: Face,
    hairline: Hairline,
    where: Picture,
    *,
    lips: Picture,
    lids: Picture,
    ears: Picture,
    inner_mouth: Picture,
    shade: Picture,
    lower: Picture,
) -> Picture:
    """sRGB picture (S, S, 3) in [0, 1]. ``where`` (S, S, 3): place of each texel; the masks (S, S)
    are MakeHuman's, laid into the same atlas; ``shade`` is the baked ambient light, ``lower`` the
    share to which skin goes with the jaw."""
    size = len(where)
    picture = tone(size, signer.skin, 3)
    x, y, z = where[..., 0], where[..., 1], where[..., 2]
    ax = np.abs(x)
    front = np.clip((z - hairline.centre[2] - 0.015) / 0.03, 0, 1)
    ex, ey = face.eye[0], face.eye[1]

    def spot(cx: float, cy: float, sx: float, sy: float) -> Picture:
        blob: Picture = np.exp(-(((ax - cx) / sx) ** 2) - ((y - cy) / sy) ** 2) * front
        return blob

    fair = np.clip((np.mean(signer.skin) - 140) / 40, 0, 1)
    ruddy = (1.03, 0.86, 0.85)
    blood = 0.45 + 0.55 * fair  # how much of it shows through
    nose = spot(0.0, face.nose[1] - 0.001, 0.017, 0.013) * (z > face.nose[2] - 0.03)
    tinted(picture, ruddy, 0.50 * blood * spot(0.045, face.nose[1] + 0.006, 0.024, 0.017))
    tinted(picture, ruddy, 0.45 * blood * nose)
    tinted(picture, ruddy, 0.35 * blood * spot(0.0, face.mouth[1] - 0.028, 0.020, 0.012))
    # The face's form: hollows of the cheeks, temples, beside the bridge of the nose, round the
    # wings of the nose; paler about the mouth.
    tinted(picture, (0.92, 0.89, 0.88), 0.8 * spot(0.056, face.mouth[1] + 0.010, 0.018, 0.022))
    tinted(picture, (0.94, 0.92, 0.93), 0.8 * spot(0.066, ey + 0.018, 0.016, 0.022))
    tinted(picture, (0.85, 0.77, 0.76), 0.6 * spot(0.0125, ey + 0.004, 0.0050, 0.010))
    tinted(picture, (0.84, 0.72, 0.70), 0.6 * spot(0.0185, face.nose[1] + 0.001, 0.0035, 0.007))
    tinted(picture, (0.985, 1.0, 0.99), spot(0.018, face.mouth[1] + 0.002, 0.022, 0.016))
    # Skin is no paint: red and pale clouds, and on fair skin a few freckles over the nose.
    tinted(picture, (1.04, 0.94, 0.92), np.clip(noise(size, 26, 51) * 1.6, 0, 1) * front * 0.5)
    tinted(picture, (0.97, 1.00, 1.01), np.clip(-noise(size, 22, 52) * 1.6, 0, 1) * front * 0.5)
    freckles = _freckles(face).sample(x, y) * spot(0.026, face.nose[1] + 0.008, 0.034, 0.016)
    tinted(picture, (0.86, 0.75, 0.69), 0.55 * fair * freckles)
    # Bridge and tip of the nose, brow bones and chin catch light; beside the nose there is less.
    tinted(picture, (1.05, 1.04, 1.03), spot(0.0, face.nose[1] + 0.016, 0.006, 0.022))
    tinted(picture, (0.93, 0.88, 0.86), 0.6 * spot(0.017, face.nose[1] + 0.012, 0.006, 0.018))
    tinted(picture, (0.92, 0.86, 0.85), 0.6 * spot(0.0, face.mouth[1] - 0.0165, 0.016, 0.0045))
    tinted(picture, (1.02, 0.99, 0.93), 0.6 * spot(0.0, ey + 0.05, 0.06, 0.022))
    tinted(picture, (0.93, 0.86, 0.87), 0.55 * spot(ex, ey - 0.012, 0.017, 0.007))
    tinted(picture, (0.95, 0.87, 0.86), 0.70 * spot(ex, ey + 0.012, 0.018, 0.008))
    tinted(picture, (0.94, 0.84, 0.82), softened(lids, 9) * 0.5)
    tinted(picture, (1.03, 0.86, 0.84), softened(ears, 9) * (0.35 + 0.40 * fair))
    # Fold above the upper lid and the crease beside nose and mouth: barely there.
    fold = np.exp(-(((y - ey - 0.0108 + 0.42 * (ax - ex) ** 2 / 0.02) / 0.0011) ** 2)) * (y > ey)
    tinted(picture, (0.80, 0.72, 0.70), 0.45 * fold * (np.abs(ax - ex) < 0.014) * front)
    age = np.clip((signer.age - 28) / 30, 0, 1)
    edge = 0.012 + (face.nose[1] - y) * 0.62
    crease = np.exp(-(((ax - edge - 0.006) / 0.0034) ** 2))
    crease *= (y < face.nose[1] + 0.002) & (y > face.mouth[1] - 0.004)
    tinted(picture, (0.86, 0.80, 0.79), (0.15 + 0.40 * age) * crease * front)
    lines = np.zeros((size, size), np.float32)
    for rise, bow in ((0.040, 0.0030), (0.048, 0.0022), (0.0565, 0.0030)):
        off = y - ey - rise - bow * np.cos(ax * 70) - 0.0005 * np.sin(x * 110 + 700 * rise)
        lines += np.exp(-((off / 0.0009) ** 2)) * np.clip(1 - (ax / 0.036) ** 4, 0, 1)
    for rise, slant in ((0.005, 0.40), (0.001, 0.02), (-0.004, -0.38)):
        out = ax - ex - 0.0185
        off = y - ey - rise - slant * out
        lines += (
            np.exp(-((off / 0.0007) ** 2))
            * np.clip(out / 0.003, 0, 1)
            * np.clip(3.2 - out / 0.004, 0, 1)
        )
    tinted(
        picture, (0.84, 0.77, 0.76), 0.65 * np.clip(age - 0.15, 0, 1) * np.clip(lines, 0, 1) * front
    )
    if signer.gender > 0.5:
        # Along jaw and chin, on the upper lip, thinner over the cheeks.
        low = np.clip((face.mouth[1] - 0.006 - y + 0.34 * ax) / 0.030, 0, 1)
        jaw = low * np.clip((ax - 0.026) / 0.012, 0, 1)
        chin = spot(0.0, face.mouth[1] - 0.036, 0.034, 0.016)
        lip_hair = spot(0.0, face.mouth[1] + 0.0135, 0.028, 0.0068)
        below = spot(0.0, face.mouth[1] - 0.0175, 0.007, 0.0055)
        beside = spot(0.030, face.mouth[1] - 0.010, 0.007, 0.020)
        grows = np.clip(np.maximum.reduce([0.85 * jaw, chin, lip_hair, below, 0.8 * beside]), 0, 1)
        grows = grows * np.clip((z - hairline.centre[2] + 0.005) / 0.03, 0, 1)
        grows = grows * np.clip((y - face.mouth[1] + 0.066) / 0.016, 0, 1)
        # Single hairs, finer than what a film shows: coarser ones look like scales.
        stubble = 0.55 + 0.9 * np.clip(noise(size, size, 31), -0.4, 0.5)
        mix(picture, signer.brow, softened(grows, 10) * stubble * 0.52)
    paint_neck(picture, face.neck, where)
    # Lips: fuller colour in the middle, dark where they meet, fine vertical lines.
    lines = 0.5 + 0.5 * np.sin(x * 5200 + 30 * noise(size, 70, 8))
    lip = np.clip(softened(lips, 5) * 1.1 - 0.05, 0, 1)
    # The mask has a notch in the middle of the lower lip, which rounding would deepen.
    even = np.clip((softened(lips, 22) - 0.44) * 4 + 0.5, 0, 1)
    middle = np.exp(-((x / (0.55 * face.mouth_half)) ** 4)) * (y < face.mouth[1] - 0.005)
    lip = lip + middle * (even - lip)
    mix(picture, signer.lips, lip * 0.86)
    tinted(picture, (0.93, 0.90, 0.90), lip * lines * 0.5)
    seam = np.exp(-(((y - np.interp(ax, *face.seam.T) - 0.0003) / 0.0011) ** 2))
    # On the upper lip, or an open mouth would have a fold along the lower one.
    seam = seam * (1 - 0.9 * lower) * (ax < face.mouth_half * 1.02)
    tinted(picture, (0.55, 0.42, 0.42), lip * seam * 0.75)
    mix(picture, (112, 44, 42), inner_mouth * 0.95)
    # Lash roots: a soft dark line along the lids' edge keeps the eye readable, open and closed.
    mix(picture, signer.brow, (0.82 - 0.25 * signer.gender) * _near(where, face.lash_roots, 0.0013))
    moist = 0.5 * np.asarray(signer.skin, float) + 0.5 * np.array([244, 206, 198])
    mix(picture, moist, 0.55 * _near(where, face.lower_lid, 0.0007))
    rim = np.hypot((ax - ex) / 0.0158, (y - ey) / 0.0064)
    lower = np.exp(-(((rim - 1.0) / 0.13) ** 2)) * (y <= ey)
    mix(picture, signer.brow, 0.10 * lower * front)
    brows = _brows(face, manly=signer.gender).sample(x, y)
    under = spot(ex + 0.0015, ey + face.brow + 0.0015, 0.016, 0.0030)
    mix(picture, signer.brow, np.clip(under * 0.30 + 0.92 * brows, 0, 0.93) * front)
    tinted(picture, (0.30, 0.18, 0.17), np.clip((0.42 - shade) / 0.30, 0, 1) ** 1.5 * 0.8 * front)
    # Roots of the hair, feathered by strand-wide noise so that no line shows.
    depth = hairline.inside(where.reshape(-1, 3)).reshape(size, size)
    turn = hairline.azimuth(where.reshape(-1, 3)).reshape(size, size)
    rooted = _strands(turn, depth, cropped=hairline.style == "short") * np.clip(1 - ears * 3, 0, 1)
    hair = np.asarray(signer.hair_colour, np.float32) * 0.72
    mix(picture, hair, rooted.astype(np.float32) * 0.96)
    return np.clip(picture, 0, 1)
