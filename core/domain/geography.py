"""What the map shows, as frames: sites at a place, flows between them, and how many firms remain unnamed in a district.

Nothing here decides who may be named: the frames come in as `disclosure` left them for one reader.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from math import cos, pi, radians, sin, sqrt

import pandas as pd

from core.domain import disclosure, reference
from core.domain.choices import Direction

SUGGESTED = 40  # of the best: with more the map is only lines
_KM_PER_DEGREE = 111.2
_STEP_KM = 0.25  # far enough that two points are told apart once somebody has zoomed to the zone
_GOLDEN_ANGLE = pi * (3 - sqrt(5))
_SITE_COLUMNS = (
    "site_id", "firm_id", "name", "site_name", "sector", "activity", "zone_id", "district", "lat", "lon", "is_sample",
)  # fmt: skip


@dataclass(frozen=True)
class RegionMap:
    """A region as one reader may see it.

    sites: site_id, firm_id, name, site_name, sector, activity, zone_id, district, lat, lon, is_exact, haves, wants
    (counts of cards); lat and lon are None where not even the district is known. cards: resource_id, site_id, firm_id,
    direction, kind, of those sites only. flows: see `flows`. unnamed: district, sector (None: all sectors), firms.
    """

    sites: pd.DataFrame
    cards: pd.DataFrame
    flows: pd.DataFrame
    unnamed: pd.DataFrame


def sites(firms: pd.DataFrame, cards: pd.DataFrame) -> pd.DataFrame:
    """Return one row a site, placed and counted; `firms` as firms.table, `cards` as resources.table give them."""
    frame = firms.dropna(subset=["site_id"])[list(_SITE_COLUMNS)].reset_index(drop=True)
    return counted(spread(placed(frame)), cards)


def counted(frame: pd.DataFrame, cards: pd.DataFrame) -> pd.DataFrame:
    """Return the sites with how many haves and wants each has among `cards`."""
    for direction, column in ((Direction.HAVE, "haves"), (Direction.WANT, "wants")):
        numbers = cards.loc[cards["direction"] == direction.value, "site_id"].value_counts()
        frame = frame.assign(**{column: frame["site_id"].map(numbers).fillna(0).astype(int)})
    return frame


def placed(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the sites with a point each: their own, else their zone's, else their district's. Added: is_exact."""
    points = [
        own if pd.notna(own[0]) else _borrowed(zone, district)
        for own, zone, district in zip(
            zip(frame["lat"], frame["lon"], strict=True), frame["zone_id"], frame["district"], strict=True
        )
    ]
    exact = frame["lat"].notna()
    return frame.assign(
        lat=pd.Series([lat for lat, _ in points], index=frame.index, dtype=float),
        lon=pd.Series([lon for _, lon in points], index=frame.index, dtype=float),
        is_exact=exact,
    )


def spread(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the sites with those that share a point (to some 10 m) laid around it, so that each can be hit.

    The first, by site_id, stays; the next lie on a spiral in steps of a quarter of a kilometre.
    """
    ordered = frame.sort_values("site_id")
    place = ordered.groupby([ordered["lat"].round(4), ordered["lon"].round(4)]).cumcount()
    place = place.where(ordered["lat"].notna(), 0).reindex(frame.index)
    shifts = [_shift(int(n), lat) for n, lat in zip(place, frame["lat"].fillna(0), strict=True)]
    return frame.assign(
        lat=frame["lat"] + [north for north, _ in shifts], lon=frame["lon"] + [east for _, east in shifts]
    )


def flows(pairs: pd.DataFrame, sites: pd.DataFrame, cards: pd.DataFrame) -> pd.DataFrame:
    """Return what goes from site to site: those of `pairs` whose both sites are known and placed.

    `pairs` has have_id, want_id, giver_firm_id, taker_firm_id, title, kind, stage (None for a suggestion), and flow_id.
    A card leads to its site; without one the firm's first site stands for it. Added: from_site, to_site, from_lat,
    from_lon, to_lat, to_lon, giver_name, taker_name.
    """
    of_card = cards.dropna(subset=["site_id"]).set_index("resource_id")["site_id"]
    first = sites.drop_duplicates("firm_id").set_index("firm_id")["site_id"]
    points = sites.set_index("site_id")
    found = pairs.assign(
        from_site=pairs["have_id"].map(of_card).fillna(pairs["giver_firm_id"].map(first)),
        to_site=pairs["want_id"].map(of_card).fillna(pairs["taker_firm_id"].map(first)),
    )
    for end, name in (("from", "giver_name"), ("to", "taker_name")):
        for column, target in (("lat", f"{end}_lat"), ("lon", f"{end}_lon"), ("name", name)):
            found[target] = found[f"{end}_site"].map(points[column])
    columns = ["flow_id", "title", "kind", "stage", "giver_name", "taker_name"]
    ends = ["from_site", "to_site", "from_lat", "from_lon", "to_lat", "to_lon"]
    return found.dropna(subset=["from_lat", "to_lat"])[columns + ends].reset_index(drop=True)


def suggested(found: RegionMap, pairs: pd.DataFrame) -> pd.DataFrame:
    """Return the best suggestions as flows; `pairs` is suggesting.pairs of the same reader.

    Only a pair of two firms that he may see named has two places, and so a flow.
    """
    named = pairs[pairs["have_is_named"].astype(bool) & pairs["want_is_named"].astype(bool)].head(SUGGESTED)
    told = named.assign(
        flow_id=named["have_id"] + "|" + named["want_id"],
        giver_firm_id=named["have_firm_id"],
        taker_firm_id=named["want_firm_id"],
        title=named["have_name"] + " → " + named["want_name"],
        kind=named["have_kind"],
        stage=None,
    )
    return flows(told, found.sites, found.cards)


def unnamed(firms: pd.DataFrame, shown: Collection[str]) -> pd.DataFrame:
    """Return how many firms of a district (sector None), and of a sector in it, are not `shown`, where at least three.

    `firms` has firm_id, district, nace of all firms; the counts name nobody.
    """
    hidden = firms[~firms["firm_id"].isin(shown)].dropna(subset=["district"])
    hidden = hidden.assign(sector=disclosure.sectors(hidden["nace"]))
    whole = hidden.groupby("district")["firm_id"].nunique().reset_index(name="firms").assign(sector=None)
    parts = hidden.dropna(subset=["sector"]).groupby(["district", "sector"])["firm_id"].nunique()
    both = pd.concat(
        [whole.astype(object), parts.reset_index(name="firms").astype(object)], ignore_index=True
    )
    both = both[both["firms"] >= disclosure.CROWD]
    return both[["district", "sector", "firms"]].astype({"firms": int}).reset_index(drop=True)


def narrowed(
    found: RegionMap,
    *,
    sectors: Collection[str] = (),
    zone_id: str | None = None,
    kind: str | None = None,
    direction: str | None = None,
) -> RegionMap:
    """Return the part of a map that fits the filters; a flow stays where one of its ends does.

    Unnamed firms are counted by district and sector only: with another filter they are left out, never guessed.
    """
    cards, shown = found.cards, found.sites
    if kind:
        cards = cards[cards["kind"] == kind]
    if direction:
        cards = cards[cards["direction"] == direction]
    if sectors:
        shown = shown[shown["sector"].isin(sectors)]
    if zone_id:
        shown = shown[shown["zone_id"] == zone_id]
    shown = counted(shown, cards)
    if kind or direction:
        shown = shown[(shown["haves"] + shown["wants"]) > 0]
    ids = set(shown["site_id"])
    moving = found.flows[found.flows["from_site"].isin(ids) | found.flows["to_site"].isin(ids)]
    if kind:
        moving = moving[moving["kind"] == kind]
    crowds = found.unnamed
    crowds = crowds[crowds["sector"].isin(sectors)] if sectors else crowds[crowds["sector"].isna()]
    if zone_id or kind or direction:
        crowds = crowds.head(0)
    return replace(found, sites=shown, cards=cards[cards["site_id"].isin(ids)], flows=moving, unnamed=crowds)


def _borrowed(zone_id: object, district: object) -> tuple[float | None, float | None]:
    zone = reference.zones().get(str(zone_id))
    area = reference.districts().get(str(district))
    if zone:
        return zone.lat, zone.lon
    return (area.lat, area.lon) if area else (None, None)


def _shift(place: int, lat: float) -> tuple[float, float]:
    """Return how many degrees north and east the n-th site of a point is laid off it."""
    km, angle = _STEP_KM * sqrt(place), place * _GOLDEN_ANGLE
    return km * sin(angle) / _KM_PER_DEGREE, km * cos(angle) / (_KM_PER_DEGREE * cos(radians(lat)))
