"""What every engine does, and how it is measured. Needs nothing but the standard library.

``python ENGINE.py MODE NOTICES.json [OUT]`` prints one JSON object. An engine is a
module with ``setup() -> context`` and ``render(context, notices) -> bytes``.

=========  ==================================================================
``cold``   the first notice to the file OUT, nothing printed
``warm``   each notice alone; milliseconds (median), bytes, peak memory in MB
``whole``  all notices of a group in one file; each group once, after a first one
``repeat`` each notice alone without a look at the clock, for callgrind
``files``  each notice to a file of its own in the folder OUT
=========  ==================================================================
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

Notice = dict[str, Any]
WARM_UP = 10


def run(
    setup: Callable[[], Any],
    render: Callable[[Any, list[Notice]], bytes],
    write: Callable[[Path, bytes], object] = Path.write_bytes,
    write_all: Callable[[Iterator[tuple[Path, bytes]]], Any] | None = None,
) -> None:
    """Do what the command line asks for."""
    mode, source, *out = sys.argv[1:]
    notices = json.loads(Path(source).read_text("utf-8"))
    context = setup()
    if mode == "cold":
        write(Path(out[0]), render(context, notices[:1]))
        return
    if mode == "repeat":
        for notice in notices:
            render(context, [notice])
        return
    elif write_all is not None and mode == "files":
        result = _files(context, render, notices, Path(out[0]), write_all)
    else:
        result = {"warm": _warm, "whole": _whole}[mode](context, render, notices)
    print(json.dumps(result | {"megabytes": _peak()}))


def _warm(context: Any, render: Callable[..., bytes], notices: list[Notice]) -> dict[str, float]:
    for notice in notices[:WARM_UP]:
        render(context, [notice])
    times, size = [], 0
    for notice in notices[WARM_UP:]:
        begun = _clocks()
        content = render(context, [notice])
        times.append(_milliseconds(begun))
        size += len(content)
    return {"ms": _median(times), "bytes": size / len(times)}


def _whole(context: Any, render: Callable[..., bytes], groups: list[list[Notice]]) -> dict[str, float]:
    first, *others = groups
    render(context, first)
    times = []
    for notices in others:
        begun = _clocks()
        content = render(context, notices)
        times.append(_milliseconds(begun))
    return {"ms": _median(times), "bytes": len(content)}


def _files(
    context: Any,
    render: Callable[..., bytes],
    notices: list[Notice],
    folder: Path,
    write_all: Callable[[Iterator[tuple[Path, bytes]]], Iterable[Any]],
) -> dict[str, float]:
    begun = time.perf_counter()
    files = (
        (folder / f"{number:05d}.pdf", render(context, [notice])) for number, notice in enumerate(notices)
    )
    assert all(error is None for _, error in write_all(files))
    return {"ms": (time.perf_counter() - begun) * 1000}


def _clocks() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def _milliseconds(begun: tuple[float, float]) -> float:
    """Return the smaller of wall and CPU time: wall for those with threads, CPU on a busy machine."""
    return min(now - then for now, then in zip(_clocks(), begun, strict=True)) * 1000


def _median(times: list[float]) -> float:
    import statistics  # here, because it would be the larger part of a cold start

    return statistics.median(times)


def _peak() -> float:
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024 if sys.platform == "linux" else peak / 1024**2
