"""What the pictures of the window show: one function per picture, by subject.

A scene is played on a laptop of the practice region by doing what a person does; `gallery` renders scenes
to be looked at, `screenshots` all of them for docs/screenshots. A new page adds its scenes in a module here
and that module to `ALL`.
"""

from __future__ import annotations

from tests.support.scenes import (
    candidates,
    care,
    day,
    dossier,
    employers,
    forms,
    partners,
    placements,
    reconcile,
    shell,
    start,
    sync,
    this_laptop,
    tools,
    vacancies,
    werkfitlijst,
)
from tests.support.scenes.playing import Before, Scene, settle

__all__ = ["ALL", "Before", "Scene", "settle"]

ALL: tuple[Before | Scene, ...] = (
    *start.SCENES,
    *day.SCENES,
    *employers.SCENES,
    *dossier.SCENES,
    *forms.SCENES,
    *reconcile.SCENES,
    *sync.SCENES,
    *this_laptop.SCENES,
    *tools.SCENES,
    *vacancies.SCENES,
    *candidates.SCENES,
    *care.SCENES,
    *placements.SCENES,
    *partners.SCENES,
    *werkfitlijst.SCENES,
    *shell.SCENES,
)
