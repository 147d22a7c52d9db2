"""What every report needs of the database, and the issued ones that are kept."""

from datetime import date

from core.domain.reporting import Audience, Head
from core.errors import NotFoundError
from core.storage.database import Cursor


def head(cursor: Cursor, audience: Audience, today: date) -> Head:
    """Return what a report says of itself. Raises NotFoundError in a file without a region."""
    region = cursor.row("region_get")
    if region is None:
        raise NotFoundError()
    return Head(region["name_tr"], region["name_en"], region["is_sample"], today, audience)
