"""Which entries of the ledger count, on which basis and with which share; of the others, why not.

Nothing is counted twice: neither a flow that two firms report, nor a have that several synergies share.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.domain.choices import FOLLOWED, Basis, Stage
from core.domain.impact.entries import JOBS, MONEY, Entry, window, years_later

_STRENGTH = {Basis.VERIFIED: 0, Basis.AGREED: 1, Basis.ESTIMATED: 2}


class Uncounted(StrEnum):
    """Why an entry does not count."""

    WITHDRAWN = "withdrawn"
    REFUSED = "refused"
    WAITING = "waiting"
    SUPERSEDED = "superseded"
    NOT_FOLLOWED = "not_followed"
    SAME_FLOW = "same_flow"
    OTHER_BASELINE = "other_baseline"
    BEYOND_HAVE = "beyond_have"


@dataclass(frozen=True)
class Claim:
    """An entry with what its synergy says: its stage, the have it draws on, and how much that have is (a year)."""

    entry: Entry
    stage: Stage
    have_id: str | None = None
    have_amount: float | None = None
    have_unit: str | None = None


@dataclass(frozen=True)
class Counted:
    """A claim that counts on `basis` with `share` (0–1) of its value.

    `lapsed`: verified once, not again within a year. `is_latest`: the newest of its flow, which says what a year
    brings. `ends_before`: the day on which a newer entry of the flow begins.
    """

    claim: Claim
    basis: Basis
    share: float = 1.0
    lapsed: bool = False
    is_latest: bool = True
    ends_before: date | None = None

    @property
    def entry(self) -> Entry:
        """Return the entry itself."""
        return self.claim.entry

    @property
    def weight(self) -> float:
        """Return what the value is multiplied by: the programme's attribution and the share of the have."""
        return self.entry.attribution * self.share


@dataclass(frozen=True)
class NotCounted:
    """A claim that does not count, why, and the entry that counts in its stead, if any."""

    claim: Claim
    why: Uncounted
    instead: str | None = None


def lapses_on(entry: Entry) -> date | None:
    """Return the last day on which a recurring flow's verification holds without a new one, None if it never lapses.

    >>> from datetime import datetime
    >>> from core.domain.impact.entries import Measure
    >>> entry = Entry("a", "s", Measure.VIRGIN, 1, 1, 1, "t", date(2025, 7, 1), "x", datetime(2026, 7, 9),
    ...               period_to=date(2026, 6, 30), basis=Basis.VERIFIED, lifetime_years=5)
    >>> lapses_on(entry).isoformat()
    '2027-06-30'
    """
    if entry.basis is not Basis.VERIFIED or not entry.recurs or entry.period_to is None:
        return None
    return years_later(entry.period_to, 1)


def flow_key(entry: Entry) -> tuple[str, str, str | None]:
    """Return what makes two entries speak of one flow; money and jobs are each firm's own."""
    own = entry.firm_id if entry.measure in (*MONEY, *JOBS) else None
    return entry.synergy_id, entry.measure.value, own


def settle(claims: Iterable[Claim], today: date) -> tuple[tuple[Counted, ...], tuple[NotCounted, ...]]:
    """Return what counts today and what does not, each claim once."""
    given = sorted(claims, key=_order)
    out = _unfit(given)
    alive = [claim for claim in given if claim.entry.entry_id not in out]
    out |= _same_flow(alive)
    alive = [claim for claim in alive if claim.entry.entry_id not in out]
    out |= _other_baseline(alive)
    alive = [claim for claim in alive if claim.entry.entry_id not in out]
    shares = _shares(alive)
    out |= {
        claim.entry.entry_id: NotCounted(claim, Uncounted.BEYOND_HAVE)
        for claim in alive
        if shares[claim.entry.entry_id] <= 0
    }
    alive = [claim for claim in alive if claim.entry.entry_id not in out]
    flows: dict[tuple[str, str, str | None], list[Entry]] = {}
    for claim in alive:
        flows.setdefault(flow_key(claim.entry), []).append(claim.entry)
    counted = tuple(
        _counted(claim, flows[flow_key(claim.entry)], shares[claim.entry.entry_id], today) for claim in alive
    )
    return counted, tuple(out[claim.entry.entry_id] for claim in given if claim.entry.entry_id in out)


def _order(claim: Claim) -> tuple[object, ...]:
    """The stronger basis first, then the lower value, then whoever said it first."""
    entry = claim.entry
    return _STRENGTH[entry.basis], entry.value, entry.entered_at, entry.entry_id


def _unfit(claims: Sequence[Claim]) -> dict[str, NotCounted]:
    replaced = _replaced([claim.entry for claim in claims])
    out: dict[str, NotCounted] = {}
    for claim in claims:
        entry = claim.entry
        why = None
        if entry.withdrawn_on:
            why = Uncounted.WITHDRAWN
        elif entry.refused_on:
            why = Uncounted.REFUSED
        elif entry.is_waiting:
            why = Uncounted.WAITING
        elif entry.entry_id in replaced:
            why = Uncounted.SUPERSEDED
        elif claim.stage not in FOLLOWED and not entry.is_verified:
            why = Uncounted.NOT_FOLLOWED
        if why:
            out[entry.entry_id] = NotCounted(claim, why, replaced.get(entry.entry_id))
    return out


def _replaced(entries: Sequence[Entry]) -> dict[str, str]:
    """Return entry → the live correction that stands in its place, also over a correction that was corrected."""
    by_id = {entry.entry_id: entry for entry in entries}
    found: dict[str, str] = {}
    for entry in entries:
        older, seen = entry.supersedes, {entry.entry_id}
        while entry.is_live and older in by_id and older not in seen:
            found.setdefault(older, entry.entry_id)
            seen.add(older)
            older = by_id[older].supersedes
    return found


def _same_flow(claims: Sequence[Claim]) -> dict[str, NotCounted]:
    """Of entries that speak of one flow in overlapping periods the strongest counts, and of equals the lower."""
    kept: dict[tuple[str, str, str | None], list[Entry]] = {}
    out: dict[str, NotCounted] = {}
    for claim in claims:
        others = kept.setdefault(flow_key(claim.entry), [])
        first = next((other for other in others if overlap(other, claim.entry)), None)
        if first:
            out[claim.entry.entry_id] = NotCounted(claim, Uncounted.SAME_FLOW, first.entry_id)
        else:
            others.append(claim.entry)
    return out


def _other_baseline(claims: Sequence[Claim]) -> dict[str, NotCounted]:
    """A flow had one fate before: of entries of a synergy and time that tell two, those of the stronger one count.

    Else 100 t could be diverted from landfill and, by another entry, saved from the incinerator.
    """
    kept: dict[str, list[Entry]] = {}
    out: dict[str, NotCounted] = {}
    for claim in claims:
        entry = claim.entry
        if entry.baseline is None:
            continue
        others = kept.setdefault(entry.synergy_id, [])
        first = next(
            (one for one in others if one.baseline is not entry.baseline and overlap(one, entry)), None
        )
        if first:
            out[entry.entry_id] = NotCounted(claim, Uncounted.OTHER_BASELINE, first.entry_id)
        else:
            others.append(entry)
    return out


def overlap(one: Entry, other: Entry) -> bool:
    """Return whether two entries speak of a common day."""
    (first, last), (begin, end) = window(one), window(other)
    return first <= end and begin <= last


def _shares(claims: Sequence[Claim]) -> dict[str, float]:
    """Return the share of each entry's value that its have can bear beside the other synergies that draw on it."""
    given: dict[tuple[str, str], list[tuple[Claim, float]]] = {}
    shares: dict[str, float] = {}
    by_time = sorted(claims, key=lambda one: (_STRENGTH[one.entry.basis], one.entry.period_from, _order(one)))
    for claim in by_time:
        entry, whole = claim.entry, claim.entry.quantity
        comparable = (
            claim.have_id and claim.have_amount is not None and entry.quantity_unit == claim.have_unit
        )
        if not comparable or not whole or entry.measure in (*MONEY, *JOBS):
            shares[entry.entry_id] = 1.0
            continue
        before = given.setdefault((claim.have_id or "", entry.measure.value), [])
        others = [(one, taken) for one, taken in before if one.entry.synergy_id != entry.synergy_id]
        used = sum(taken for one, taken in others if overlap(one.entry, entry))
        rest = max(0.0, (claim.have_amount or 0.0) - used)
        taken = min(whole, rest) if used else whole
        shares[entry.entry_id] = taken / whole
        before.append((claim, taken))
    return shares


def _counted(claim: Claim, flow: Sequence[Entry], share: float, today: date) -> Counted:
    """`flow` is what else counts of the same flow; an estimate cannot take the place of what was agreed or verified."""
    entry = claim.entry
    weakest = max(_STRENGTH[entry.basis], _STRENGTH[Basis.AGREED])
    later = [
        one
        for one in flow
        if one.recurs and one.period_from > entry.period_from and _STRENGTH[one.basis] <= weakest
    ]
    until = lapses_on(entry)
    renewed = any(one.is_verified for one in later)
    lapsed = until is not None and today > until and not renewed
    basis = Basis.AGREED if lapsed else entry.basis
    begins = min((one.period_from for one in later), default=None)
    return Counted(claim, basis, share, lapsed, is_latest=not later, ends_before=begins)
