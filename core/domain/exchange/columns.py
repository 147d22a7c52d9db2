"""The columns of the spreadsheet form for firms and resources: one table, a row a resource card.

First what is said of the firm and the site, then the card. A firm with several cards stands in several rows; a row may
hold a firm only. An empty cell says nothing: it never erases what is stored.
"""

from dataclasses import dataclass
from enum import StrEnum

from core.domain.choices import (
    Direction,
    Handling,
    Kind,
    PhysicalForm,
    Place,
    Recurrence,
    SizeClass,
    Transporter,
    Visibility,
)
from core.i18n import marked as m


class Part(StrEnum):
    """Whether a column tells of the firm, the site or the card."""

    FIRM = "firm"
    SITE = "site"
    CARD = "card"


class Sort(StrEnum):
    """How the cells of a column are read."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    SIGNED = "signed"
    DATE = "date"
    YES_NO = "yes_no"
    CHOICE = "choice"
    TAX_NUMBER = "tax_number"
    NACE = "nace"
    ZONE = "zone"
    DISTRICT = "district"
    WASTE_CODES = "waste_codes"
    MONTHS = "months"
    UNIT = "unit"
    QUANTITY = "quantity"


@dataclass(frozen=True)
class Column:
    """A column of the form; `field` is the record's if it is called otherwise; a number is within `low` and `high`."""

    name: str
    part: Part
    heading: str
    note: str
    sort: Sort = Sort.TEXT
    choice: type[StrEnum] | None = None
    field: str = ""
    also: str = ""
    low: float = 0.0
    high: float = 1e12

    @property
    def target(self) -> str:
        """The field of the record that the column fills."""
        return self.field or self.name


_FIRM, _SITE, _CARD = Part.FIRM, Part.SITE, Part.CARD
COLUMNS: tuple[Column, ...] = (
    Column(
        "firm_external_id",
        _FIRM,
        m("Firm ID"),
        m("Your own number for the firm. With it the firm is found again even if its name changes."),
        field="external_id",
        also="firm no|firma no|firma kodu|firma id",
    ),
    Column(
        "firm",
        _FIRM,
        m("Firm"),
        m("Its name. Needed in every row whose firm ID or tax number is not known to us."),
        field="name",
        also="firm name|firma adı|firma unvanı|unvan|ünvan|kuruluş",
    ),
    Column(
        "tax_number",
        _FIRM,
        m("Tax number"),
        m("VKN, 10 digits. A person's number (11 digits) is shown masked and never exported."),
        Sort.TAX_NUMBER,
        also="vkn|tax no|vergi no|vergi kimlik no|vergi numarası",
    ),
    Column(
        "size_class",
        _FIRM,
        m("Size"),
        m("Size by people employed."),
        Sort.CHOICE,
        SizeClass,
        also="ölçek|firma büyüklüğü|size class",
    ),
    Column("about", _FIRM, m("About the firm"), m("A few sentences."), Sort.LONG_TEXT),
    Column(
        "site",
        _SITE,
        m("Site"),
        m("Name of the plant, where a firm has several. Empty: the firm's site at that place."),
        field="name",
        also="site name|tesis adı|plant",
    ),
    Column(
        "place",
        _SITE,
        m("Kind of place"),
        m("Only where the site lies in none of the zones."),
        Sort.CHOICE,
        Place,
    ),
    Column(
        "zone",
        _SITE,
        m("Zone"),
        m("Organised industrial zone or free zone."),
        Sort.ZONE,
        field="zone_id",
        also="osb|sanayi bölgesi",
    ),
    Column(
        "district", _SITE, m("District"), m("Not needed where the zone is given."), Sort.DISTRICT, also="ilçe"
    ),
    Column(
        "lat",
        _SITE,
        m("Latitude"),
        m("In degrees, for example 38.4237."),
        Sort.NUMBER,
        low=35.5,
        high=42.5,
        also="lat",
    ),
    Column(
        "lon",
        _SITE,
        m("Longitude"),
        m("In degrees, for example 27.1428."),
        Sort.NUMBER,
        low=25.5,
        high=45.0,
        also="lon|lng",
    ),
    Column(
        "nace",
        _SITE,
        m("Activity codes (NACE)"),
        m("The main one first, several with “;” between: 10.41.05; 35.11"),
        Sort.NACE,
        field="activities",
        also="nace|nace code|nace kodu|faaliyet kodu|activity code",
    ),
    Column("activity", _SITE, m("Activity"), m("In words."), Sort.LONG_TEXT, also="faaliyet konusu"),
    Column(
        "electricity_kwh_per_year", _SITE, m("Electricity (kWh/year)"), m("Bought in a year."), Sort.NUMBER
    ),
    Column("gas_sm3_per_year", _SITE, m("Natural gas (Sm³/year)"), m("Bought in a year."), Sort.NUMBER),
    Column("water_m3_per_year", _SITE, m("Water (m³/year)"), m("Used in a year."), Sort.NUMBER),
    Column("output_product", _SITE, m("Product"), m("What the site mainly makes.")),
    Column("output_quantity", _SITE, m("Output"), m("How much of it."), Sort.NUMBER),
    Column("output_unit", _SITE, m("Output unit"), m("For example t/year.")),
    Column(
        "card_external_id",
        _CARD,
        m("Card ID"),
        m("Your own number for the resource. With it the card is found again even if its name changes."),
        field="external_id",
        also="resource id|kaynak no|kaynak kodu|card no",
    ),
    Column(
        "direction",
        _CARD,
        m("Have or want"),
        m("Needed for a card: what the site gives away, or looks for."),
        Sort.CHOICE,
        Direction,
        also="direction|yön|have/want|have want|veriyor mu arıyor mu|veriyor / arıyor",
    ),
    Column(
        "resource",
        _CARD,
        m("Resource"),
        m("Needed for a card: its name."),
        field="name",
        also="name|resource name|kaynak adı|ad|malzeme adı",
    ),
    Column("kind", _CARD, m("Kind"), m("Empty: material."), Sort.CHOICE, Kind, also="tür|kaynak türü"),
    Column("description", _CARD, m("Description"), m("A few sentences."), Sort.LONG_TEXT),
    Column(
        "quantity",
        _CARD,
        m("Quantity"),
        m("A number, with unit and period beside it, or all in one: 12 t/month"),
        Sort.QUANTITY,
        field="quantity_typed",
        also="amount",
    ),
    Column("unit", _CARD, m("Unit"), m("t, kg, m³, kWh, piece, IBC, big bag …"), field=""),
    Column("period", _CARD, m("Period"), m("day, week, month, year or once."), field=""),
    Column(
        "density_t_per_m3",
        _CARD,
        m("Density (t/m³)"),
        m("Joins volume and mass."),
        Sort.NUMBER,
        low=0.001,
        high=25,
    ),
    Column(
        "recurrence",
        _CARD,
        m("One-off or recurring"),
        m("Whether it arises again and again."),
        Sort.CHOICE,
        Recurrence,
    ),
    Column("interval", _CARD, m("How often"), m("In words: every two weeks.")),
    Column("months", _CARD, m("Months"), m("Where seasonal: 6;7;8 or 6-8 or June, July."), Sort.MONTHS),
    Column("available_from", _CARD, m("Available from"), m("Date, for example 22.11.2026."), Sort.DATE),
    Column("available_until", _CARD, m("Available until"), m("Date, not before the beginning."), Sort.DATE),
    Column("condition", _CARD, m("Condition"), m("Clean, mixed, wet, packed …"), Sort.LONG_TEXT),
    Column("composition", _CARD, m("Composition"), m("What it consists of."), Sort.LONG_TEXT),
    Column(
        "physical_form",
        _CARD,
        m("Physical form"),
        m("Solid, powder, sludge, liquid, gas or mixed."),
        Sort.CHOICE,
        PhysicalForm,
    ),
    Column("hazardous", _CARD, m("Hazardous"), m("Yes or no. Empty: not known."), Sort.YES_NO),
    Column(
        "waste_codes",
        _CARD,
        m("Waste codes"),
        m("Six digits, several with “;” between: 10 09 08; 10 09 12"),
        Sort.WASTE_CODES,
        also="waste code|atık kodu|ewc|ewc code",
    ),
    Column(
        "handling",
        _CARD,
        m("Handled today"),
        m("How a have is dealt with, or a want is met, now."),
        Sort.CHOICE,
        Handling,
    ),
    Column(
        "price_per_unit",
        _CARD,
        m("Price (TRY per unit)"),
        m("For a have: + what it brings in, − what it costs. For a want: what is paid today."),
        Sort.SIGNED,
        low=-1e12,
    ),
    Column("price_unit", _CARD, m("Price unit"), m("The unit that the price is for: t, m³ …"), Sort.UNIT),
    Column("price_date", _CARD, m("Price date"), m("Date of the price."), Sort.DATE),
    Column("price_vat_included", _CARD, m("VAT included"), m("Yes or no."), Sort.YES_NO),
    Column("transporter", _CARD, m("Who can transport"), m("Who could carry it."), Sort.CHOICE, Transporter),
    Column(
        "visibility",
        _CARD,
        m("Who may see it"),
        m("Empty: anonymous until both agree."),
        Sort.CHOICE,
        Visibility,
    ),
)
BY_NAME = {column.name: column for column in COLUMNS}
