"""The exports and the backup on the page “Data exchange”. Files are made when somebody asks for them, not before."""

import streamlit as st

from core.i18n import Translator
from core.i18n import marked as m
from core.services import backing_up, exporting
from core.services.exporting import ExportTable, FileFormat
from pages.shared import cache, clock, session

_TABLES = {
    ExportTable.FIRMS: m("Firms"),
    ExportTable.SITES: m("Sites"),
    ExportTable.RESOURCES: m("Resources"),
    ExportTable.SYNERGIES: m("Synergies"),
    ExportTable.PARTIES: m("Further firms of synergies"),
    ExportTable.IMPACT: m("Impact entries"),
    ExportTable.APPLICATIONS: m("Support applications"),
    ExportTable.MEETINGS: m("Meetings"),
    ExportTable.TRAININGS: m("Trainings"),
    ExportTable.ZONE_TARGETS: m("Targets of zones"),
    ExportTable.REQUESTS: m("Requests to experts"),
    ExportTable.RESEARCH: m("Projects and doctoral topics"),
}
_FORMATS = {
    FileFormat.XLSX: "XLSX",
    FileFormat.CSV: "CSV",
    FileFormat.PARQUET: "Parquet",
    FileFormat.GEOJSON: "GeoJSON",
}


def tables(t: Translator) -> None:
    """Draw the choice of a table and a format, and the download."""
    if cache.firms().empty:
        st.info(
            t("There is nothing to export yet. Import a list, or begin with a visit."), icon=":material/flag:"
        )
        return
    options = list(_TABLES)
    table = st.selectbox(
        t("Table"),
        options,
        index=options.index(ExportTable.RESOURCES),
        format_func=lambda one: t(_TABLES[one]),
        key="exchange_table",
        width=360,
    )
    placed = table not in exporting.NOWHERE
    file_format = st.segmented_control(
        t("File"), [one for one in _FORMATS if placed or one is not FileFormat.GEOJSON],
        format_func=_FORMATS.__getitem__, default=FileFormat.XLSX, required=True,
        key="exchange_format" if placed else "exchange_format_nowhere",
    )  # fmt: skip
    database, user = cache.database(), session.user()
    st.download_button(
        t("Download the table"),
        lambda: exporting.file(database, user, table, file_format, now=clock.now()),
        file_name=f"{table}.{file_format}",
        type="primary",
        icon=":material/download:",
        on_click="ignore",
        key="exchange_download",
    )
    st.caption(
        t(
            "Contacts, experts, notes and the numbers of persons are not exported. Texts that look like formulas stay "
            "texts."
        )
    )


def filled_form(t: Translator) -> None:
    """Draw the download of the register in the form that an import reads."""
    if cache.firms().empty:
        return
    st.subheader(t("Edit many cards in a spreadsheet"))
    st.markdown(t("Download the filled-in form, change what you like, and bring it back on “Import”."))
    database, user = cache.database(), session.user()
    st.download_button(
        t("Filled-in form (XLSX)"),
        lambda: exporting.form(database, user, t, now=clock.now()),
        file_name=t("form.xlsx"),
        icon=":material/download:",
        on_click="ignore",
        key="exchange_filled_form",
    )


def everything(t: Translator) -> None:
    """Draw the download of every table in every format."""
    st.subheader(t("Everything at once"))
    database, user = cache.database(), session.user()
    st.download_button(
        t("All tables in all formats (ZIP)"),
        lambda: exporting.archive(database, user, now=clock.now()),
        file_name=f"simbiyoz-{clock.today():%Y-%m-%d}.zip",
        mime="application/zip",
        icon=":material/folder_zip:",
        on_click="ignore",
        key="exchange_everything",
    )


def backup(t: Translator) -> None:
    """Draw the download of a copy of the database, and how it is restored."""
    st.markdown(
        t("A copy of the whole database as it is at this moment. Others can go on working meanwhile.")
    )
    database, user = cache.database(), session.user()
    st.download_button(
        t("Download a copy"),
        lambda: backing_up.content(database, user, now=clock.now()),
        file_name=f"simbiyoz-{clock.today():%Y-%m-%d}.duckdb",
        mime="application/octet-stream",
        type="primary",
        icon=":material/database:",
        on_click="ignore",
        key="exchange_backup",
    )
    st.markdown(
        t(
            "To restore it: stop the application, put the copy in the place of the database file, and start it again."
        )
    )
    st.warning(
        t("The copy holds personal data. Keep it as safely as the original, and delete it in time."),
        icon=":material/shield_lock:",
    )
