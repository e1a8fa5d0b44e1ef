"""Docks that have their panels only once they are asked for."""

from PySide6.QtWidgets import QApplication, QLabel

from annotator.qt.window.main_window import MainWindow


def test_a_late_dock_has_no_panel_until_it_is_shown(window: MainWindow) -> None:
    made: list[QLabel] = []

    def make() -> QLabel:
        made.append(QLabel("词语"))
        return made[-1]

    dock = window.docks.add_late("words", "词语", make)
    assert not made
    assert not dock.isVisible()

    panel = window.docks.show_late(dock)
    assert panel.isVisible()
    dock.hide()
    window.docks.show_late(dock)
    assert made == [panel]


def test_late_docks_lie_behind_one_another_below_the_panes(window: MainWindow) -> None:
    docks = [window.docks.add_late(name, name, QLabel) for name in ("words", "data")]
    for dock in docks:
        window.docks.show_late(dock)
    assert window.tabifiedDockWidgets(docks[0]) == docks[1:]
    QApplication.processEvents()
    panes_end = window.grid.mapTo(window, window.grid.rect().bottomLeft()).y()
    assert docks[1].geometry().top() > panes_end
