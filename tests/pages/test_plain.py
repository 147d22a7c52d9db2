"""What people typed stays text inside Markdown. That a browser shows it so, the browser tests see."""

import pytest

from pages.shared.text import plain


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("**kül** _toz_ `kod`", r"\*\*kül\*\* \_toz\_ \`kod\`"),
        ("<img src=x onerror=alert(1)>", r"\<img src\=x onerror\=alert\(1\)\>"),
        ("[a](javascript:b)", r"\[a\]\(javascript\:b\)"),
        (":red[k] $x$", r"\:red\[k\] \$x\$"),
        ("# baş\n- madde", "\\# baş  \n\\- madde"),
        ("    kod", "kod"),
        (12, "12"),
        (None, ""),
    ],
)
def test_every_mark_is_escaped(typed: object, expected: str) -> None:
    assert plain(typed) == expected


@pytest.mark.parametrize(
    "typed", [":material/home:", "www.a.com", "https://a.com", "a@b.com", "a -> b", ":tada:"]
)
def test_icons_addresses_and_arrows_are_broken_by_a_sign_without_width(typed: str) -> None:
    assert "\u2060" in plain(typed)
    assert plain(typed).replace("\u2060", "").replace("\\", "") == typed
