"""Who mostly takes what."""

from core.domain.knowledge.concepts import concept_base
from core.domain.knowledge.practice import takers_of

CODES = ("23", "2351", "2361", "24", "2443")


def test_a_class_that_is_named_stands_alone_and_a_division_speaks_for_its_classes() -> None:
    fly_ash, lead_slag = (takers_of(CODES)[concept_base().row_of[name]] for name in ("fly_ash", "lead_slag"))
    assert fly_ash[CODES.index("2351")] > fly_ash[CODES.index("2361")] > fly_ash[CODES.index("2443")] == 0
    assert lead_slag[CODES.index("2443")] > 0
    divisions = takers_of(("01", "0113"))[concept_base().row_of["digestate"]]
    assert divisions[1] == 0.8 * divisions[0] > 0


def test_what_has_no_line_is_taken_like_what_it_is_a_sort_of() -> None:
    base, usual = concept_base(), takers_of(CODES)
    resin, polyester = (base.row_of[name] for name in ("synthetic_resin", "polyester_resin"))
    assert usual[polyester].argmax() == usual[resin].argmax()
    assert usual[polyester].max() > 0
