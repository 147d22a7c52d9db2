"""Typed access to st.session_state: the only place that names its keys."""

from typing import Any

import streamlit as st

from core.domain.choices import Role
from core.domain.model import LOCAL, User
from core.i18n import LANGUAGES, PSEUDO, Translator, translator

_LANGUAGE = "language"
_ROLE = "role"
_LOCAL = "local"
_ACTING = "acting"
LOCAL_USER = LOCAL
DEMO_USERS = {
    Role.ADVISOR: User("demo-advisor", "Demo", Role.ADVISOR),
    Role.MANAGER: User("demo-manager", "Demo", Role.MANAGER),
    Role.PARTICIPANT: User("demo-participant", "Demo", Role.PARTICIPANT),
    Role.ADMINISTRATOR: User("demo-administrator", "Demo", Role.ADMINISTRATOR),
}


def language() -> str:
    """Return the session's language: chosen once, else the browser's, else Turkish."""
    if _LANGUAGE not in st.session_state:
        asked = st.query_params.get("lang") or (st.context.locale or "tr")[:2]
        st.session_state[_LANGUAGE] = asked if asked in (*LANGUAGES, PSEUDO) else "tr"
    return str(st.session_state[_LANGUAGE])


def set_language(code: str) -> None:
    """Keep the language for the rest of the session."""
    st.session_state[_LANGUAGE] = code


def translator_of_session() -> Translator:
    """Return the translator of the session's language."""
    return translator(language())


def user() -> User:
    """Return who acts."""
    if st.session_state.get(_LOCAL):
        acting: User | None = st.session_state.get(_ACTING)
        return acting or LOCAL_USER
    return DEMO_USERS[Role(st.session_state.get(_ROLE, Role.ADVISOR.value))]


def role() -> Role:
    """Return the role of who acts."""
    return user().role


def set_local(is_local: bool) -> None:
    """Say whether the user sits at the machine that serves real data, instead of trying the demo's roles."""
    st.session_state[_LOCAL] = is_local


def act_as(acting: User | None) -> None:
    """Say who sits at the machine that serves real data, by account; None: whoever it is, as administrator."""
    st.session_state[_ACTING] = acting


def set_role(chosen: Role) -> None:
    """Take on a role; only the demo mode offers it."""
    st.session_state[_ROLE] = chosen.value


def get(key: str, default: Any = None) -> Any:
    """Return a value that a page keeps under its own prefix ("visit.step")."""
    return st.session_state.get(key, default)


def put(key: str, value: Any) -> None:
    """Keep a value of a page under its own prefix."""
    st.session_state[key] = value


def once(key: str) -> bool:
    """Return True the first time that this session asks for `key`, then False."""
    first = key not in st.session_state
    st.session_state[key] = True
    return first


def forget(*prefixes: str) -> None:
    """Drop every key that begins with one of the prefixes: a page's own state after its work is saved."""
    for key in [key for key in st.session_state if str(key).startswith(prefixes)]:
        del st.session_state[key]
