"""The seed notices have exactly the findings that were reviewed in golden/seed.toml."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from noticeeditor import assets, wiring
from noticeeditor.desk.examining import findings_of_files
from noticeeditor.desk.files import read_notice

GOLDEN = tomllib.loads((Path(__file__).parent / "golden" / "seed.toml").read_text("utf-8"))


@pytest.mark.parametrize("moment", GOLDEN)
def test_the_seed_notices_have_exactly_the_reviewed_findings(moment):
    expected = GOLDEN[moment]
    notices = [read_notice(assets.path(f"samples/{entry['file']}.notice.json")) for entry in expected]
    found = findings_of_files(
        notices,
        lambda notice: wiring.profile(notice.authority),
        dt.datetime.fromisoformat(moment),
        wiring.uncovered,
    )
    told = [[f"{finding.severity} {finding.rule} {finding.field}" for finding in each] for each in found]
    assert told == [entry["findings"] for entry in expected]
