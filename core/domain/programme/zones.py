"""A zone seen as an eco-industrial park: what flows through it, what its synergies and savings come to, as frames.

Who is not staff reads no figure that fewer than three firms stand behind: such kinds are merged, what remains small is
left out (None). A synergy between two zones belongs to both, so figures of zones are never added up.
"""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from core.domain.choices import STAGES_IN_ORDER, OpportunityState, Stage
from core.domain.disclosure import CROWD
from core.domain.findings import Findings, check_not_negative, refuse
from core.domain.impact.entries import JOBS, MONEY, Measure
from core.domain.impact.sums import totals
from core.domain.programme.indicators import VERIFIED, CountedAs
from core.errors import MissingValueError

UNITS = ("t", "m3", "MWh")
INSIDE, GIVES, TAKES = "inside", "gives", "takes"
RELATIONS = (INSIDE, GIVES, TAKES)
ENDED = (Stage.STALLED, Stage.DROPPED)
RUNNING = (Stage.RUNNING.value, Stage.VERIFIED.value)
# What the records can count by zone: zone_counts.sql holds the first lot, the ledger of impact the verified ones.
BY_ZONE = (
    CountedAs.FIRMS,
    CountedAs.RESOURCES,
    CountedAs.VISITS,
    CountedAs.VISITED_FIRMS,
    CountedAs.PARTICIPANTS,
    CountedAs.PARTICIPANTS_WOMEN,
    CountedAs.PARTICIPANTS_MEN,
    CountedAs.TRAINED_FIRMS,
    CountedAs.POTENTIAL_SYNERGIES,
    CountedAs.SAMPLES,
    CountedAs.AGREEMENTS,
    CountedAs.RUNNING,
    CountedAs.PILOTS,
    CountedAs.VERIFIED_SYNERGIES,
    *VERIFIED,
)


@dataclass(frozen=True)
class ZoneTarget:
    """Columns and their meaning: docs/data-dictionary.md, zone_target."""

    zone_target_id: str
    zone_id: str
    counted_as: CountedAs
    target: float | None
    due_on: date | None = None
    is_sample: bool = False
    row_version: int = 1


def check_target(target: ZoneTarget) -> None:
    """Raise InvalidRecordError unless a target is a number of zero or more of what can be counted by zone."""
    findings: Findings = {}
    if target.counted_as not in BY_ZONE:
        findings["counted_as"] = MissingValueError()
    if target.target is None:
        findings["target"] = MissingValueError()
    check_not_negative(findings, "target", target.target)
    refuse(findings)


def flows(cards: pd.DataFrame, *, crowded: bool) -> pd.DataFrame:
    """Return haves and wants by kind: direction, kind (None: others, merged), once, cards, firms, t, m3, MWh.

    `cards` has firm_id, direction, kind, yearly_amount, yearly_unit, period, recurrence. What is there once is never
    added to what comes every year. An amount is None where nobody said one, or with `crowded` fewer than three firms.
    """
    once = (cards["period"] == "once") | (cards["recurrence"] == "one_off")
    rows = cards.assign(once=once.astype(bool), kind=cards["kind"].astype(object))
    if crowded:
        rows = _merged(rows, ["direction", "once"], "kind")
    made = []
    for (direction, is_once, kind), group in rows.groupby(["direction", "once", "kind"], dropna=False):
        firms = int(group["firm_id"].nunique())
        hidden = crowded and firms < CROWD
        row = {
            "direction": direction,
            "kind": kind if isinstance(kind, str) else None,
            "once": bool(is_once),
            "cards": None if hidden else len(group),
            "firms": None if hidden else firms,
        }
        made.append(row | {unit: _amount(group, unit, crowded=crowded) for unit in UNITS})
    found = pd.DataFrame(made, columns=["direction", "kind", "once", "cards", "firms", *UNITS])
    return found.sort_values(["direction", "once", "cards"], ascending=[True, True, False], ignore_index=True)


def sided(places: pd.DataFrame, zone_id: str) -> pd.DataFrame:
    """Return the synergies with a side in a zone. Added: relation, which is inside, gives or takes.

    `places` has synergy_id, stage, giver_firm_id, taker_firm_id, giver_zone_id, taker_zone_id.
    """
    gives, takes = places["giver_zone_id"] == zone_id, places["taker_zone_id"] == zone_id
    relation = pd.Series(TAKES, index=places.index, dtype=object)
    relation = relation.mask(gives, GIVES).mask(gives & takes, INSIDE)
    return places.assign(relation=relation)[gives | takes].reset_index(drop=True)


def listed(found: pd.DataFrame) -> pd.DataFrame:
    """Return synergy_id, stage, relation, other_zone_id of synergies as `sided` has them, furthest first.

    Stalled and dropped ones come behind ideas; other_zone_id is None where the other side stands in no zone.
    """
    order = {stage.value: place for place, stage in enumerate((*STAGES_IN_ORDER[::-1], *ENDED))}
    other = found["giver_zone_id"].where(found["relation"] == TAKES, found["taker_zone_id"]).astype(object)
    rows = found.assign(other_zone_id=other.where(other.notna(), None), place=found["stage"].map(order))
    rows = rows.sort_values(["place", "synergy_id"], ignore_index=True)
    return rows[["synergy_id", "stage", "relation", "other_zone_id"]]


def stages(found: pd.DataFrame, *, crowded: bool) -> pd.DataFrame:
    """Return how many synergies stand where: stage (None: all together), inside, gives, takes; `found` as `sided`.

    With `crowded` the stages are one, and a number is None where fewer than three firms stand behind it.
    """
    if crowded:
        counts = {name: _crowd_count(found[found["relation"] == name]) for name in RELATIONS}
        return pd.DataFrame([{"stage": None, **counts}], columns=["stage", *RELATIONS])
    made = []
    for stage in Stage:
        at = found[found["stage"] == stage.value]
        if len(at):
            made.append(
                {
                    "stage": stage.value,
                    **{name: int((at["relation"] == name).sum()) for name in RELATIONS},
                }
            )
    return pd.DataFrame(made, columns=["stage", *RELATIONS])


def efficiency(opportunities: pd.DataFrame, *, crowded: bool) -> pd.DataFrame:
    """Return eco-efficiency by carrier and unit: carrier (None: merged), unit, found, done, saving, saving_done,
    saving_try, saving_try_done, investment_try.

    `saving` is what opportunities that are not done yet would save a year, `saving_done` what those that are done do;
    dropped ones count nowhere. With `crowded` each figure has three firms behind it or is None. Never to be added to
    what synergies save. `opportunities` has firm_id, carrier, saving_unit, saving_per_year, saving_try_per_year,
    investment_try, state.
    """
    rows = opportunities[opportunities["state"] != OpportunityState.DROPPED.value]
    rows = rows.assign(carrier=rows["carrier"].astype(object), unit=rows["saving_unit"].astype(object))
    if crowded:
        rows = _merged(rows, [], "carrier")
        rows["unit"] = rows["unit"].where(rows["carrier"].notna(), None)
    made = []
    for (carrier, unit), group in rows.groupby(["carrier", "unit"], dropna=False):
        if crowded and group["firm_id"].nunique() < CROWD:
            continue
        done = group[group["state"] == OpportunityState.DONE.value]
        named, still = isinstance(unit, str), group[group["state"] != OpportunityState.DONE.value]
        made.append(
            {
                "carrier": carrier if isinstance(carrier, str) else None,
                "unit": unit if named else None,
                "found": len(group),
                "done": None if crowded and 0 < done["firm_id"].nunique() < CROWD else len(done),
                "saving": _sum(still, "saving_per_year", crowded=crowded) if named else None,
                "saving_done": _sum(done, "saving_per_year", crowded=crowded) if named else None,
                "saving_try": _sum(still, "saving_try_per_year", crowded=crowded),
                "saving_try_done": _sum(done, "saving_try_per_year", crowded=crowded),
                "investment_try": _sum(still, "investment_try", crowded=crowded),
            }
        )
    columns = "carrier unit found done saving saving_done saving_try saving_try_done investment_try".split()
    return pd.DataFrame(made, columns=columns)


def impact(lines: pd.DataFrame, synergy_ids: set[str]) -> pd.DataFrame:
    """Return what synergies with a side in the zone bring: measure, once, and by basis (verified, agreed, estimated,
    computed) low, value and high joined as a Band, None where nothing counts.

    `lines` as core.domain.impact.sums says. Money is left out: amounts of several years are not one sum.
    """
    own = lines[lines["synergy_id"].isin(synergy_ids)]
    made = []
    for measure in Measure:
        if measure in MONEY:
            continue
        found = totals(own, measure)
        for once in (False, True):
            bands = {basis: total.once if once else total.a_year for basis, total in found.items()}
            if any(band.value for band in bands.values()):
                told = {basis: band if band.value else None for basis, band in bands.items()}
                made.append({"measure": measure.value, "once": once and measure not in JOBS, **told})
    return pd.DataFrame(made, columns=["measure", "once", "verified", "agreed", "estimated", "computed"])


def verified_counts(
    lines: pd.DataFrame, parts: pd.DataFrame, synergy_ids: set[str]
) -> dict[CountedAs, float]:
    """Return what is verified of synergies with a side in the zone, under the names that indicators use."""
    own = parts[parts["synergy_id"].isin(synergy_ids) & (parts["basis"] == "verified")]
    standing = lines[
        lines["synergy_id"].isin(synergy_ids) & (lines["basis"] == "verified") & ~lines["lapsed"].astype(bool)
    ]
    sums = {
        name: float(own.loc[own["measure"] == one.value, "value"].sum()) for name, one in VERIFIED.items()
    }
    return sums | {CountedAs.VERIFIED_SYNERGIES: float(standing["synergy_id"].nunique())}


def _merged(rows: pd.DataFrame, within: list[str], column: str) -> pd.DataFrame:
    """Return the rows with groups of fewer than three firms in one group without a name (None).

    Where that one is too small itself, the smallest others join it: else the whole less what is shown would tell it.
    """
    made = rows.copy()
    for _, part in made.groupby(within, dropna=False) if within else [((), made)]:
        sizes = part.groupby(column)["firm_id"].nunique().sort_values(kind="stable")
        small = list(sizes.index[sizes < CROWD])
        others = [name for name in sizes.index if name not in small]
        unnamed = part[column].isna()
        while others and (small or unnamed.any()):
            behind = part.loc[part[column].isin(small) | unnamed, "firm_id"].nunique()
            if behind >= CROWD:
                break
            small.append(others.pop(0))
        made.loc[part.index[part[column].isin(small)], column] = None
    return made


def _amount(group: pd.DataFrame, unit: str, *, crowded: bool) -> float | None:
    said = group[(group["yearly_unit"] == unit) & group["yearly_amount"].notna()]
    if said.empty or (crowded and said["firm_id"].nunique() < CROWD):
        return None
    return float(said["yearly_amount"].sum())


def own_firms(found: pd.DataFrame) -> set[str]:
    """Return the zone's own firms behind synergies, as `sided` returns them: of two zones only this one's side."""
    gives = found.loc[found["relation"] != TAKES, "giver_firm_id"]
    takes = found.loc[found["relation"] != GIVES, "taker_firm_id"]
    return {*gives, *takes}


def _crowd_count(found: pd.DataFrame) -> int | None:
    return len(found) if found.empty or len(own_firms(found)) >= CROWD else None


def _sum(rows: pd.DataFrame, column: str, *, crowded: bool) -> float | None:
    known = rows.dropna(subset=[column])
    if known.empty or (crowded and known["firm_id"].nunique() < CROWD):
        return None
    return float(known[column].sum())
