"""The questionnaire the files are about."""

import pytest

from tests.core.session.conftest import QUESTIONNAIRES
from wb6assess.instruments.library import Library


@pytest.fixture(scope="package")
def library():
    return Library(QUESTIONNAIRES)
