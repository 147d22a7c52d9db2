"""What the map shows of a region: sites, flows of followed synergies, and counts of the firms that are not named."""

import pandas as pd

from core.domain import geography
from core.domain.choices import FOLLOWED
from core.domain.geography import RegionMap
from core.domain.model import User
from core.services import firms, resources, synergies
from core.services.permissions import permitted
from core.storage.database import Database


@permitted
def of_region(database: Database, user: User) -> RegionMap:
    """Return the region as the user may see it: what he may not see is counted by district, where at least three."""
    shown = firms.table(database, user)
    cards = _cards(database, user)
    sites = geography.sites(shown, cards)
    followed = synergies.table(database, user)
    followed = followed[followed["stage"].isin([stage.value for stage in FOLLOWED])]
    with database.reading() as cursor:
        everyone = cursor.frame("firm_table", region_id=user.region_id)
    return RegionMap(
        sites=sites,
        cards=cards,
        flows=geography.flows(followed.assign(flow_id=followed["synergy_id"]), sites, cards),
        unnamed=geography.unnamed(everyone, set(shown["firm_id"])),
    )


def _cards(database: Database, user: User) -> pd.DataFrame:
    cards = resources.table(database, user)
    shown = cards[cards["is_named"].astype(bool)]
    return shown[["resource_id", "site_id", "firm_id", "direction", "kind"]].reset_index(drop=True)
