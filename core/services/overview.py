"""What is there, and how far it came. What needs attention stands in my_day."""

from dataclasses import dataclass

import pandas as pd

from core.domain.model import User
from core.services.permissions import permitted
from core.storage.database import Database


@dataclass(frozen=True)
class Overview:
    """`numbers`: firms, sites, visited_firms, haves, wants, workshops, participants, women, men, synergies.
    `stages`: stage, synergies, firms (how many stand there now). `reached`: stage, synergies, firms (how many ever
    reached it or a later one)."""

    numbers: dict[str, int]
    stages: pd.DataFrame
    reached: pd.DataFrame


@permitted
def of_region(database: Database, user: User) -> Overview:
    """Return the region's numbers; they name nobody, so every role may see them."""
    with database.reading() as cursor:
        numbers = cursor.row("overview_numbers", region_id=user.region_id) or {}
        stages = cursor.frame("overview_stages", region_id=user.region_id)
        reached = cursor.frame("overview_reached", region_id=user.region_id)
    return Overview({name: int(value or 0) for name, value in numbers.items()}, stages, reached)
