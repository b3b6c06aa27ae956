"""The public corpora, from the formats they are published in to JSON Lines.

    python -m training.sources --nerel NEREL-v1.1 --factrueval factRuEval-2016/devset --out DIR

NEREL comes in brat's standoff format (https://brat.nlplab.org/standoff.html): a folder each for
train and dev, an `.ann` beside each `.txt`. factRuEval-2016 has a `.txt`, `.spans` and `.objects`
for each article. Offsets count code points in both.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

Record = dict[str, object]


def read_brat(folder: Path) -> Iterator[Record]:
    """Articles of a folder in brat's format: `id`, `text`, `spans` of [start, end, label].

    Of a span in several pieces its hull is taken.

    Raises:
        ValueError: an annotation does not stand where it says.
    """
    for path in sorted(folder.glob("*.ann")):
        text = _read(path.with_suffix(".txt"))
        spans = []
        for line in _read(path).splitlines():
            if not line.startswith("T"):
                continue
            _, where, words = line.split("\t")
            label, pieces = where.split(" ", 1)
            offsets = [int(number) for piece in pieces.split(";") for number in piece.split()]
            start, end = offsets[0], offsets[-1]
            if len(offsets) == 2 and text[start:end].split() != words.split():
                raise ValueError(f"{path}: {text[start:end]!r} stands where {words!r} should")
            spans.append([start, end, label])
        yield {"id": path.stem, "text": text, "spans": spans}


def read_factrueval(folder: Path) -> Iterator[Record]:
    """Articles of factRuEval: `id`, `text`, `mentions` of `id`, `type`, `spans`.

    A mention's spans are [start, end, part], the part being `surname`, `org_name` and the like.
    """
    for path in sorted(folder.glob("*.objects")):
        # `7 loc_name 17 6 89 1  # 89 Пекине`: id, part, start, length, first token, tokens
        parts = {}
        for line in _fields(path.with_suffix(".spans")):
            id_, part, start, length, *_ = line
            parts[id_] = [int(start), int(start) + int(length), part]
        mentions = [
            {"id": id_, "type": type_, "spans": [parts[span] for span in spans if span in parts]}
            for id_, type_, *spans in _fields(path)
        ]
        yield {"id": path.stem, "text": _read(path.with_suffix(".txt")), "mentions": mentions}


def write_json_lines(path: Path, records: Iterable[Record]) -> None:
    """An object a line, in UTF-8."""
    with path.open("w", encoding="utf-8") as file:
        for record in records:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nerel", type=Path, required=True, help="folder with train/ and dev/")
    parser.add_argument("--factrueval", type=Path, required=True, help="folder of the devset")
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for part in ("train", "dev"):
        write_json_lines(options.out / f"nerel-{part}.jsonl", read_brat(options.nerel / part))
    write_json_lines(options.out / "factrueval-dev.jsonl", read_factrueval(options.factrueval))


def _read(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def _fields(path: Path) -> Iterator[list[str]]:
    """The fields of each line, without what follows `#`."""
    for line in _read(path).splitlines():
        fields = line.partition("#")[0].split()
        if fields:
            yield fields


if __name__ == "__main__":
    main()
