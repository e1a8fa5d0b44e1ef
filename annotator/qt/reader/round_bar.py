"""Round bar: says over a pane that its text is in a blind round, or that the round is over."""

from annotator.qt.reader.pane_bar import PaneBar


class RoundBar(PaneBar):
    """Hidden while nothing is hidden in the text. `clicked` asks for more."""

    def show_open(self, finished: int, members: int) -> None:
        """Say that others' work is hidden until all of these members have finished."""
        told = self.tr("Blind round: you see only your own work. {finished} of {members} finished.")
        self.button.setText(self.tr("Who has finished"))
        self.say(told.format(finished=finished, members=members))

    def show_over(self) -> None:
        """Say that everything is shown from now on."""
        self.button.setText(self.tr("How far we agree"))
        self.say(self.tr("The blind round is over: the work of all is shown."))
