"""A process with a bare window: the least that Qt costs. Says so when it has painted."""

from __future__ import annotations

import json
import sys

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Window(QMainWindow):
    """Tells the first time that it paints."""

    told = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        super().paintEvent(event)
        if not self.told:
            self.told = True
            sys.stdout.write(json.dumps({"rijen": 0}) + "\n")
            sys.stdout.flush()


def main() -> int:
    """Until it is killed."""
    app = QApplication(sys.argv[:1])
    window = Window()
    window.resize(1440, 900)
    window.show()
    return app.exec()
