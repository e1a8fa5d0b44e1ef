"""The one application of this process, painting as suits a page of text."""

import os
import sys

from PySide6.QtWidgets import QApplication


def qt_application() -> QApplication:
    """Return the application, which is made when first asked for.

    Qt shares the painting of whatever is taller than 95 pixels among threads. Waking them takes a
    millisecond, and what is tall here is a scroll bar or a thin line, so Qt is told to leave that.
    """
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    os.environ["QT_NO_GUI_THREADPOOL"] = "1"
    return QApplication(sys.argv[:1])
