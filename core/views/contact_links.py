"""Links that begin a call, a mail or a WhatsApp message to a person at a firm, the text ready in the reader's language.

The text names no other firm and no next action: those are the programme's own until it says them itself.
"""

from urllib.parse import quote

from core.domain.register.phones import Phone
from core.i18n import Translate


def call(phone: Phone) -> str:
    """Return the address that calls a number."""
    return f"tel:{phone.e164}"


def whatsapp(phone: Phone, text: str) -> str:
    """Return the address that opens a chat with a text in it; WhatsApp wants the digits alone."""
    return f"https://wa.me/{phone.e164.removeprefix('+')}?text={quote(text)}"


def mail(address: str, subject: str, text: str) -> str:
    """Return the address that begins a mail with subject and text; lines end as mail wants them (RFC 6068)."""
    body = quote(text.replace("\n", "\r\n"))
    return f"mailto:{quote(address.strip(), safe='@+.')}?subject={quote(subject)}&body={body}"


def message(name: str, resource: str, sender: str, t: Translate) -> str:
    """Return a short message that asks for a talk; `resource` is what it is about, in the words of the card."""
    return t(
        "Dear {name},\n\nI am writing about “{resource}” and a possible cooperation. "
        "When would it suit you to talk?\n\nKind regards\n{sender}",
        name=name,
        resource=resource,
        sender=sender,
    )


def subject(resource: str, t: Translate) -> str:
    """Return the subject of a mail about a resource."""
    return t("Industrial symbiosis: {resource}", resource=resource)
