"""A combo box that may be narrower than its longest choice."""

from PySide6.QtWidgets import QComboBox, QSizePolicy

_LEAST_CHARACTERS = 5


def narrow_combo(name: str) -> QComboBox:
    """Return a combo box with this accessible name, which is its tip as well."""
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setToolTip(name)
    combo.setMinimumContentsLength(_LEAST_CHARACTERS)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return combo
