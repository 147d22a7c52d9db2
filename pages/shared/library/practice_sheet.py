"""A good-practice sheet on the page: the sections that the paper has too, block by block."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from core.i18n import Translator
from core.views.reports import pdf
from core.views.reports.document import Block, Facts, Section, Table, Text, drawn
from pages.shared import tables
from pages.shared.text import plain


def draw(sections: Iterable[Section], t: Translator) -> None:
    """Draw the sections of a sheet."""
    for section in sections:
        st.markdown(f"##### {plain(section.title)}")
        for block in section.blocks:
            if drawn(block):
                _block(block, t)


def _block(block: Block, t: Translator) -> None:
    if isinstance(block, Text):
        st.markdown(plain(block.said))
    elif isinstance(block, Facts):
        lines = [f"{plain(one.name)}: **{plain(pdf.value(one, t.language))}**" for one in block.facts]
        st.markdown("  \n".join(lines))
    elif isinstance(block, Table):
        _table(block, t)


def _table(block: Table, t: Translator) -> None:
    if block.title:
        st.caption(plain(block.title))
    shown = [
        {
            column.heading: pdf.said(cell, t.language, column.decimals)
            for column, cell in zip(block.columns, row, strict=True)
        }
        for row in block.rows
    ]
    tables.draw(pd.DataFrame(shown), plain(block.title) or t("What it brought"))
    if block.note:
        st.caption(plain(block.note))
