"""Average a run's weights with those of the run that it went on from: `python -m training.attribution.average`.

Going on with another task costs a little of the first. Between the two runs' weights lie some that do both about as
well as each does its own (Wortsman et al., WiSE-FT, 2022). Heads that the first run did not train are the second's.
"""

import argparse
import json
from pathlib import Path

import torch

# The second run's share. Who said what, on the articles that were kept back: the first run .698, the second .685, and
# .69 for .3, .5 and .7; of these the last has learned most of the acts.
SHARE = 0.7


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=Path, required=True, help="the folder of the run that was gone on from")
    parser.add_argument("--second", type=Path, required=True, help="the folder of the run that went on")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    first, second = (torch.load(run / "model.pt", map_location="cpu") for run in (options.first, options.second))
    made = {name: SHARE * value + (1 - SHARE) * first.get(name, value) for name, value in second.items()}
    if json.loads((options.first / "run.json").read_text())["without_acts"] == "True":
        made |= {name: value for name, value in second.items() if name.startswith(("told.", "events."))}
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(made, options.out / "model.pt")


if __name__ == "__main__":
    main()
