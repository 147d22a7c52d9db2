"""`takers` and `wastecodes` on the command line."""

from pathlib import Path

import pytest

from core.__main__ import main


def test_takers_names_divisions_for_haves_only(tmp_path: Path) -> None:
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text("id,direction,name\na,have,çelik hurdası\nb,want,kül\n", encoding="utf-8")
    assert main(["takers", str(source), "--top", "2", "--out", str(out)]) == 0
    lines = out.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "id,rank,nace,confidence"
    assert [line.split(",")[:2] for line in lines[1:]] == [["a", "1"], ["a", "2"]]


def test_wastecodes_needs_id_and_name_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text("id,name,activity\na,used cooking oil,restaurant\n", encoding="utf-8")
    assert main(["wastecodes", str(source), "--top", "1", "--out", str(out)]) == 0
    assert out.read_text(encoding="utf-8").splitlines()[1].startswith("a,1,200126,")
    assert main(["wastecodes", str(source), "--top", "0"]) != 0
    source.write_text("id\na\n", encoding="utf-8")
    assert main(["wastecodes", str(source)]) != 0
    assert "name" in capsys.readouterr().err
