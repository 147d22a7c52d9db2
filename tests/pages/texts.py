"""Every text that a page shows, read from what Streamlit sends to the browser, and what of it was never translated.

Whatever is a string in any element counts as visible unless its field is listed here as machinery; so an element that
nobody has used yet is covered too. Untranslated is what stands outside ⟦⟧ and is not data: not a value of the database
or of the project's CSV tables, not a number, a date, a unit or a sign.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pandas as pd
import pyarrow as pa
from babel import Locale
from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from core import config
from core.domain import reference
from core.domain.legal import handbook
from core.domain.programme import people
from core.domain.register import firmname
from core.storage.database import Database

MACHINERY = {
    "Alert": {"icon"},
    "ArrowNamedDataSet": {"name"},
    "Block": {"id"},
    "BlockElement": {"id"},
    "Button": {"type"},
    "Code": {"language"},
    "ButtonGroup": {"style"},
    "DateInput": {"min", "max"},
    "DeckGlJsonChart": {"mapbox_token", "tooltip", "selection_mode"},
    "DownloadButton": {"url", "type", "deferred_file_id"},
    "Dataframe": {"row_height", "editing_mode", "selection_mode"},
    "FileUploader": {"type"},
    "Heading": {"tag", "anchor", "divider"},
    "Image": {"url"},
    "LinkButton": {"url", "type"},
    "PageLink": {"page", "page_script_hash", "query_string"},
    "Popover": {"type"},
    "TextInput": {"autocomplete", "input_type"},
    "VegaLiteChart": {"theme", "id", "selection_mode"},
}
EVERYWHERE = {"id", "form_id", "icon", "element_id", "fragment_id", "shortcut", "color", "key", "format"}
EVERYWHERE |= {"query_param_key"}
MAP_FIELDS = {"tip", "name", "label", "text"}  # the fields of map objects that tooltips and text layers show
OWN_NAME = "Simbiyoz"
_MARKED = re.compile(r"⟦[^⟦⟧]*⟧")
_DIRECTIVE = re.compile(
    r"!\[\]\(data:[^)]*\)|\]\(https?://[^)]*\)|&\w+;|:material/\w+:|:[a-z]+(?:-badge|-background)?\[|(?<!\\)[\[\]*#`]"
)
_STRONG = re.compile(r"\s*(?:·|—|→|↔|\n|\|)\s*")
_WEAK = re.compile(r"\s*(?:[,:;()=×+−/“”]|–)\s*")
_NUMBER = re.compile(r"[\W\d_]*")  # and any sign: whatever has no letter
_VISIBLE_CHANNELS = {"x", "y", "color", "size", "shape", "opacity", "row", "column", "facet"}


@dataclass(frozen=True)
class Text:
    """A visible string and the element and field that show it."""

    where: str
    said: str


@dataclass(frozen=True)
class Data:
    """All that may stand on a page untranslated: `whole` values, and the `words` of units, months and names."""

    whole: frozenset[str]
    words: frozenset[str]
    dotted: list[str] = field(default_factory=list)

    def holds(self, piece: str) -> bool:
        """Return whether a piece of text is data; what was masked by dots still is."""
        bare = _unlike(piece)
        if not bare or bare in self.whole or bare in self.words or _NUMBER.fullmatch(bare):
            return True
        if "…" in bare:
            masked = re.compile(r"\S+".join(map(re.escape, re.split(r"…+", bare))))
            return any(masked.fullmatch(value) for value in self.whole)
        return False


def visible(at: AppTest) -> list[Text]:
    """Return every visible text of a page that ran, its menu included."""
    found = [Text("menu", str(page.get("page_name", ""))) for page in at._registered_pages.values()]
    for node in nodes(at._tree):
        proto = getattr(node, "proto", None)
        if isinstance(proto, Message):
            found += _of_message(proto)
    return [text for text in found if text.said.strip()]


def untranslated(texts: Iterable[Text], data: Data) -> list[str]:
    """Return what of the texts is neither marked as translated nor data."""
    return [f"{text.where}: {piece}" for text in texts for piece in _own_words(text.said, data)]


def data_of(database: Database) -> Data:
    """Return what is data: what the open database and the project's own tables hold."""
    whole = {_unlike(value) for value in (*_stored(database), *_tabled())}
    whole |= {firmname.short(value) for value in whole}
    units = {
        word for value in whole if len(value) < 20 for word in value.split() if re.search(r"[/³·]|CO2e", word)
    }
    # Babel's words, as of months; the switch names each language in itself.
    languages = {str(Locale("en").languages[code]) for code in people.LANGUAGES} | {"Türkçe"}
    titles = [
        title for one in reference.nace_codes().values() for title in (one.title_tr, one.title_en) if title
    ]
    trades = {part.strip() for title in titles for part in re.split("[,;]", title)}  # as lists write them
    months = {
        name for style in ("wide", "abbreviated") for name in Locale("en").months["format"][style].values()
    }
    zones = {zone.name_tr.split()[0] for zone in reference.zones().values()}  # how maps call them
    own = {OWN_NAME, "Demo", "CO2e", "TRY", "t", "kg", "km", "CSV", "XLSX", "GeoJSON", "Parquet"}
    places = set(Locale("en").territories.values()) | set(Locale("tr").territories.values())
    hosts = {value.split("/")[2].removeprefix("www.") for value in whole if value.startswith("http")}
    places |= {one["properties"]["name"] for one in reference.outlines("provinces")["features"]}
    cited = {article for one in handbook.outcomes() for article in (one.article_en, one.article_tr)}
    articles = {part for article in cited for part in _WEAK.split(article)}
    return Data(
        frozenset(whole | places | trades | articles),
        frozenset(units | languages | months | zones | own | hosts),
    )


def _own_words(said: str, data: Data) -> list[str]:
    if data.holds(said):
        return []
    rest = said
    while rest != (rest := _MARKED.sub("\n", rest)):
        pass
    pieces = [piece for piece in _STRONG.split(rest) if not data.holds(piece.strip(" (),:;"))]
    return [
        part
        for whole in pieces
        for piece in _STRONG.split(_DIRECTIVE.sub("\n", whole))
        if not data.holds(piece)
        for part in _WEAK.split(_unlike(piece))
        if not _is_small(part, data)
    ]


def _is_small(part: str, data: Data) -> bool:
    return data.holds(part) or all(data.holds(word) for word in part.split())


def _unlike(said: str) -> str:
    """Return text as it was before pages.shared.text.plain, blanks evened out."""
    bare = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", said.replace("\u2060", ""))
    return " ".join(bare.split())


def _stored(database: Database) -> Iterator[str]:
    with database.reading() as cursor:
        columns = cursor.raw.execute(
            "SELECT table_name, column_name FROM information_schema.columns JOIN information_schema.tables "
            "USING (table_name) WHERE data_type = 'VARCHAR' AND table_type = 'BASE TABLE'"
        ).fetchall()
        for table, column in columns:
            for (value,) in cursor.raw.execute(f'SELECT DISTINCT "{column}" FROM "{table}"').fetchall():
                if value:
                    yield value.strip('"') if table == "draft" else value  # drafts are kept as JSON


@cache
def _tabled() -> frozenset[str]:
    found: set[str] = set()
    for folder in (config.REFERENCE, config.KNOWLEDGE):
        for path in folder.rglob("*.csv"):
            for _, column in pd.read_csv(path, dtype=str, encoding="utf-8").items():
                found.update(column.dropna().unique())
    return frozenset(found)


def nodes(block: Any) -> Iterator[Any]:
    """Yield a block of an AppTest and all that stands in it."""
    yield block
    for child in getattr(block, "children", {}).values():
        yield from nodes(child)


def _of_message(message: Message) -> Iterator[Text]:
    name = message.DESCRIPTOR.name
    if name == "VegaLiteChart":
        yield from _of_chart(message)
        return
    for one, value in message.ListFields():
        if one.name in EVERYWHERE or one.name in MACHINERY.get(name, ()):
            continue
        where = f"{name}.{one.name}"
        if one.message_type and one.message_type.GetOptions().map_entry:
            continue
        for item in value if one.is_repeated else [value]:
            if isinstance(item, Message):
                if item.DESCRIPTOR.name == "ArrowData":
                    yield from _of_table(where, item)
                else:
                    yield from _of_message(item)
            elif one.type == FieldDescriptor.TYPE_STRING:
                yield from _of_string(where, item)


def _of_string(where: str, said: str) -> Iterator[Text]:
    if where == "Dataframe.columns":
        for column in json.loads(said).values():
            for name in ("label", "help", "title"):
                if isinstance(column.get(name), str):
                    yield Text(f"{where}.{name}", column[name])
    elif where == "DeckGlJsonChart.json":
        yield from _of_map(json.loads(said), MAP_FIELDS)
    else:
        yield Text(where, said)


def _of_map(part: Any, shown: set[str]) -> Iterator[Text]:
    if isinstance(part, dict):
        for name, value in part.items():
            if name in shown and isinstance(value, str):
                yield Text("map", value)
            else:
                yield from _of_map(value, shown)
    elif isinstance(part, list):
        for one in part:
            yield from _of_map(one, shown)


def _of_table(where: str, arrow: Any, columns: Iterable[str] | None = None) -> Iterator[Text]:
    table = pa.ipc.open_stream(arrow.data).read_all()
    for name in table.column_names:
        if name.startswith("__index") or (columns is not None and name not in columns):
            continue
        if columns is None:
            yield Text(f"{where} heading", name)
        values = table.column(name)
        if pa.types.is_dictionary(values.type):
            values = values.cast(values.type.value_type)
        if pa.types.is_string(values.type) or pa.types.is_large_string(values.type):
            for value in values.unique().to_pylist():
                if value:
                    yield Text(f"{where} cell", value)


def _of_chart(message: Any) -> Iterator[Text]:
    spec = json.loads(message.spec)
    yield Text("VegaLiteChart.alt", message.alt)
    yield from _chart_words(spec)
    shown = set(_shown_fields(spec))
    for dataset in message.datasets:
        yield from _of_table("chart", dataset.data, shown)
    if message.HasField("data"):
        yield from _of_table("chart", message.data, shown)


def _chart_words(spec: dict[str, Any]) -> Iterator[Text]:
    """Yield titles, legends, written domains, tooltips and written marks."""
    if isinstance(spec.get("title"), str):
        yield Text("chart title", spec["title"])
    views = list(_views(spec))
    for channel in sorted(_VISIBLE_CHANNELS):
        used = [view[channel] for view in views if isinstance(view.get(channel), dict)]
        yield from _channel_words(channel, [one for one in used if "field" in one])
    for view in views:
        for one in _several(view.get("tooltip")):
            yield Text("chart tooltip", one.get("title") or str(one.get("field", "")))
        for one in _several(view.get("text")):
            if isinstance(one.get("value"), str):
                yield Text("chart text", one["value"])


def _channel_words(channel: str, used: list[dict[str, Any]]) -> Iterator[Text]:
    """Yield what an axis or legend says; without a title it says the name of its field."""
    titles = [one["title"] for one in used if "title" in one]
    hidden = any(one.get("axis", 1) is None or one.get("legend", 1) is None for one in used)
    if used and not titles and not hidden:
        yield Text(f"chart {channel} without title", str(used[0]["field"]))
    yield from (Text(f"chart {channel} title", title) for title in titles if title)
    for one in used:
        domain = (one.get("scale") or {}).get("domain")
        for word in domain if isinstance(domain, list) else []:
            if isinstance(word, str):
                yield Text(f"chart {channel} domain", word)


def _views(spec: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if "encoding" in spec:
        yield spec["encoding"]
    for name in ("layer", "hconcat", "vconcat", "concat"):
        for part in spec.get(name, []):
            yield from _views(part)
    if isinstance(spec.get("spec"), dict):
        yield from _views(spec["spec"])


def _shown_fields(spec: dict[str, Any]) -> Iterator[str]:
    for view in _views(spec):
        for channel in (*_VISIBLE_CHANNELS, "text", "tooltip"):
            for one in _several(view.get(channel)):
                if "field" in one:
                    yield one["field"]


def _several(given: Any) -> list[dict[str, Any]]:
    if isinstance(given, dict):
        return [given]
    return [one for one in given or [] if isinstance(one, dict)]
