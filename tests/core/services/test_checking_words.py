"""Every table that is counted has a name that people use, and so has every field that the check looks at."""

from core.i18n import translator
from core.storage.database import Database
from core.views import table_words


def test_every_table_that_is_counted_has_words(database: Database) -> None:
    with database.reading() as cursor:
        counted = {row["table_name"] for row in cursor.rows("check_counts")}

    assert counted - set(table_words.TABLES) == set()


def test_a_field_is_called_by_what_it_names() -> None:
    t = translator("en")

    assert table_words.field("giver_firm_id", t) == "Firms"
    assert table_words.field("nace", t) == "Activity code"
    assert table_words.field("unheard_of", t) == "unheard_of"
