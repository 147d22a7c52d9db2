"""Pictures of resources, made small and harmless: decoded and encoded anew, so that nothing else travels along."""

import io

from PIL import Image, ImageOps, UnidentifiedImageError

from core.domain.model import Photo
from core.errors import UnreadablePhotoError

LIMIT_MB = 10
_SIDE = 1280
_PIXELS = 60_000_000  # a phone's largest; more would be a bomb


def encoded(resource_id: str, content: bytes) -> Photo:
    """Return a picture as a bounded JPEG without metadata. Raises UnreadablePhotoError."""
    refusal = UnreadablePhotoError(limit=LIMIT_MB)
    if len(content) > LIMIT_MB * 1_000_000:
        raise refusal
    try:
        with Image.open(io.BytesIO(content), formats=["JPEG", "PNG", "WEBP"]) as picture:
            if picture.width * picture.height > _PIXELS:
                raise refusal
            upright = ImageOps.exif_transpose(picture).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise refusal from error
    upright.thumbnail((_SIDE, _SIDE))
    out = io.BytesIO()
    upright.save(out, "JPEG", quality=82)
    return Photo(resource_id, out.getvalue(), upright.width, upright.height)
