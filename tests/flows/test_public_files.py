"""Nothing of a single expert, digests of files included, is in any file of a release with progress."""

import pytest

from tests.exports import leaks, regions
from ui.verbs.regional import RegionalFile, write_regional_files

PUBLIC = [kind for kind in RegionalFile if kind.public]
WITH_DIGESTS = {RegionalFile.PAPER, RegionalFile.WORD}
"""The report lists the fingerprints of what was scored, without saying whose it is."""


@pytest.fixture(scope="module")
def result():
    experts = {"AL": 4, "BA": 3, "ME": 3, "MK": 3, "RS": 2, "XK": 3}
    return regions.build(
        experts,
        earlier=dict.fromkeys(regions.SIX, 3),
        decisions=(regions.decision("AL", "P-1.1", 100.0), regions.decision("BA", "Q-1.1", 80.0)),
        unsure={"Agent0.ME": ("P-1.1", "Q-2.2")},
    )


@pytest.mark.parametrize("kind", PUBLIC)
def test_a_public_file_holds_nothing_of_a_single_expert(kind, result, tmp_path):
    _, written = write_regional_files(tmp_path, result, wanted=(kind,))
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert written
    assert files
    secret = leaks.secrets(result, digests=kind not in WITH_DIGESTS)
    found = [line for path in files for line in leaks.leaked(path, secret)]
    assert found == []
    assert not any(secret & {path.name} for path in files)
