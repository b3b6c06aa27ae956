"""The reliability diagram of the model's scores, drawn as SVG from its `meta.json`."""

from __future__ import annotations

from collections.abc import Sequence

_SIZE, _EDGE = 320, 44
_INK, _PALE, _BAR = "#333", "#bbb", "#4878a8"


def draw_reliability(bins: Sequence[tuple[int, float, float]]) -> str:
    """Share of mentions that are right over their mean score; bars tell how many there are."""
    most = max(count for count, _, _ in bins)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_SIZE + 2 * _EDGE}" '
        f'height="{_SIZE + 2 * _EDGE}" font-family="sans-serif" font-size="12" fill="{_INK}">',
        '<rect width="100%" height="100%" fill="white"/>',
    ]
    for step in range(0, 11, 2):
        at = step / 10
        parts += [
            _line(at, 0, at, 1, _PALE),
            _line(0, at, 1, at, _PALE),
            _text(at, -0.06, f"{at:.1f}"),
            _text(-0.06, at - 0.01, f"{at:.1f}"),
        ]
    for count, score, _ in bins:
        height = 0.3 * count / most
        parts.append(
            f'<rect x="{_x(score) - 9:.1f}" y="{_y(height):.1f}" width="18" '
            f'height="{_y(0) - _y(height):.1f}" fill="{_BAR}" opacity="0.25"/>'
        )
    parts.append(_line(0, 0, 1, 1, _INK, dashes="4 3"))
    points = " ".join(f"{_x(score):.1f},{_y(right):.1f}" for _, score, right in bins)
    parts.append(f'<polyline points="{points}" fill="none" stroke="{_BAR}" stroke-width="2"/>')
    parts += [
        f'<circle cx="{_x(score):.1f}" cy="{_y(right):.1f}" r="4" fill="{_BAR}"/>'
        for _, score, right in bins
    ]
    parts += [_text(0.5, -0.12, "score"), _text(0.12, 1.05, "share that is right"), "</svg>"]
    return "\n".join(parts) + "\n"


def _x(share: float) -> float:
    return _EDGE + share * _SIZE


def _y(share: float) -> float:
    return _EDGE + (1 - share) * _SIZE


def _line(x1: float, y1: float, x2: float, y2: float, color: str, dashes: str = "none") -> str:
    return (
        f'<line x1="{_x(x1):.1f}" y1="{_y(y1):.1f}" x2="{_x(x2):.1f}" y2="{_y(y2):.1f}" '
        f'stroke="{color}" stroke-dasharray="{dashes}"/>'
    )


def _text(x: float, y: float, words: str) -> str:
    return f'<text x="{_x(x):.1f}" y="{_y(y):.1f}" text-anchor="middle">{words}</text>'
