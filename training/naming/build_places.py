"""Write src/onrecord/naming/places.json: states with capitals and demonyms, seats of government, organisations.

States, their other names, capitals and demonyms come from the `countryinfo` package (MIT); what it lacks is
typed below. No person is in it. Run: `python -m training.naming.build_places`.
"""

import json
import re
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

TARGET = Path("src/onrecord/naming/places.json")

# What news uses and the package lacks: other names, capitals in other spellings, demonyms, and the seats
# that stand for a government.
NAMES = {
    "Russia": ["Russian Federation", "Soviet Union", "the Russian side"],
    "United States": ["US", "U.S.", "USA", "U.S.A.", "America"],
    "United Kingdom": ["UK", "U.K.", "Britain", "Great Britain"],
    "Turkey": ["Türkiye", "Turkiye"],
    "Czech Republic": ["Czechia"],
    "Netherlands": ["Holland"],
    "North Korea": ["DPRK"],
    "Vatican": ["Vatican City", "Holy See", "Holy See (Vatican City State)"],
    "China": ["PRC", "P.R.C."],
    "Kosovo": [],
    "Taiwan": [],
    "Palestine": [],
    "European Union": ["EU", "E.U."],
    "NATO": [
        "Nato",
        "North Atlantic Treaty Organization",
        "North Atlantic Treaty Organisation",
        "North Atlantic Alliance",
    ],
    "United Nations": ["UN", "U.N."],
    "OSCE": [
        "Organization for Security and Co-operation in Europe",
        "Organisation for Security and Cooperation in Europe",
    ],
    "IAEA": ["International Atomic Energy Agency"],
    "the West": ["West", "West’s"],
    "African Union": [],
    "Arab League": [],
    "G7": ["Group of Seven"],
    "G20": [],
    "World Health Organization": ["WHO"],
    "World Bank": [],
    "International Monetary Fund": ["IMF"],
    "CSTO": ["Collective Security Treaty Organization", "Collective Security Treaty Organisation"],
    "International Criminal Court": ["ICC"],
    "International Court of Justice": ["ICJ"],
    "European Court of Human Rights": ["ECHR"],
    "African Development Bank": [],
    "BRICS": ["Brics"],
    "ASEAN": ["Asean"],
    "Quad": [],
    "International Committee of the Red Cross": ["ICRC", "Red Cross"],
    "Amnesty International": [],
    "Human Rights Watch": [],
    "Hamas": [],
    "Hezbollah": [],
    "Taliban": [],
    "Palestinian Authority": [],
    "Wagner": ["Wagner Group"],
    "Islamic State": ["ISIS", "ISIL"],
}
CAPITALS = {
    "Ukraine": ["Kiev", "Kyiv"],
    "United States": ["Washington", "Washington D.C.", "Washington DC"],
    "European Union": ["Brussels"],
    "Kosovo": ["Pristina"],
    "Taiwan": ["Taipei"],
    "Israel": ["Jerusalem"],
}
DEMONYMS = {
    "Russia": ["Russian", "Russians", "Soviet"],
    "United States": ["American"],
    "United Kingdom": ["British", "Britons"],
    "Poland": ["Polish", "Poles"],
    "Turkey": ["Turkish", "Turks"],
    "Spain": ["Spanish", "Spaniards"],
    "Sweden": ["Swedish", "Swedes"],
    "Denmark": ["Danish", "Danes"],
    "Finland": ["Finnish", "Finns"],
    "Czech Republic": ["Czech"],
    "Netherlands": ["Dutch"],
    "India": ["Indian"],
    "Dominican Republic": ["Dominican"],
    "North Korea": ["North Korean"],
    "South Korea": ["South Korean"],
    "Kosovo": ["Kosovan"],
    "Taiwan": ["Taiwanese"],
    "Palestine": ["Palestinian"],
    "the West": ["Western", "western"],
}
SEATS = {
    "Russia": ["Kremlin", "Lubyanka", "State Duma", "Duma", "FSB", "GRU", "Federal Security Service"],
    "Ukraine": ["Bankova", "Verkhovna Rada", "SBU"],
    "United States": [
        "White House",
        "Pentagon",
        "State Department",
        "Department of State",
        "Capitol Hill",
        "Justice Department",
        "Treasury Department",
        "Defense Department",
        "Department of Defense",
        "Department of Justice",
        "Department of Homeland Security",
        "Joint Chiefs of Staff",
        "Central Intelligence Agency",
        "Defense Intelligence Agency",
        "National Security Agency",
        "US Congress",
        "U.S. Congress",
        "CIA",
        "FBI",
        "Oval Office",
    ],
    "United Kingdom": [
        "Downing Street",
        "No 10",
        "Number 10",
        "Whitehall",
        "Westminster",
        "Ministry of Defence",
        "Foreign Office",
        "House of Commons",
        "MoD",
        "MI5",
        "MI6",
        "GCHQ",
    ],
    "France": ["Elysee", "Élysée", "Quai d'Orsay"],
    "Germany": ["Bundestag", "Bundeswehr"],
    "Poland": ["Sejm"],
    "China": ["Zhongnanhai"],
    "Israel": ["Knesset"],
    "European Union": ["European Commission", "European Council", "European Parliament", "Eurostat", "Frontex"],
    "Vatican": ["Pope"],
    "United Nations": ["UN Security Council", "U.N. Security Council"],
}
# Words that are states, capitals or demonyms but mostly something else in English text.
AMBIGUOUS = {
    "Georgia",
    "Jordan",
    "Chad",
    "Victoria",
    "George Town",
    "Georgetown",
    "Hamilton",
    "Kingston",
    "Stanley",
    "Nice",
    "Male",
    "Mali",
    "Nauru",
    "Basse-Terre",
    "Jersey",
    "Guernsey",
    "San Juan",
    "Panama City",
}
KEEP = {"Georgia", "Jordan", "Chad", "Mali"}
LATIN = re.compile(r"[A-Za-zÀ-ž.' -]{4,}")
COMMON = {"Washington D.C.": "Washington", "Kiev": "Kyiv"}


def states() -> dict[str, dict[str, set[str]]]:
    """The states that the package knows: name -> its other names, capitals, demonyms."""
    from countryinfo import all_countries

    found = {}
    for state in all_countries():
        info = state.info()
        capital = info.get("capital") or []
        found[info["name"]] = {
            "names": {
                info["name"],
                *(
                    n
                    for n in map(str.strip, info.get("altSpellings") or [])
                    if LATIN.fullmatch(n) and (" of " in n or "Federation" in n)
                ),
            },
            "capitals": {COMMON.get(c, c) for c in ([capital] if isinstance(capital, str) else capital)},
            "demonyms": {
                d.strip() for d in re.split(r"[,/]| or ", info.get("demonym") or "") if LATIN.fullmatch(d.strip())
            },
            "seats": set(),
        }
    return found


def main() -> None:
    places = states()
    for kind, table in (("names", NAMES), ("capitals", CAPITALS), ("demonyms", DEMONYMS), ("seats", SEATS)):
        for name, more in table.items():
            place = places.setdefault(name, {"names": {name}, "capitals": set(), "demonyms": set(), "seats": set()})
            place[kind] |= set(more)
    # A name belongs to one party: those typed above first, then the first state that has it.
    owner = {n: name for table in (NAMES, CAPITALS, DEMONYMS, SEATS) for name, more in table.items() for n in more}
    listed = []
    for name, place in places.items():
        kept = {
            kind: sorted(n for n in names if owner.setdefault(n, name) == name and (n not in AMBIGUOUS or n in KEEP))
            for kind, names in place.items()
        }
        listed.append({"name": name} | {kind: names for kind, names in kept.items() if names})
    made = {
        "made": datetime.now(UTC).date().isoformat(),
        "from": f"countryinfo {version('countryinfo')}",
        "places": listed,
    }
    TARGET.write_text(json.dumps(made, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
