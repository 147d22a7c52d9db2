"""The map of a region: own outlines, zones, firms by sector, flows as arcs.

It asks nothing from outside unless tiles are set: `map_provider=None` together with no `map_style` argument at all
keeps the browser quiet; with `map_style=None` it would call a tile server.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

import pandas as pd
import pydeck as pdk
from pydeck.types import String

from core.domain import reference
from core.domain.choices import Stage
from core.domain.geography import RegionMap
from core.domain.labels import label
from core.domain.reference_rows import Zone
from core.i18n import Translator
from core.views import look, map_ground, map_names
from core.views.map_names import Named

SITES, FLOWS = "sites", "flows"
_FONT = String("sans-serif")
_ON_TOP = {"depthCompare": "always"}  # an arc has height: without this it would hide what it passes over
_ZONE_M = 1300  # the circle of a zone
_Colour = list[int]


class Deck(pdk.Deck):  # type: ignore[misc]  # pydeck has no types
    """A pydeck deck that lays ready-made layers (JSON) below its own and writes JSON without blanks.

    pydeck writes every coordinate on a line of its own: six times the bytes, at each rerun.
    """

    def __init__(self, layers: list[pdk.Layer], ground: str, **more: Any) -> None:
        super().__init__(layers, **more)
        self._ground = ground

    def to_json(self) -> str:
        """Return the specification that the browser reads, written once: decks are kept between reruns."""
        if "_ready" not in vars(self):
            self._ready = self._written()
        return self._ready

    def _written(self) -> str:
        spec = json.loads(super().to_json())
        del spec["_ground"]  # pydeck writes every attribute
        own = json.dumps(spec, separators=(",", ":"))
        return own.replace('"layers":[', f'"layers":[{self._ground}', 1)


def deck(
    found: RegionMap,
    t: Translator,
    *,
    dark: bool,
    chosen: str | None = None,
    zone_id: str | None = None,
    phone: bool = False,
    tiles_url: str = "",
) -> Deck:
    """Draw what `geography.narrowed` left; `chosen` is a firm's id, `zone_id` the zone to look at.

    On a `phone` the look is from further off: a map does not know how wide it will be drawn.

    Objects of the layers SITES and FLOWS can be picked: they carry firm_id and flow_id. Every tooltip is plain text.
    """
    zoom = map_ground.PHONE_ZOOM if phone else map_ground.REGION_ZOOM
    ink, zones = _ink(dark), _named_zones(t, zoom)
    layers = [
        _district_names(zones, ink, zoom),
        _zones(t, ink),
        *_unnamed(found.unnamed, ink, t),
        _flows(found.flows, t),
        *_sites(found.sites, chosen, ink, t),
        _zone_names(zones, ink, zone_id),
    ]
    # Our own strings only: the tooltip is given as text, so that no name typed by somebody becomes HTML.
    tooltip = {"text": "{tip}", "style": {"fontSize": "15px", "maxWidth": "320px", "color": "#fff"}}
    view = map_ground.view(zone_id, zoom)
    if tiles_url:
        return Deck(layers, "", initial_view_state=view, tooltip=tooltip, map_style=tiles_url)
    return Deck(layers, map_ground.layers(dark), initial_view_state=view, tooltip=tooltip, map_provider=None)


def site_tips(sites: pd.DataFrame, t: Translator) -> list[str]:
    """Return what is said of each site when it is pointed at."""
    return [
        "\n".join(
            part
            for part in (
                row["name"],
                sector_name(row["sector"], t),
                place_name(row["zone_id"], row["district"], t),
                t("Haves: {haves}, wants: {wants}", haves=row["haves"], wants=row["wants"]),
                None if row["is_exact"] else t("Place known only roughly"),
            )
            if part
        )
        for row in sites.to_dict("records")
    ]


def flow_tip(row: Mapping[Any, Any], t: Translator) -> str:
    """Return what is said of a flow when it is pointed at."""
    return f"{row['title']}\n{row['giver_name']} → {row['taker_name']}\n{stage_name(row['stage'], t)}"


def stage_name(stage: object, t: Translator) -> str:
    """Return the word for a flow's stage; a suggestion has none."""
    return label(Stage(stage), t) if isinstance(stage, str) else t("Suggestion")


def sector_name(sector: object, t: Translator) -> str:
    """Return the name of a display group in the reader's language."""
    return (
        reference.sector_groups()[sector].name(t.language)
        if isinstance(sector, str)
        else t("Sector not known")
    )


def place_name(zone_id: object, district: object, t: Translator) -> str:
    """Return where a site is, as far as it is known: zone and district, one of them, or nothing."""
    zone = reference.zones().get(str(zone_id))
    where = str(district) if isinstance(district, str) else ""
    if zone is None:
        return where
    return f"{zone.short or zone_name(zone, t)}, {where}" if where else zone.name(t.language)


def zone_name(zone: Zone, t: Translator) -> str:
    """Return the name of a zone with what it is abbreviated: Pancar Organize Sanayi Bölgesi is Pancar OSB."""
    whole = zone.name(t.language)
    short = _short(whole)
    return whole if short == whole else t("{name} OIZ", name=short)


def sector_colour(sector: object) -> str:
    """Return the colour of a sector as #rrggbb."""
    return look.SECTOR[sector] if isinstance(sector, str) else look.UNKNOWN_SECTOR


def _ink(dark: bool) -> dict[str, _Colour]:
    if dark:
        return {
            "text": [230, 239, 233],
            "soft": [150, 168, 159],
            "halo": [18, 26, 23],
            "zone": [124, 196, 234],
        }
    return {"text": [27, 42, 36], "soft": [92, 108, 100], "halo": [255, 255, 255], "zone": [11, 95, 138]}


def _text(
    layer: str, rows: list[dict[str, Any]], size: int, colour: _Colour, ink: dict[str, _Colour], **more: Any
) -> pdk.Layer:
    return pdk.Layer(
        "TextLayer",
        rows,
        id=layer,
        get_position="[lon, lat]",
        get_text="text",
        get_size=size,
        get_color=colour,
        character_set=String("auto"),  # deck.gl draws only ASCII unless told: ğ, ı, ş would be missing
        font_family=_FONT,
        font_settings={"sdf": True, "fontSize": 48, "buffer": 8, "radius": 16},
        outline_width=4,
        outline_color=ink["halo"],
        parameters=_ON_TOP,
        pickable=False,
        **more,
    )


def _district_names(zones: list[Named], ink: dict[str, _Colour], zoom: float) -> pdk.Layer:
    """Return the names of districts, but where a zone's own name stands close by."""
    names = ((one.name, one.lat, one.lon) for one in reference.districts().values())
    rows = [
        {"text": one.text, "lat": one.lat, "lon": one.lon, "offset": one.offset}
        for one in map_names.with_room(names, zones, zoom)
    ]
    return _text("district_names", rows, 12, ink["soft"], ink, get_pixel_offset="offset")


def _zones(t: Translator, ink: dict[str, _Colour]) -> pdk.Layer:
    rows = [
        {"lat": zone.lat, "lon": zone.lon, "tip": zone.name(t.language)}
        for zone in reference.zones().values()
    ]
    return pdk.Layer(
        "ScatterplotLayer",
        rows,
        id="zones",
        get_position="[lon, lat]",
        get_radius=_ZONE_M,
        radius_min_pixels=9,
        stroked=True,
        get_fill_color=[*ink["zone"], 36],
        get_line_color=[*ink["zone"], 190],
        line_width_min_pixels=1.5,
        pickable=True,
    )


def _zone_names(names: list[Named], ink: dict[str, _Colour], zone_id: str | None) -> pdk.Layer:
    rows: list[dict[str, Any]] = [
        {"lat": one.lat, "lon": one.lon, "text": one.text, "offset": one.offset, "anchor": one.anchor}
        for one in names
    ]
    zone = reference.zones().get(zone_id or "")
    if zone:  # its circle fills the map then: the name stands above it, not among the firms
        above = map_names.above_circle(_ZONE_M, zone.lat, map_ground.ZONE_ZOOM)
        rows = [row | {"offset": above, "anchor": "middle"} for row in rows]
    placing = {"get_pixel_offset": "offset", "get_text_anchor": "anchor"}
    return _text("zone_names", rows, 13, ink["zone"], ink, font_weight=700, **placing)


def _named_zones(t: Translator, zoom: float) -> list[Named]:
    names = (
        (zone.short or _short(zone.name(t.language)), zone.lat, zone.lon)
        for zone in reference.zones().values()
    )
    return map_names.placed(names, zoom)


def _short(name: str) -> str:
    """Return what tells a zone from the others: "Pancar Organize Sanayi Bölgesi" is Pancar."""
    return re.split(r" (?:İhtisas|Specialised|Organi[sz]e)", name)[0]


def _unnamed(counts: pd.DataFrame, ink: dict[str, _Colour], t: Translator) -> list[pdk.Layer]:
    """Return a number at each district's centre: how many firms there are not named."""
    summed = counts.groupby("district")["firms"].sum()
    rows = [
        {
            "lat": area.lat,
            "lon": area.lon,
            "text": f"+{count}",
            "tip": t("{district}: {count} firms that are not named", district=area.name, count=count),
        }
        for district, count in summed.items()
        if (area := reference.districts().get(str(district)))
    ]
    circles = pdk.Layer(
        "ScatterplotLayer",
        rows,
        id="unnamed",
        get_position="[lon, lat]",
        get_radius=14,
        radius_units=String("pixels"),
        get_fill_color=[*ink["soft"], 70],
        pickable=True,
    )
    return [circles, _text("unnamed_numbers", rows, 14, ink["text"], ink)] if rows else []


def _flows(flows: pd.DataFrame, t: Translator) -> pdk.Layer:
    rows = [
        {
            "flow_id": row["flow_id"],
            "from": [round(row["from_lon"], 5), round(row["from_lat"], 5)],
            "to": [round(row["to_lon"], 5), round(row["to_lat"], 5)],
            "tip": flow_tip(row, t),
        }
        for row in flows.to_dict("records")
    ]
    return pdk.Layer(
        "ArcLayer",
        rows,
        id=FLOWS,
        get_source_position="from",
        get_target_position="to",
        get_source_color=[*_rgb(look.HAVE), 230],
        get_target_color=[*_rgb(look.WANT), 230],
        get_width=2,
        get_height=0.3,
        get_tilt=20,  # seen from above an arc is a straight line unless it leans to the side
        pickable=True,
    )


def _sites(
    sites: pd.DataFrame, chosen: str | None, ink: dict[str, _Colour], t: Translator
) -> list[pdk.Layer]:
    rows = _site_rows(sites.dropna(subset=["lat", "lon"]), t)
    drawn = {
        "get_position": "[lon, lat]",
        "radius_units": String("pixels"),
        "stroked": True,
        "line_width_units": String("pixels"),
        "parameters": _ON_TOP,
    }
    dots = pdk.Layer(
        "ScatterplotLayer",
        rows,
        id=SITES,
        get_radius="radius",
        get_fill_color="colour",
        get_line_color=ink["halo"],
        get_line_width=1.2,
        pickable=True,
        **drawn,
    )
    ring = pdk.Layer(
        "ScatterplotLayer",
        [row for row in rows if row["firm_id"] == chosen],
        id="chosen",
        get_radius="radius + 5",
        filled=False,
        get_line_color=ink["text"],
        get_line_width=3,
        pickable=False,
        **drawn,
    )
    return [dots, ring]


def _site_rows(shown: pd.DataFrame, t: Translator) -> list[dict[str, object]]:
    return [
        {
            "firm_id": row["firm_id"],
            "lat": round(row["lat"], 5),
            "lon": round(row["lon"], 5),
            "colour": _rgb(sector_colour(row["sector"])),
            "radius": 5 + min(row["haves"] + row["wants"], 16) / 4,
            "tip": tip,
        }
        for row, tip in zip(shown.to_dict("records"), site_tips(shown, t), strict=True)
    ]


def _rgb(colour: str) -> _Colour:
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
