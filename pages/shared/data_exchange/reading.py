"""The import on the page “Data exchange”: the form to download, the upload, what is wrong in it, the import itself."""

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from core.domain.exchange import report, writing
from core.domain.exchange.plan import Plan
from core.domain.exchange.spreadsheet import LARGEST_FILE_MB
from core.domain.numbers import format_number
from core.errors import AmbiguousDateError, AmbiguousNumberError, FileTooLargeError, SimbiyozError
from core.i18n import Translator
from core.services import importing
from core.services.importing import ImportPreview
from pages.shared import cache, clock, session, tables
from pages.shared.text import plain

_RESULT, _ROUND, _PREVIEW = "exchange.result", "exchange.round", "exchange.preview"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def form(t: Translator) -> None:
    """Draw the empty form to download and, one click away, how it is filled in."""
    st.markdown(t("Fill in the form in a spreadsheet, one row a resource, and bring it back here."))
    with st.container(horizontal=True):
        st.download_button(
            t("Form for Excel (XLSX)"),
            lambda: writing.template_xlsx(t),
            file_name=t("form.xlsx"),
            mime=_XLSX,
            icon=":material/download:",
            on_click="ignore",
            key="exchange_form_xlsx",
        )
        st.download_button(
            t("Form as CSV"),
            lambda: writing.template_csv(t),
            file_name=t("form.csv"),
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
            key="exchange_form_csv",
        )
    with st.expander(t("How the form is filled in"), icon=":material/help:"):
        st.markdown("\n".join(f"- {plain(rule)}" for rule in writing.rules(t)))


def upload(t: Translator) -> UploadedFile | None:
    """Draw the upload and return its file; another one is drawn after each import."""
    return st.file_uploader(
        t("Your spreadsheet (XLSX or CSV, at most {limit} MB)", limit=LARGEST_FILE_MB),
        type=["xlsx", "xlsm", "csv", "txt"],
        max_upload_size=LARGEST_FILE_MB,
        key=f"exchange_upload_{session.get(_ROUND, 0)}",
    )


def check(uploaded: UploadedFile, t: Translator) -> None:
    """Show what the file would do and all that is wrong in it; import what is right on request."""
    try:
        found = _preview(uploaded, t)
    except SimbiyozError as error:
        st.error(plain(error.text(t)), icon=":material/error:")
        return
    st.subheader(t("What would happen"))
    st.dataframe(report.counts(found.plan, t), hide_index=True, width="content", alt=t("What would happen"))
    if found.table.unknown:
        names = ", ".join(plain(name) for name in found.table.unknown[:20])
        st.caption(t("These columns are none of the form's and are passed over: {names}", names=names))
    _import(found, t)
    _findings(found, t)
    with st.expander(t("New and changed records"), icon=":material/difference:"):
        tables.draw(report.changes(found.plan, t), t("New and changed records"))


def last_result(t: Translator) -> None:
    """Say what the last import did, until the next file comes."""
    done = session.get(_RESULT)
    if done is not None:
        st.success(
            t("{count} records were written.", count=format_number(done.writes, t.language)),
            icon=":material/check_circle:",
        )
        st.dataframe(report.counts(done, t), hide_index=True, width="content", alt=t("What was imported"))
        if done.findings:
            _findings_table(done, t)


def _preview(uploaded: UploadedFile, t: Translator) -> ImportPreview:
    """Return the preview of the file, computed anew only where the file, its reading or the register has changed."""
    if uploaded.size > LARGEST_FILE_MB * 1024 * 1024:
        raise FileTooLargeError(path=uploaded.name, limit=LARGEST_FILE_MB)
    kept = session.get(_PREVIEW)
    if kept is not None and kept[0][0] != uploaded.file_id:
        session.forget("exchange_numbers", "exchange_dates")  # what was said of another file
    numbers, dates = session.get("exchange_numbers"), session.get("exchange_dates")
    key = (uploaded.file_id, numbers, dates, cache.database().version, session.role())
    if kept is None or kept[0] != key:
        with st.spinner(t("Reading the file …")):
            found = importing.preview(
                cache.database(),
                session.user(),
                uploaded.getvalue(),
                uploaded.name,
                numbers=numbers,
                dates=dates,
            )
        kept = (key, found)
        session.put(_PREVIEW, kept)
    preview: ImportPreview = kept[1]
    return preview


def _import(found: ImportPreview, t: Translator) -> None:
    count = format_number(found.plan.writes, t.language)
    if found.plan.writes == 0:
        st.info(t("Nothing to import: the register says all this already."), icon=":material/done_all:")
        return
    if not st.button(
        t("Import {count} records", count=count),
        type="primary",
        icon=":material/upload:",
        key="exchange_import",
    ):
        return
    bar = st.progress(0.0, text=t("Importing …"))

    def progress(done: int, total: int) -> None:
        said = t(
            "{done} of {total} records",
            done=format_number(done, t.language),
            total=format_number(total, t.language),
        )
        bar.progress(done / total, text=said)

    result = importing.apply(cache.database(), session.user(), found, now=clock.now(), progress=progress)
    session.forget(_PREVIEW)
    session.put(_RESULT, result.plan)
    session.put(_ROUND, session.get(_ROUND, 0) + 1)
    st.toast(t("{count} records were written.", count=count), icon=":material/check_circle:")
    st.rerun()


def _findings(found: ImportPreview, t: Translator) -> None:
    errors = [one.error for one in found.plan.findings]
    asked = session.get("exchange_numbers") or session.get("exchange_dates")
    if asked or any(isinstance(error, (AmbiguousNumberError, AmbiguousDateError)) for error in errors):
        _ask_manner(t)
    if not errors:
        st.success(t("Everything in the file could be read."), icon=":material/check:")
        return
    _findings_table(found.plan, t)
    st.caption(t("You may import now and mend the file later: it can be imported again."))


def _findings_table(plan: Plan, t: Translator) -> None:
    st.subheader(t("To look at: {count}", count=format_number(len(plan.findings), t.language)))
    table = report.findings(plan, t)
    st.dataframe(
        table,
        hide_index=True,
        column_config=tables.fitted(table, most=400, breaks=True),
        row_height=tables.HIGH,
        alt=t("What is wrong in the file"),
    )


def _ask_manner(t: Translator) -> None:
    st.warning(t("Some numbers or dates can be read in two ways. How are they written in this file?"))
    with st.container(horizontal=True):
        st.segmented_control(
            t("Numbers"),
            ["tr", "en"],
            format_func={"tr": "1.234,56", "en": "1,234.56"}.__getitem__,
            key="exchange_numbers",
        )
        orders = {"dmy": t("day first"), "mdy": t("month first")}
        st.segmented_control(t("Dates"), ["dmy", "mdy"], format_func=orders.__getitem__, key="exchange_dates")
