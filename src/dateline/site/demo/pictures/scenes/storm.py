"""Storm Wenna, from the warning to the repair of the North Mole."""

from __future__ import annotations

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.figures import dressed, figure
from dateline.site.demo.pictures.gallery import scene
from dateline.site.demo.pictures.inks import (
    BONE,
    CREAM,
    DAY,
    NAVY,
    OCHRE,
    PETROL,
    RUST,
    SAND,
    SLATE,
    STORM,
    VERMILION,
    mix,
)
from dateline.site.demo.pictures.plants import bent_tree
from dateline.site.demo.pictures.port import lighthouse, rocks
from dateline.site.demo.pictures.shapes import limb, oval, points, rect
from dateline.site.demo.pictures.sky import birds, cloud, rain, sky
from dateline.site.demo.pictures.space import View, shade
from dateline.site.demo.pictures.town import skyline, terrace
from dateline.site.demo.pictures.vessels import tug
from dateline.site.demo.pictures.water import plume, ripples, sea, swell


@scene("storm-breakwater", focus="50% 50%")
def storm_breakwater(c: Canvas) -> None:
    """A wave breaks over the mole and its light."""
    light = STORM
    sky(c, light, 640)
    for x, y, wide in ((250, 160, 900), (1150, 230, 1000), (700, 330, 800)):
        cloud(c, x, y, wide, mix(light.sky[1], light.haze, 0.25), light.sky[0], 0.85)
    sea(c, light, 600)
    swell(c, 652, 64, light.water[1], light.water[0], light.glint, 300)
    with c.at(1010, 742, 0.9):
        lighthouse(c, light, VERMILION)
    c.glow(1010, 430, 150, (255, 226, 160), 0.75)
    plume(c, 560, 800, 620, (247, 247, 240), mix(light.water[1], light.haze, 0.2), 0.16)
    mole = points("-20,792 -20,1010 1220,1010 1130,736 900,736 880,766 640,776")
    c.shape(mole, (mix(light.near, light.haze, 0.35), light.dark))
    for y in (832, 880, 934):
        c.line([(-20, y), (1160, y)], 2.4, light.dark, 0.6)
    for n, x in enumerate(range(20, 1140, 72)):
        c.line([(x, 784 + n % 2 * 48), (x, 832 + n % 2 * 48)], 2.4, light.dark, 0.5)
    c.spray(mole, light.dark, 0.6)
    plume(c, 300, 905, 260, (247, 247, 240), light.water[1], 0.2)
    swell(c, 950, 105, light.water[2], light.water[1], light.glint, 400)
    rain(c, light.glint, 220, -0.5, 0.2)


@scene("storm-sky", focus="55% 50%")
def storm_sky(c: Canvas) -> None:
    """A storm front comes in over the roads; a tug makes for shelter."""
    light = STORM
    sky(c, light, 690)
    c.glow(1240, 620, 620, (236, 226, 190), 0.65)
    for y, wide in ((90, 1500), (190, 1300), (290, 1200), (380, 900)):
        cloud(c, 380 + c.chance.uniform(-120, 160), y, wide, mix(light.sky[1], light.haze, 0.18), light.sky[0], 0.9)
    c.fade([(200, 380), (640, 400), (520, 700), (20, 700)], light.sky[0], 0.75)
    for _ in range(70):
        x = c.chance.uniform(120, 620)
        c.line([(x, 390), (x - 90, 690)], 1.4, light.haze, 0.16)
    sea(c, light, 690)
    ripples(c, 694, 990, light.glint, 150, 0.4)
    swell(c, 800, 34, light.water[2], light.water[1], light.glint, 200)
    with c.at(880, 815, 1.3):
        tug(c, light, mix(PETROL, NAVY, 0.3))
    swell(c, 905, 60, light.water[2], light.water[1], light.glint, 300)
    birds(c, 1060, 450, 120, 8, light.dark, 15)


@scene("storm-street", focus="50% 60%")
def storm_street(c: Canvas) -> None:
    """Sandbags in a flooded street at Marsh End."""
    light = STORM
    view = View(760, 520, 2.2, 900)
    sky(c, light, 560)
    cloud(c, 760, 200, 900, mix(light.sky[2], light.haze, 0.4), light.sky[0], 0.7)
    for side in (-1, 1):
        terrace(c, view, light, side)
    c.shape(view.floor(-60, 2.0, 120, 200), light.water)
    c.mirror(527, 330, light.water[2], 0.55)
    ripples(c, 535, 990, light.glint, 120, 0.45)
    for z, x in ((16, -2), (13.5, 1.4), (11, -0.7)):
        px, py = view(x, 0, z)
        figure(
            c,
            px,
            py + 4,
            view.size(z) * 1.72,
            ("walk", "carry", "push")[int(z) % 3],
            dressed(c, coat=(OCHRE, RUST, VERMILION)[int(z) % 3]),
            flip=x > 0,
            shadow=0,
        )
        c.shape(oval(px, py + 2, view.size(z) * 0.5, view.size(z) * 0.07), light.water[1])
    _bags(c, 60, 470, 965)
    _bags(c, 1080, 1480, 965)
    rain(c, light.glint, 300, -0.35, 0.3)


def _bags(c: Canvas, x: float, end: float, y: float) -> None:
    for row in range(4):
        at = x + row * 26 + (row % 2) * 30
        while at < end - row * 26:
            bag = oval(at, y - row * 34, 42, 21, 16)
            c.shape(bag, (mix(SAND, CREAM, 0.15), mix(SAND, SLATE, 0.55)))
            c.spray(bag, mix(SAND, NAVY, 0.6), 0.6, start=0.3)
            at += 74


@scene("storm-tree", focus="50% 55%")
def storm_tree(c: Canvas) -> None:
    """Trees bend on the sea front; a woman holds on to her hat."""
    light = STORM
    sky(c, light, 720)
    for x, y in ((300, 190), (980, 140), (1330, 300)):
        cloud(c, x, y, 800, mix(light.sky[1], light.haze, 0.3), light.sky[0], 0.8)
    sea(c, light, 640)
    swell(c, 690, 46, light.water[2], light.water[1], light.glint, 220)
    c.shape(rect(-10, 745, 1520, 24), mix(BONE, light.near, 0.4))
    c.shape(rect(-10, 769, 1520, 240), (mix(light.near, light.haze, 0.3), light.dark))
    plume(c, 230, 762, 250, light.glint, light.water[1], -0.15)
    for x, size in ((1290, 1.25), (930, 1.5), (470, 1.15)):
        with c.at(x, 860, size):
            bent_tree(c, light)
    figure(c, 640, 930, 215, "raise", dressed(c, coat=VERMILION, hem=20, hat=NAVY), flip=True)
    figure(c, 1130, 915, 200, "push", dressed(c, coat=NAVY, hem=12), flip=True)
    for _ in range(60):
        across, down = c.chance.uniform(0, 1500), c.chance.uniform(420, 960)
        c.shape(oval(across, down, c.chance.uniform(4, 10), 3, 8), c.chance.choice((OCHRE, RUST, SAND)), 0.8)
    rain(c, light.glint, 200, -0.9, 0.25)


@scene("mole-repair", focus="50% 50%")
def mole_repair(c: Canvas) -> None:
    """A barge crane sets a new block into the gap in the mole."""
    light = DAY
    sky(c, light, 660)
    cloud(c, 1140, 250, 700, light.sun, light.sky[1], 0.85)
    cloud(c, 260, 180, 480, light.sun, light.sky[1], 0.75)
    skyline(c, light, 652, 36, 0.05)
    sea(c, light, 650)
    ripples(c, 654, 980, light.glint, 150, 0.45)
    stone = mix(BONE, light.near, 0.35)
    for left, right in ((-20, 620), (880, 1520)):
        wall = rect(left, 660, right - left, 150)
        c.shape(wall, (mix(stone, CREAM, 0.4), shade(stone, 0.3)))
        for y in (708, 758):
            c.line([(left, y), (right, y)], 2.4, shade(stone, 0.45), 0.7)
        for x in range(left, right, 96):
            c.line([(x + 40, 660), (x + 40, 708)], 2.4, shade(stone, 0.45), 0.7)
            c.line([(x + 84, 708), (x + 84, 758)], 2.4, shade(stone, 0.45), 0.7)
        c.spray(wall, shade(stone, 0.6), 0.5)
    rocks(c, light, 590, 880, 822, 90)
    c.line([(750, 190), (750, 430)], 4, light.dark)
    for x in (690, 810):
        c.line([(750, 430), (x, 500)], 3, light.dark)
    c.shape(rect(660, 500, 180, 110), (mix(stone, CREAM, 0.5), shade(stone, 0.25)), angle=20)
    c.spray(rect(660, 500, 180, 110), shade(stone, 0.6), 0.6, angle=20, start=0.3)
    c.shape(
        limb([(1240, 820), (756, 176)], [30, 16]),
        (mix(VERMILION, light.glint, 0.25), shade(VERMILION, 0.25)),
        angle=0,
    )
    c.line([(1240, 820), (1330, 560), (756, 180)], 4, light.dark)
    c.shape(rect(1170, 740, 190, 110), (OCHRE, shade(OCHRE, 0.4)))
    c.rect(1184, 756, 66, 46, mix(light.dark, light.haze, 0.3))
    c.shape([(980, 850), (1540, 850), (1540, 930), (1010, 930)], (mix(RUST, light.near, 0.3), shade(RUST, 0.5)))
    for x, pose in ((520, "point"), (575, "pockets"), (950, "raise")):
        figure(c, x, 662, 88, pose, dressed(c, coat=OCHRE, hat=CREAM), flip=x > 900)
