"""Links to people: right for telephones, mail programs and WhatsApp, the text in the reader's language."""

from urllib.parse import parse_qs, urlsplit

from core.domain.register import phones
from core.i18n import translator
from core.views import contact_links

PHONE = phones.read("0532 123 45 67")


def test_a_call_takes_the_international_number() -> None:
    assert PHONE is not None
    assert contact_links.call(PHONE) == "tel:+905321234567"


def test_whatsapp_takes_digits_and_the_text_comes_back_whole() -> None:
    assert PHONE is not None
    said = contact_links.message("Ayşe Işık", "salça posası & küspe", "Deniz", translator("tr"))

    link = urlsplit(contact_links.whatsapp(PHONE, said))

    assert (link.scheme, link.netloc, link.path) == ("https", "wa.me", "/905321234567")
    assert parse_qs(link.query)["text"] == [said]
    assert said.startswith("Sayın Ayşe Işık,\n\n“salça posası & küspe”")


def test_a_mail_has_subject_and_text_with_the_line_ends_of_mail() -> None:
    link = contact_links.mail(" ayse@ornek.example ", "Konu: ığüş", "Bir\nİki & üç")

    assert link.startswith("mailto:ayse@ornek.example?subject=Konu%3A%20")
    found = parse_qs(urlsplit(link).query)
    assert found == {"subject": ["Konu: ığüş"], "body": ["Bir\r\nİki & üç"]}
    assert "+" not in link.split("?")[1]  # mail programs show a plus as a plus


def test_an_address_cannot_smuggle_further_fields_in() -> None:
    link = contact_links.mail("a@b.example?bcc=x@y.example", "s", "t")

    assert set(parse_qs(urlsplit(link).query)) == {"subject", "body"}
