"""How long a user waits for one file: `python -m benchmarks.start [ARTICLE]`.

Whole processes, timed from outside, as ratios to `python -c "import spacy"` run in turn with them
in the same environment: a ratio survives another machine, seconds don't.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

_RUNS = 9
_ARTICLE = "data/articles/01-ferry.txt"
_NEWSCLI = (sys.executable, "-c", "from newscli.cli.main import main; main()")


def seconds(command: tuple[str, ...]) -> float:
    """Wall time of one run of `command`."""
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def main() -> None:
    article = sys.argv[1] if len(sys.argv) > 1 else _ARTICLE
    commands = {
        "import spacy": (sys.executable, "-c", "import spacy"),
        "newscli entities --json": (*_NEWSCLI, "entities", article, "--json"),
        "newscli entities": (*_NEWSCLI, "entities", article),
        "newscli --help": (*_NEWSCLI, "--help"),
    }
    for command in commands.values():
        seconds(command)
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(_RUNS):
        for name, command in commands.items():
            times[name].append(seconds(command))
    base = statistics.median(times["import spacy"])
    print(f"{'median of ' + str(_RUNS) + ' runs':26}{'seconds':>9}{'ratio':>7}")
    for name, taken in times.items():
        median = statistics.median(taken)
        print(f"{name:26}{median:9.3f}{median / base:7.2f}")


if __name__ == "__main__":
    main()
