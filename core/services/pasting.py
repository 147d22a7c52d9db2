"""Many draft cards at once: what a checklist or pasted rows gave, in one transaction."""

from collections.abc import Sequence
from datetime import datetime

from core.domain import amounts
from core.domain.model import Resource, User
from core.domain.register.validation import check_resource
from core.services.permissions import permitted
from core.storage import records, sites
from core.storage.database import Database


@permitted
def save_drafts(database: Database, user: User, cards: Sequence[Resource], *, now: datetime) -> None:
    """Keep the cards, all or none. Raises InvalidRecordError, NotFoundError for a site of another region."""
    for card in cards:
        check_resource(card)
    with database.writing() as cursor:
        for site_id in {card.site_id for card in cards}:
            sites.firm_of(cursor, user, site_id)
        for card in cards:
            records.insert(cursor, user, now, "pasting.save_drafts", card, **amounts.yearly(card))
