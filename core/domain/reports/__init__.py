"""What reports hold, as frozen figures; issued ones with their corrections."""
