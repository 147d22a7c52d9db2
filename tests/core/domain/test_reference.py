"""The reference tables: counts, forms of codes, unbroken Turkish letters, a source and a year everywhere."""

import csv
import json
import re
import unicodedata

import pytest

from core.config import REFERENCE
from core.domain import reference
from core.domain.choices import Place

TABLES = sorted(path.name for path in REFERENCE.glob("*.csv"))
OUTLINES = sorted(path.name for path in REFERENCE.glob("*.geojson"))
BROKEN = ("Ã", "Å", "Ä", "�", "Ý", "ý", "Þ", "þ", "Ð", "ð", "\u0307", "â€", "\ufeff")


def rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_tables_are_complete() -> None:
    assert len(reference.waste_codes()) == 842
    assert len(reference.waste_headings()) == 131
    assert len(reference.operations()) == 28
    assert len(reference.districts()) == 30
    assert len(reference.zones()) == 15
    assert len(reference.outlines("districts")["features"]) == 30
    assert len(reference.outlines("provinces")["features"]) == 81
    levels = [entry.level for entry in reference.nace_codes().values()]
    assert [levels.count(level) for level in (1, 2, 3, 4, 6)] == [21, 88, 272, 615, 2195]


@pytest.mark.parametrize("name", TABLES)
def test_every_row_names_its_source_and_year(name: str) -> None:
    for row in rows(name):
        assert row["source"].strip(), row
        assert re.fullmatch(r"(19|20)\d\d", row["year"]), row


@pytest.mark.parametrize("name", OUTLINES)
def test_every_outline_names_its_source_and_year(name: str) -> None:
    found = json.loads((REFERENCE / name).read_text(encoding="utf-8"))
    assert found["source"]
    assert found["year"] > 2000


@pytest.mark.parametrize("name", TABLES + OUTLINES)
def test_no_letter_is_broken(name: str) -> None:
    text = (REFERENCE / name).read_text(encoding="utf-8")
    assert not [sign for sign in BROKEN if sign in text]
    assert unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize("name", TABLES)
def test_no_key_stands_twice_and_no_cell_has_stray_blanks(name: str) -> None:
    table = rows(name)
    two = {"stopwords.csv": ("word", "language"), "nace_waste_chapters.csv": ("nace", "waste_prefix")}
    keys = [tuple(row[column] for column in two.get(name, (next(iter(row)),))) for row in table]
    assert len(set(keys)) == len(keys)
    assert not [cell for row in table for cell in row.values() if cell != cell.strip() or "  " in cell]


def test_the_readme_names_every_file_with_its_rows() -> None:
    text = (REFERENCE / "README.md").read_text(encoding="utf-8")
    for name in TABLES:
        assert re.search(rf"\| `{name}` \| {len(rows(name)):,} \|", text), name
        for column in rows(name)[0]:
            assert f"`{column}`" in text, (name, column)
    for name in OUTLINES:
        assert f"`{name}`" in text


def test_waste_codes_have_six_digits_and_stand_under_their_headings() -> None:
    headings = reference.waste_headings()
    for code, entry in reference.waste_codes().items():
        assert re.fullmatch(r"\d{6}", code)
        assert (entry.chapter, entry.subchapter) == (code[:2], code[:4])
        assert headings[entry.subchapter].parent == entry.chapter
        assert entry.entry_type in (("AH", "MH") if entry.hazardous else ("AN", "MN"))


def test_only_two_waste_codes_lack_a_turkish_name_and_say_why() -> None:
    nameless = [entry for entry in reference.waste_codes().values() if not entry.name_tr]
    assert [entry.code for entry in nameless] == ["160307", "190308"]
    assert all(entry.note for entry in nameless)
    assert all(entry.name_en for entry in reference.waste_codes().values())


def test_the_wrong_turkish_name_of_160509_is_mended() -> None:
    entry = reference.waste_codes()["160509"]
    assert not entry.hazardous
    assert "tehlikeli" not in entry.name_tr
    assert "organik" not in entry.name_tr


def test_turkish_headings_are_written_in_sentence_case() -> None:
    headings = reference.waste_headings()
    assert headings["10"].name_tr == "Isıl işlemlerden kaynaklanan atıklar"
    assert headings["1303"].name_tr == "Atık yalıtım ve ısı iletim yağları"
    assert headings["0604"].name_tr == "06 03 dışındaki metal içeren atıklar"
    assert all(heading.name_tr and not heading.name_tr.isupper() for heading in headings.values())


def test_nace_codes_have_the_form_of_their_level_and_a_parent_in_the_list() -> None:
    forms = {1: r"[A-U]", 2: r"\d\d", 3: r"\d\d\.\d", 4: r"\d\d\.\d\d", 6: r"\d\d\.\d\d\.\d\d"}
    codes = reference.nace_codes()
    for code, entry in codes.items():
        assert re.fullmatch(forms[entry.level], code)
        assert entry.parent in codes or entry.level == 1
        assert entry.title_en or entry.level == 6
        assert entry.title_tr or entry.level in (3, 4)
        assert not (entry.title_tr or "x").isupper()


def test_each_of_the_88_divisions_stands_in_one_sector_group() -> None:
    divisions = sorted(code for code, entry in reference.nace_codes().items() if entry.level == 2)
    grouped = sorted(one for group in reference.sector_groups().values() for one in group.divisions)
    assert len(divisions) == 88
    assert grouped == divisions


def test_zones_and_districts_lie_in_the_region() -> None:
    for place in [*reference.zones().values(), *reference.districts().values()]:
        assert 37.8 < place.lat < 39.5
        assert 26.2 < place.lon < 28.6
    for zone in reference.zones().values():
        assert zone.district in reference.districts()
        assert zone.place in list(Place)
        assert zone.coordinate_quality in ("good", "unverified", "approximate")


def test_a_zone_without_a_point_takes_its_district_and_says_approximate() -> None:
    zone, district = reference.zones()["esbas"], reference.districts()["Gaziemir"]
    assert (zone.lat, zone.lon, zone.coordinate_quality) == (district.lat, district.lon, "approximate")
    assert [zone.coordinate_quality for zone in reference.zones().values()].count("approximate") == 7


def test_outlines_carry_short_coordinates_and_few_properties() -> None:
    for name, decimals in (("districts", 5), ("provinces", 4), ("land", 4)):
        text = (REFERENCE / f"{name}.geojson").read_text(encoding="utf-8")
        assert not re.search(rf"\.\d{{{decimals + 1},}}", text)
    assert {feature["properties"]["name"] for feature in reference.outlines("districts")["features"]} == set(
        reference.districts()
    )


def test_units_convert_by_their_definitions() -> None:
    units = reference.units()
    assert units["kg"].to_base == 0.001
    assert units["toe"].to_base == 11.63
    assert units["GJ"].to_base == pytest.approx(1 / 3.6)
    assert units["kcal"].to_base == pytest.approx(4186.8 / 3.6e9)
    assert units["MMBtu"].to_base == pytest.approx(1055.05585262e6 / 3.6e9)
    assert units["Nm3"].to_base == pytest.approx(288.15 / 273.15, rel=1e-5)


def test_what_has_no_safe_conversion_has_none_and_assumptions_say_so() -> None:
    units = reference.units()
    for code in ("lorry_load", "pallet", "sack", "tanker", "skip", "box", "t_steam", "hour", "shift"):
        assert units[code].to_base is None
        assert units[code].note
    for code in ("IBC", "big_bag", "drum", "semi_trailer", "workday"):
        assert units[code].to_base is not None and units[code].source == "own assumption"
    assert units["t"].source != "own assumption"


def test_no_word_means_two_units_or_two_periods() -> None:
    seen: dict[tuple[bool, str], str] = {}
    for unit in reference.units().values():
        for alias in unit.aliases:
            key = (unit.dimension == "period", alias)
            assert seen.setdefault(key, unit.code) == unit.code


def test_factors_are_ordered_and_give_their_band() -> None:
    for factor in reference.impact_factors().values():
        assert 0 < factor.low <= factor.central <= factor.high
        assert factor.band_source
        assert factor.factor_id.startswith(f"{factor.boundary}.")
        assert factor.grade in ("A", "B", "C")


def test_each_factor_has_a_name_of_its_own_in_both_languages() -> None:
    factors = reference.impact_factors().values()

    for language in ("tr", "en"):
        names = [factor.name(language) for factor in factors]
        assert all(names)
        assert len(set(names)) == len(names)
    assert reference.factor_name("primary.steel", "tr") == "Birincil üretim: çelik (kutu)"
    assert reference.factor_name("water_supply.water", "en") == "Mains water"


def test_a_factor_that_is_not_in_the_table_is_called_by_its_id() -> None:
    assert reference.factor_name("own.kiln", "tr") == "own.kiln"


def test_factors_are_those_of_the_published_tables() -> None:
    factors = reference.impact_factors()
    published = {
        "landfill.commercial_industrial": 520.5327,
        "landfill.food": 700.30886,
        "landfill.aggregates": 1.26338,
        "primary.aggregates": 7.79306,
        "primary.pp": 2577.57172,
        "closed_loop.pp": 1312.57172,
        "road.all_hgv": 0.10163,
        "road.rigid_over_17": 0.17146,
        "road.articulated_over_33": 0.07703,
        "water_supply.water": 0.1913,
        "water_treatment.water": 0.17088,
        "electricity.grid": 440.0,
    }
    for factor_id, central in published.items():
        assert factors[factor_id].central == pytest.approx(central, abs=5e-6)
    assert "fuel" in {factor.boundary for factor in factors.values()}
    assert factors["fuel.natural_gas"].central == pytest.approx(56.1 * 3.6)


def test_material_groups_name_factors_and_waste_codes_that_exist() -> None:
    factors, codes = reference.impact_factors(), reference.waste_codes()
    for group in reference.material_groups().values():
        for factor_id in (group.landfill_factor, group.primary_factor, group.closed_loop_factor):
            assert factor_id is None or factor_id in factors
        for prefix in group.waste_code_prefixes:
            assert any(code.startswith(prefix) for code in codes)


def test_clippings_and_food_waste_are_never_credited_with_finished_goods() -> None:
    groups = reference.material_groups()
    assert groups["textile"].primary_factor is None
    assert groups["food"].primary_factor is None


def test_waste_words_and_origins_point_to_codes_that_exist() -> None:
    codes, nace = reference.waste_codes(), reference.nace_codes()
    assert set(reference.waste_code_words()) <= set(codes)
    for activity, weights in reference.nace_waste_weights().items():
        assert activity in nace
        for prefix, weight in weights.items():
            assert 0 < weight <= 1
            assert any(code.startswith(prefix) for code in codes)
