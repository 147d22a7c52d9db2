"""The contract of `python -m core suggest`: its input, its output, and its one-sentence errors."""

import csv
import io
from pathlib import Path

import pytest

from core.__main__ import main
from core.domain.matching.scoring import PARTS

HEADER = "id,direction,name,description,firm,activity,nace,kind,waste_code,quantity,unit,period,lat,lon\n"
ROWS = (
    "h1,have,Çelik hurdası,,A,makine imalatı, 28.11 ,material,12 01 01,20,ton,ay,38.4,27.1\n"
    "h2,have,Odun külü,,B,,,,10 01 03*,,,,,\n"
    "w1,want,celik hurdalari,,C,dökümhane,2451,,120101,300,t,yıl,38.5,27.2\n"
    "w2,want,Kül (uçucu kül),,D,,,,,,,,,\n"
    "w3,want,tercüman,,E,,,,,,,,,\n"
)


def _run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["suggest", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "cards.csv"
    path.write_text(HEADER + ROWS, encoding="utf-8")
    return path


def test_every_pair_stands_in_both_directions_with_one_score(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = _run(capsys, str(file), "--top", "all")
    rows = _rows(out)
    assert (code, err) == (0, "")
    assert list(rows[0]) == ["resource_id", "rank", "counterpart_id", "score", *PARTS]
    scores = {(row["resource_id"], row["counterpart_id"]): row["score"] for row in rows}
    assert len(scores) == len(rows) > 0
    assert all(scores[other, own] == score for (own, other), score in scores.items())
    assert all(own[0] != other[0] for own, other in scores)


def test_the_parts_add_up_to_the_score_of_six_digits_and_more(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for row in _rows(_run(capsys, str(file), "--top", "all")[1]):
        assert sum(float(row[part]) for part in PARTS) == pytest.approx(float(row["score"]), abs=1e-8)
        assert len(row["score"].replace("0.", "").lstrip("0")) >= 6


def test_ranks_begin_at_one_and_scores_fall(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = _rows(_run(capsys, str(file), "--top", "all")[1])
    for own in {row["resource_id"] for row in rows}:
        mine = [row for row in rows if row["resource_id"] == own]
        assert [int(row["rank"]) for row in mine] == list(range(1, len(mine) + 1))
        assert [float(row["score"]) for row in mine] == sorted(
            (float(row["score"]) for row in mine), reverse=True
        )


def test_a_pair_with_nothing_in_common_is_not_listed(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = _rows(_run(capsys, str(file), "--top", "all")[1])
    assert "w3" not in {row["resource_id"] for row in rows}


def test_top_limits_each_card(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = _rows(_run(capsys, str(file), "--top", "1")[1])
    assert {row["rank"] for row in rows} == {"1"}
    assert len({row["resource_id"] for row in rows}) == len(rows)


def test_out_writes_the_same_table_to_a_file(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.csv"
    _, shown, _ = _run(capsys, str(file))
    assert _run(capsys, str(file), "--out", str(out)) == (0, "", "")
    assert out.read_text(encoding="utf-8") == shown


@pytest.mark.parametrize(
    ("encoding", "separator"),
    [("utf-8", ","), ("utf-8-sig", ";"), ("cp1254", ";"), ("cp1254", ","), ("utf-16", "\t")],
)
def test_encodings_and_separators_make_no_difference(
    file: Path, tmp_path: Path, encoding: str, separator: str, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.csv"
    other.write_bytes((HEADER + ROWS).replace(",", separator).encode(encoding))
    assert _run(capsys, str(other))[1] == _run(capsys, str(file))[1]


def test_blanks_dots_and_stars_in_codes_make_no_difference(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.csv"
    text = (
        (HEADER + ROWS)
        .replace("12 01 01", " 120101* ")
        .replace(" 28.11 ", "2811")
        .replace("10 01 03*", "10.01.03")
    )
    other.write_text(text, encoding="utf-8")
    assert _run(capsys, str(other))[1] == _run(capsys, str(file))[1]


def test_turkish_directions_and_headings_are_understood(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "t.csv"
    path.write_text("ID;Yön;Ad;Atık kodu\n1;Verilen;cam kırığı;\n2;ARANAN;cam kırıkları;\n", encoding="utf-8")
    assert [row["counterpart_id"] for row in _rows(_run(capsys, str(path))[1])] == ["2", "1"]


def test_only_three_columns_are_needed_and_ids_stay_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "t.csv"
    path.write_text("id,direction,name\n007,have,cam\n1e3,want,cam\n", encoding="utf-8")
    assert [row["counterpart_id"] for row in _rows(_run(capsys, str(path))[1])] == ["1e3", "007"]


def test_a_file_without_cards_gives_the_heading_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "t.csv"
    path.write_text("id,direction,name\n", encoding="utf-8")
    assert (
        _run(capsys, str(path))[1]
        == ",".join(["resource_id", "rank", "counterpart_id", "score", *PARTS]) + "\n"
    )


BAD = [
    ("id,name\n1,x\n", "direction"),
    ("", "id, direction, name"),
    ("id,direction,name\n1,maybe,x\n", "maybe"),
    ("id,direction,name\n1,have,x\n1,want,y\n", "“1”"),
    ("id,direction,name\n1,have,\n", "name"),
    ("id,direction,name\n,have,x\n", "id"),
    ("id,direction,name\n1,have,a,b\n", "4"),
]


@pytest.mark.parametrize(("content", "told"), BAD)
@pytest.mark.parametrize("language", ["tr", "en"])
def test_a_bad_file_ends_with_one_sentence(
    content: str, told: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("SIMBIYOZ_LANGUAGE", language)
    path = tmp_path / "bad.csv"
    path.write_text(content, encoding="utf-8")
    code, out, err = _run(capsys, str(path))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert told in err
    assert any(letter in err for letter in "ışğüöç") is (language == "tr")


def test_cells_that_nothing_could_be_made_of_are_told_and_count_as_unknown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SIMBIYOZ_LANGUAGE", "en")
    path = tmp_path / "cards.csv"
    path.write_text(
        "id,direction,name,nace,lat,lon\n1,have,cam kırığı,zzz,95,27\n2,want,cam kırığı,23.13,,\n",
        encoding="utf-8",
    )

    assert main(["suggest", str(path)]) == 0
    said = capsys.readouterr()
    assert said.err == (
        "Cells that were not understood and count as unknown: 3; the first in line 2, column “nace”: “zzz”.\n"
    )
    assert said.out.count("\n") == 3

    path.write_text("id,direction,name\n1,have,cam kırığı\n2,want,cam kırığı\n", encoding="utf-8")
    assert main(["suggest", str(path)]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04rest",
        "id,direction,name\n1,have,x\n".encode("utf-16-le"),
        b"id,direction,name\n1,have,\xff\x81\n",
    ],
)
def test_a_file_that_is_no_text_is_refused(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    code, out, err = _run(capsys, str(path))
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_a_missing_file_a_folder_and_a_wrong_top_are_refused(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "none.csv"
    assert _run(capsys, str(missing))[0] == 2
    assert _run(capsys, str(tmp_path))[0] == 2
    assert _run(capsys, str(file), "--top", "0")[0] == 2
    assert _run(capsys, str(file), "--top", "ten")[0] == 2
    assert _run(capsys, str(file), "--out", str(tmp_path / "no" / "out.csv"))[0] == 2
