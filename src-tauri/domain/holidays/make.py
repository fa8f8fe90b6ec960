"""Writes holidays.txt: the public holidays of every country, a line per country and year, like `NL 2027 0101 0326`.

The dates come from the package `holidays` (MIT), version 0.109: `pip install holidays==0.109 && python make.py`. Run it
again when a newer version knows better, and raise the version here.
"""

from pathlib import Path

import holidays

YEARS = range(2026, 2041)

lines = []
for country in sorted(code for code in holidays.list_supported_countries(include_aliases=False) if len(code) == 2):
    for year in YEARS:
        days = sorted(day for day in holidays.country_holidays(country, years=year) if day.year == year)
        if days:
            lines.append(" ".join([country, str(year), *(day.strftime("%m%d") for day in days)]))

Path(__file__).with_name("holidays.txt").write_text("\n".join(lines) + "\n", encoding="ascii")
