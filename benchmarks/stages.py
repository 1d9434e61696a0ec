"""Where the time of `onrecord extract` goes: `python -m benchmarks.stages --texts FILE.jsonl`, on one core."""

import argparse
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.measuring import pin
from benchmarks.texts import WORD


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, required=True, help='JSON lines {"id", "text"}')
    parser.add_argument("--articles", type=int, default=300, help="how many of them are read (300)")
    options = parser.parse_args()
    pin()

    # loaded here, so that every thread of theirs is bound to the one core
    from onrecord.attributing import attribute, readings
    from onrecord.interpreting import interpret
    from onrecord.naming import cast_of, name
    from onrecord.reading import articles, readable
    from onrecord.types import Article

    seconds: Counter[str] = Counter()

    def timed(stage: str, step: Callable[..., Any], *given: Any) -> Any:
        began = time.perf_counter()
        result = step(*given)
        seconds[stage] += time.perf_counter() - began
        return result

    encode = readings.encode
    readings.encode = lambda window: timed("encoder", encode, window)
    source, words = articles([str(options.texts)]), 0
    for _ in range(options.articles):
        article = timed("reading", next, source, None)
        if not isinstance(article, Article):
            break
        words += len(WORD.findall(article.text))
        attributions, pieces = timed("attributing", attribute, article.text, readable(article))
        cast = timed("naming", cast_of, article)
        actors = timed("naming", name, cast, attributions)
        timed("interpreting", interpret, article, attributions, actors, cast.named(), pieces)
    seconds["attributing"] -= seconds["encoder"]
    total = sum(seconds.values())
    print(f"{words:,} words, {total:.1f} s without the start and the writing")
    for stage in ("reading", "encoder", "attributing", "naming", "interpreting"):
        print(f"{stage:14} {seconds[stage] / total:6.1%}")


if __name__ == "__main__":
    main()
