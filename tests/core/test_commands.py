"""The command line: what each command says and writes, and one sentence with exit code 2 where something is wrong."""

import subprocess
import sys
from pathlib import Path

import pytest

from core import config
from core.__main__ import main
from core.commands import commands
from core.domain.model import SYSTEM
from core.services import users
from core.storage.database import open_database


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMBIYOZ_LANGUAGE", "en")


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty real database that the environment names."""
    path = tmp_path / "real.duckdb"
    monkeypatch.setenv("SIMBIYOZ_DATABASE", str(path))
    assert main(["init", "--region", "izmir"]) == 0
    return path


def test_init_makes_the_file_that_it_is_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "new.duckdb"
    assert main(["init", "--region", "izmir", str(path)]) == 0
    assert path.exists()
    said = f"The database “{path}” is ready.\nIt has no account yet. Add the first on the page “Administration”.\n"
    assert capsys.readouterr().out == said


def test_init_refuses_an_existing_file(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "--sample", str(database)]) == 2
    assert capsys.readouterr().err == f"“{database}” exists already and is left untouched.\n"


def test_init_refuses_a_region_that_it_does_not_know(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", "--region", "atlantis", str(tmp_path / "x.duckdb")]) == 2
    assert capsys.readouterr().err == "“atlantis” is not one of the choices.\n"


def test_init_wants_to_know_which_of_the_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["init"])
    assert ended.value.code == 2


def test_import_shows_everything_and_writes_only_when_told(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "list.csv"
    file.write_text(
        "Firma;İlçe;Yön;Kaynak;Miktar\nEge Boya;Atlantis;have;Çamur;1.200 kg/gün\n", encoding="utf-8"
    )
    assert main(["import", str(file)]) == 0
    shown = capsys.readouterr().out
    assert "2\tDistrict\tAtlantis\t“Atlantis” is not a district of the region.\t[Value left out]" in shown
    assert "can be read in two ways" in shown
    assert "Nothing was written." in shown
    assert main(["import", str(file), "--apply", "--numbers", "tr"]) == 0
    told = capsys.readouterr().out
    assert "two ways" not in told
    assert "3 records were written." in told
    assert main(["import", str(file), "--apply"]) == 0
    assert "0 records were written." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["import", "nowhere.csv"], "The file “nowhere.csv” cannot be opened."),
        (["import", "pyproject.toml"], "These columns are missing: Firma / Firm."),
        (["backup", "pyproject.toml"], "“pyproject.toml” exists already and is left untouched."),
        (["export", "pyproject.toml"], "The file “pyproject.toml” cannot be written."),
    ],
)
def test_what_is_wrong_is_one_sentence(
    database: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    sentence: str,
) -> None:
    monkeypatch.chdir(config.ROOT)
    capsys.readouterr()
    assert main(arguments) == 2
    assert capsys.readouterr().err == sentence + "\n"


@pytest.mark.parametrize(
    "command", [["export", "out"], ["backup", "out.duckdb"], ["check"], ["import", "x.csv"]]
)
def test_a_database_that_is_not_there_is_one_sentence(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.csv").write_text("Firma\nEge\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SIMBIYOZ_DATABASE", "none.duckdb")
    assert main(command) == 2
    expected = "There is no database at “none.duckdb”. Make one with: python -m core init\n"
    assert capsys.readouterr().err == expected


@pytest.mark.parametrize("command", [["export", "out"], ["backup", "out.duckdb"], ["check"]])
def test_a_database_that_the_application_holds_is_one_sentence_without_a_trace(
    database: Path, tmp_path: Path, command: list[str]
) -> None:
    holding = (
        "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.readline()"
    )
    environment = {
        "SIMBIYOZ_DATABASE": str(database),
        "SIMBIYOZ_LANGUAGE": "tr",
        "PYTHONPATH": str(config.ROOT),
    }
    with subprocess.Popen(
        [sys.executable, "-c", holding, str(database)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        done = subprocess.run(
            [sys.executable, "-m", "core", *command],
            cwd=tmp_path, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        holder.communicate("\n")
    assert done.returncode == 2
    assert done.stderr == (
        "Veritabanı şu anda çalışan uygulama tarafından kullanılıyor. Bu iş için “Veri alışverişi” "
        "ve “Yönetim” sayfalarını kullanın ya da önce uygulamayı durdurun.\n"
    )


def test_export_names_its_files(database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(tmp_path / "out")]) == 0
    lines = capsys.readouterr().out.splitlines()
    places = 3  # firms' sites, cards and synergies also as GeoJSON
    assert len(list((tmp_path / "out").iterdir())) == 12 * 3 + places
    assert lines[0] == str(tmp_path / "out" / "firms.csv")


def test_a_backup_can_be_served_in_place_of_the_database(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.duckdb"
    assert main(["backup", str(copy)]) == 0
    monkeypatch.setenv("SIMBIYOZ_DATABASE", str(copy))
    assert main(["check"]) == 0


def test_check_reports_and_ends_with_1_where_there_are_faults(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from core.storage.database import open_database

    capsys.readouterr()
    assert main(["check"]) == 0
    assert "Names a record that is not there: 0" in capsys.readouterr().out
    opened = open_database(database)
    with opened.writing() as cursor:
        cursor.raw.execute("INSERT INTO site_nace VALUES ('gone', '10.41', '2', true)")
    opened.close()
    assert main(["check"]) == 1
    assert "site_nace gone  site_id: gone" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["firm", "F", "--out", "x.doc"], "“x.doc” is neither a PDF nor an XLSX file."),
        (["firm", "--out", "x.pdf"], "Say which firm or synergy: its id or its exact name."),
        (
            ["firm", "Yok A.Ş.", "--out", "x.pdf"],
            "“Yok A.Ş.” is neither the id nor the exact name of a record",
        ),
    ],
)
def test_what_is_wrong_with_a_report_is_one_sentence(
    database: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    capsys.readouterr()
    assert main(["report", *arguments]) == 2
    assert capsys.readouterr().err.startswith(sentence)


def test_a_firms_report_is_written_by_its_name_in_either_language(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "firms.csv"
    table.write_text("Firma,Kaynak adı,Verir/Arar,İlçe\nŞule Döküm,kum,Verir,Bornova\n", encoding="utf-8")
    assert main(["import", str(table), "--apply"]) == 0
    for name, head in (("r.pdf", b"%PDF"), ("r.xlsx", b"PK")):
        out = tmp_path / name
        assert main(["report", "firm", "Şule Döküm", "--out", str(out), "--language", "tr", "--outside"]) == 0
        assert out.read_bytes().startswith(head)
        assert capsys.readouterr().out.endswith(f"The report is in “{out}”.\n")


def test_the_programmes_report_takes_a_period_and_no_id(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "p.xlsx")
    assert main(["report", "programme", "--from", "01.01.2026", "--to", "2026-03-31", "--out", out]) == 0
    capsys.readouterr()
    for wrong, sentence in (
        (["programme", "F1"], "“F1”: the programme's report takes no id."),
        (["programme", "--from", "2026-05-01", "--to", "2026-04-01"], "The end lies before the beginning."),
        (["firm", "F1", "--to", "2026-04-01"], "A firm's or synergy's report has no period"),
    ):
        assert main(["report", *wrong, "--out", out]) == 2
        assert capsys.readouterr().err.startswith(sentence)


def test_a_held_database_names_the_pages_that_give_the_same_report(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    holding = (
        "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print(1, flush=True); sys.stdin.readline()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holding, str(database)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        capsys.readouterr()
        assert main(["report", "programme", "--out", str(tmp_path / "p.pdf")]) == 2
        holder.communicate("\n")
    assert "“Impact” the programme's" in capsys.readouterr().err


def test_init_enters_the_first_administrator(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "real.duckdb"
    assert main(["init", "--region", "izmir", "--administrator", "Ayşe Demir", str(path)]) == 0
    opened = open_database(path)
    (row,) = users.table(opened, SYSTEM).to_dict("records")
    opened.close()
    assert (row["name"], row["role"]) == ("Ayşe Demir", "administrator")
    assert "no account" not in capsys.readouterr().out

    assert main(["init", "--sample", "--administrator", "Ayşe", str(tmp_path / "sample.duckdb")]) == 2
    assert not (tmp_path / "sample.duckdb").exists()


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["suggest"], "Eksik: FILE.csv. Kullanımı: python -m core suggest -h\n"),
        (["suggest", "a.csv", "--topp", "3"], "Anlaşılmadı: --topp 3. Kullanımı: python -m core -h\n"),
        (["öner"], "Anlaşılmadı: öner. Kullanımı: python -m core -h\n"),
        (
            ["suggest", "a.csv", "--top"],
            "Şundan sonra bir değer eksik: --top. Kullanımı: python -m core suggest -h\n",
        ),
    ],
)
def test_a_call_that_is_not_understood_is_told_in_the_users_language(
    call: list[str], said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SIMBIYOZ_LANGUAGE", "tr")

    with pytest.raises(SystemExit) as ended:
        main(call)

    assert ended.value.code == 2
    assert capsys.readouterr().err.endswith(said)


def test_each_command_is_found_by_its_name_and_alone() -> None:
    names = [command.NAME for command in commands()]
    assert names == [
        "init",
        "import",
        "suggest",
        "takers",
        "wastecodes",
        "export",
        "report",
        "backup",
        "check",
        "evaluate",
    ]
    for name in names:
        assert [command.NAME for command in commands(name)] == [name]
    assert len(commands("no such command")) == len(names)


def test_suggesting_needs_neither_database_nor_drawing_nor_what_only_prepares_the_knowledge() -> None:
    asked = "import sys; from core.commands import commands; commands('suggest'); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=config.ROOT
    )
    assert not {"duckdb", "altair", "sklearn"}.intersection(loaded.stdout.split())
