"""The JSON Schema in resources says what the reader does."""

import importlib.util
import json
from pathlib import Path

from noticeeditor import wiring

SCRIPT = Path(__file__).parents[2] / "packaging" / "make_schema.py"


def test_the_schema_is_that_of_the_model():
    spec = importlib.util.spec_from_file_location("make_schema", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert json.loads(wiring.notice_schema()) == json.loads(json.dumps(module.schema()))
