"""Alpha, beside that of another program for it: the package krippendorff, which only this uses."""

import math
from collections.abc import Sequence

import krippendorff
import numpy as np
from hypothesis import example, given

from annotator.text.agreement import Tally, Undefined
from tests.text.test_agreement import LENGTH, READERS, Marks, texts, values


def reliability(texts: Sequence[Marks]) -> np.ndarray:
    """Return a row for each reader: what that reader did with each letter, NaN for not read."""
    units = values(texts)
    return np.array(
        [
            [float(unit[reader]) if reader in unit else math.nan for unit in units]
            for reader in READERS
        ]
    )


@given(texts)
@example([{"甲": [(0, 12)], "乙": [(6, 18)]}])
@example([{"甲": [(0, 3)], "乙": [], "丙": [(2, 9)]}, {"甲": [(1, 2)], "丁": [(1, 5)]}])
def test_alpha_is_that_of_another_program(texts: list[Marks]) -> None:
    tally = Tally()
    for marks in texts:
        tally.add(LENGTH, marks)
    alpha = tally.figures().alpha

    paired = {value for unit in values(texts) if len(unit) > 1 for value in unit.values()}
    if len(paired) < 2:  # that program divides by zero, or refuses
        assert isinstance(alpha, Undefined)
        return
    told = krippendorff.alpha(reliability(texts), level_of_measurement="nominal")
    assert not isinstance(alpha, Undefined)
    assert math.isclose(alpha, told, abs_tol=1e-9)
