"""Bullets: the signs before the items of a list."""

import re

from annotator.text.repair.characters import IDEOGRAPHS

BULLETS = "■□◆◇●○•·▪▫▲△★☆※►▶➢➤✓✔◎⁃‣◦\uf000-\uf0ff"
BULLET = re.compile(f"[{BULLETS}]|Ø(?=[“《{IDEOGRAPHS}])|[-*+] +(?=\\S)|> ?(?=\\S)")
