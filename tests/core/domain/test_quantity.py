"""Quantities as typed, and what they are a year: unknown stays unknown, never 0."""

import pytest

from core.domain.quantity import Annual, annual, parse_quantity, period_code, times_a_year, tonnes, unit_code


@pytest.mark.parametrize(
    ("typed", "amount", "unit", "period"),
    [
        ("yaklaşık 12 ton/ay", 12.0, "t", "month"),
        ("3-4 kamyon/hafta", 3.5, "lorry_load", "week"),
        ("500 kg / gün", 500.0, "kg", "day"),
        ("2 IBC", 2.0, "IBC", None),
        ("ayda 15 ton", 15.0, "t", "month"),
        ("aylık ortalama 1.250,5 kg", 1250.5, "kg", "month"),
        ("3 ayda bir 2 ton", 2.0, "t", "quarter"),
        ("10 bin m3/yıl", 10_000.0, "m3", "year"),
        ("2 milyon Sm³/yıl", 2_000_000.0, "Sm3", "year"),
        ("5 m³/saat", 5.0, "m3", "hour"),
        ("40 saat/hafta", 40.0, "h", "week"),
        ("12 ton buhar/saat", 12.0, "t_steam", "hour"),
        ("2 x 20'lik konteyner / ay", 2.0, "container_20", "month"),
        ("1 500 t/a", 1500.0, "t", "year"),
        ("40 m3 per day", 40.0, "m3", "day"),
        ("50-60 t/month", 55.0, "t", "month"),
        ("5 ton (bir defalık)", 5.0, "t", "once"),
        ("tek seferlik 5 ton", 5.0, "t", "once"),
        ("200lt/hafta", 200.0, "L", "week"),
        ("250 adet palet/ay", 250.0, "piece", "month"),
        ("500 kW", 500.0, "kW", None),
        ("100 TEP/yıl", 100.0, "toe", "year"),
        ("7 avuç/ay", 7.0, None, "month"),
        ("bilmiyorum", None, None, None),
        ("", None, None, None),
    ],
)
def test_free_text_is_read(typed: str, amount: float | None, unit: str | None, period: str | None) -> None:
    found = parse_quantity(typed)
    assert (found.amount, found.unit, found.period, found.typed) == (amount, unit, period, typed)


def test_a_range_keeps_its_ends() -> None:
    found = parse_quantity("8 ile 10 m3/gün")
    assert (found.low, found.amount, found.high) == (8.0, 9.0, 10.0)


def test_an_ambiguous_number_is_left_open_until_somebody_says() -> None:
    found = parse_quantity("1.200 kg/ay")
    assert (found.amount, found.unit, found.period, found.ambiguous) == (None, "kg", "month", True)
    assert parse_quantity("1.200 kg/ay", "tr").amount == 1200.0
    assert parse_quantity("1.200 kg/ay", "en").amount == 1.2


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("ton", "t"), ("tonne", "t"), ("t.", "t"), ("TON", "t"), ("m³", "m3"), ("metreküp", "m3"),
        ("metrekup", "m3"),
        ("Sm3", "Sm3"), ("adet", "piece"), ("koli", "box"), ("KG", "kg"), ("kWh", "kWh"), ("LT", "L"),
        ("big-bag", "big_bag"), ("tır", "semi_trailer"), ("dönüm", "decare"), ("kişi", "person"),
        ("xyz", None),
    ],
)  # fmt: skip
def test_units_are_found_however_written(typed: str, code: str | None) -> None:
    assert unit_code(typed) == code


@pytest.mark.parametrize(
    ("typed", "code"), [("yılda", "year"), ("AYLIK", "month"), ("iş günü", "workday"), ("kg", None)]
)
def test_periods_are_found_however_written(typed: str, code: str | None) -> None:
    assert period_code(typed) == code


def test_a_year_of_a_monthly_amount_is_twelve_times_it() -> None:
    assert annual(12, "t", "month") == Annual(144.0, "t")


def test_months_shorten_what_runs_all_year() -> None:
    assert annual(12, "t", "month", months=(9, 10, 11)) == Annual(36.0, "t")
    assert annual(2, "t", "day", months=6) == Annual(365.0, "t")
    assert annual(12, "t", "month", months=()) == Annual(144.0, "t")
    assert annual(30, "t", "season", months=(9, 10)) == Annual(30.0, "t")


def test_what_is_given_once_does_not_recur() -> None:
    assert annual(5, "t", "once") == Annual(5.0, "t", recurring=False)


def test_density_joins_volume_and_mass() -> None:
    # 2 IBC of 1 m³ a week: 104 m³ a year, at 0.9 t/m³ 93.6 t
    assert annual(2, "IBC", "week") == Annual(104.0, "m3")
    found = annual(2, "IBC", "week", 0.9)
    assert found is not None
    assert found.unit == "t"
    assert found.amount == pytest.approx(93.6)
    assert tonnes(Annual(104.0, "m3"), 0.9) == pytest.approx(93.6)


def test_energy_comes_in_megawatt_hours() -> None:
    found = annual(100, "toe", "year")
    assert found is not None
    assert found.amount == pytest.approx(1163.0)
    assert found.unit == "MWh"


def test_power_and_hourly_flows_need_the_hours_of_the_year() -> None:
    assert annual(200, "kW", None) is None
    assert annual(200, "kW", None, hours_per_year=4000) == Annual(800.0, "MWh")
    assert annual(5, "m3", "hour") is None
    assert annual(5, "m3", "hour", hours_per_year=6000) == Annual(30_000.0, "m3")


@pytest.mark.parametrize(
    ("amount", "unit", "period"),
    [
        (None, "t", "year"), (3, None, "year"), (3, "t", None), (3, "lorry_load", "week"),
        (3, "pallet", "day"), (3, "t", "shift"), (12, "t_steam", "hour"), (15, "person", "year"),
        (3, "nothing", "year"), (3, "t", "nothing"), (3, "week", "year"),
    ],
)  # fmt: skip
def test_what_cannot_be_converted_is_unknown_and_not_zero(
    amount: float | None, unit: str | None, period: str | None
) -> None:
    assert annual(amount, unit, period) is None


def test_zero_is_a_known_amount() -> None:
    assert annual(0, "t", "year") == Annual(0.0, "t")


def test_gas_is_not_mixed_with_other_volumes() -> None:
    assert annual(1000, "Sm3", "year", 0.9) == Annual(1000.0, "Sm3")


def test_tonnes_of_energy_or_of_an_unknown_density_are_unknown() -> None:
    assert tonnes(Annual(5.0, "MWh"), 0.9) is None
    assert tonnes(Annual(5.0, "m3")) is None
    assert tonnes(None) is None


def test_working_days_are_fewer_than_days() -> None:
    assert times_a_year("day") == 365
    assert times_a_year("workday") == 300


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("kampanyada gunde 60 ton", "day"), ("günde 60 ton, sezonda", "day"), ("60 t/gün (kampanya boyunca)", "day"),
        ("yazın ayda 60 ton", "month"), ("60 t a week in season", "week"),
    ],
)  # fmt: skip
def test_a_daily_amount_of_a_season_is_no_amount_of_a_season_nor_of_all_year(typed: str, period: str) -> None:
    read = parse_quantity(typed)
    assert (read.amount, read.unit, read.period, read.in_season) == (60.0, "t", period, True)
    assert read.within(()).period is None
    assert read.within((11, 12)).period == period


@pytest.mark.parametrize("typed", ["sezonda 1.900 t", "kampanya boyunca 1.900 ton", "1.900 t/sezon"])
def test_the_amount_of_a_whole_season_is_that_of_a_year(typed: str) -> None:
    read = parse_quantity(typed, "tr").within(())
    assert annual(read.amount, read.unit, read.period) == Annual(1900.0, "t")
