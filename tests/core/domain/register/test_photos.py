"""Pictures: made small and harmless, or refused."""

import io

import pytest
from PIL import Image

from core.domain.register import photos
from core.errors import UnreadablePhotoError


def picture(width: int, height: int, form: str = "JPEG", mode: str = "RGB", **more: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, (width, height)).save(out, form, **more)
    return out.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_what_phones_make_becomes_a_jpeg(form: str) -> None:
    photo = photos.encoded("r", picture(300, 200, form))
    with Image.open(io.BytesIO(photo.content)) as kept:
        assert (kept.format, kept.size) == ("JPEG", (300, 200))


def test_the_longer_side_is_at_most_1280_pixels() -> None:
    photo = photos.encoded("r", picture(1000, 4000))
    assert (photo.width, photo.height) == (320, 1280)


def test_a_picture_taken_upright_stays_upright_and_says_nothing_of_its_camera() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter
    exif[0x0110] = "Camera"
    photo = photos.encoded("r", picture(200, 100, exif=exif))
    assert (photo.width, photo.height) == (100, 200)
    with Image.open(io.BytesIO(photo.content)) as kept:
        assert dict(kept.getexif()) == {}


def test_transparent_pictures_lose_their_transparency() -> None:
    assert photos.encoded("r", picture(20, 20, "PNG", "RGBA")).content[:2] == b"\xff\xd8"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        b"<svg onload=alert(1)>",
        b"%PDF-1.7",
        picture(20, 20)[:200],
        picture(20, 20, "GIF"),
        picture(20, 20, "BMP"),
    ],
    ids=["empty", "cut gif", "svg", "pdf", "cut jpeg", "gif", "bmp"],
)
def test_anything_else_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadablePhotoError):
        photos.encoded("r", content)


def test_a_file_of_more_than_ten_megabytes_is_refused_unread() -> None:
    with pytest.raises(UnreadablePhotoError, match="at most 10 MB"):
        photos.encoded("r", picture(10, 10) + bytes(10_000_001))


def test_a_small_file_that_would_unfold_to_a_huge_picture_is_refused() -> None:
    bomb = picture(9000, 9000, "PNG", "1")
    assert len(bomb) < 100_000
    with pytest.raises(UnreadablePhotoError):
        photos.encoded("r", bomb)
