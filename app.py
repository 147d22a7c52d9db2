"""Entry point: draws the frame (menu, language, access gate) and runs the chosen page."""

from pages.shared import frame

with frame.drawn() as page:
    page.run()
