"""The files of a synergy: PDF, photo or spreadsheet, what they show, and giving them back."""

from datetime import date
from functools import partial
from typing import Any

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from core.domain.labels import label
from core.domain.model import Synergy
from core.domain.numbers import format_date, format_number
from core.domain.synergies import documents
from core.domain.synergies.documents import ENDINGS, LIMIT_MB
from core.domain.synergies.following import DocumentKind
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services import filing
from pages.shared import cache, cache_accounts, clock, session, telling
from pages.shared.text import plain

_ROUND = "synergies.files_kept"
# As much as the server takes: what is over 10 is refused in our words, not by the widget's English ones.
_READ_MB = 20


def draw(synergy: Synergy, t: Translator) -> None:
    """Draw the files and the form for a new one."""
    found = filing.files(cache.database(), session.user(), synergy.synergy_id)
    if found.empty:
        st.caption(t("No file yet."))
    names = cache_accounts.names()
    for row in found.to_dict("records"):
        _file({str(name): value for name, value in row.items()}, names, t)
    with st.expander(
        t("Add a file"), icon=":material/upload_file:", expanded=found.empty, key="synergies_file_more"
    ):
        _form(synergy, t)


def _file(row: dict[str, Any], names: dict[str, str], t: Translator) -> None:
    file_id = str(row["synergy_file_id"])
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        facts = [label(DocumentKind(row["document_kind"]), t)]
        if row["document_on"] is not None and row["document_on"] == row["document_on"]:
            facts.append(format_date(row["document_on"], t.language))
        facts.append(t("{size} kB", size=format_number(max(row["size_bytes"] / 1000, 1), t.language, 0)))
        facts.append(names.get(row["added_by"], row["added_by"]))
        st.markdown(f"**{plain(row['name'])}**  \n:gray[{plain(' · '.join(facts))}]", width="stretch")
        st.download_button(
            t("Download"),
            data=partial(filing.content, cache.database(), session.user(), file_id),
            file_name=row["name"],
            mime=row["media_type"],
            icon=":material/download:",
            key=f"synergies_file_get_{file_id}",
            on_click="ignore",
        )
        with st.popover(t("Remove"), icon=":material/delete:", key=f"synergies_file_out_{file_id}"):
            st.markdown(t("The content is erased. That the file was there stays on record."))
            if st.button(t("Erase the file"), type="primary", key=f"synergies_file_erase_{file_id}"):
                _remove(file_id, int(row["row_version"]), t)


def _form(synergy: Synergy, t: Translator) -> None:
    """Draw the form; after each file another one, since the browser goes on showing what is only forgotten here."""
    key = f"synergies_file_{session.get(_ROUND, 0)}"
    given = st.file_uploader(
        t("PDF, photo (JPEG, PNG) or XLSX, up to {limit} MB", limit=LIMIT_MB),
        type=list(ENDINGS),
        max_upload_size=_READ_MB,
        key=f"{key}_given",
    )
    is_fit = given is not None and _is_fit(given, t)
    left, right = st.columns(2)
    kind = left.selectbox(
        t("What it is"),
        list(DocumentKind),
        index=None,
        format_func=lambda one: label(one, t),
        placeholder=t("Choose"),
        key=f"{key}_kind",
    )
    document_on = right.date_input(
        t("Day of the document"),
        value=None,
        max_value=clock.today(),
        format="DD.MM.YYYY",
        key=f"{key}_on",
    )
    ready = is_fit and kind is not None
    if st.button(t("Keep the file"), type="primary", key="synergies_file_add", disabled=not ready):
        _keep(synergy, given, DocumentKind(str(kind)), document_on, t)


def _is_fit(given: UploadedFile, t: Translator) -> bool:
    try:
        documents.look(given.name, given.getvalue())
    except SimbiyozError as error:
        telling.refusal(error, t)
        return False
    return True


def _keep(synergy: Synergy, given: Any, kind: DocumentKind, document_on: date | None, t: Translator) -> None:
    try:
        filing.add(
            cache.database(),
            session.user(),
            synergy.synergy_id,
            given.name,
            given.getvalue(),
            kind,
            file_id=clock.new_id(),
            document_on=document_on,
            now=clock.now(),
        )
    except SimbiyozError as error:
        telling.refusal(error, t)
        return
    session.put(_ROUND, session.get(_ROUND, 0) + 1)
    st.toast(t("“{name}” is kept.", name=plain(given.name)), icon=":material/check:")
    st.rerun()


def _remove(file_id: str, row_version: int, t: Translator) -> None:
    try:
        filing.retire(cache.database(), session.user(), file_id, row_version, now=clock.now())
    except SimbiyozError as error:
        telling.refusal(error, t)
        return
    st.toast(t("Erased."), icon=":material/check:")
    st.rerun()
