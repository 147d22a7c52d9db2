"""The errors of files that are given away."""

from core.errors import SimbiyozError


class NoPlaceError(SimbiyozError):
    message = "“{table}” stand nowhere on a map: choose another format than GeoJSON."
