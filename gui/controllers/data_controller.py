"""The Data page and the session: samples, their preparation and the bag become undoable edits of the surface."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gui import data_rows
from gui.controllers.sample_importer import SampleImporter
from gui.controllers.sample_sketch import sample_points, samples_kind, sketch, summary
from gui.translation.sentences import data_text
from gui.views.sample_plot import PLANE
from gui.widgets.parameter_spec import ParameterSpec
from surfaces import CATALOGUE, BagSpec, SampledSurface, SurfaceSpec, build_surface
from surfaces.data.models import MODEL_OF_ROW, DataModel, data_model
from surfaces.data.show import data_of, generated, given

if TYPE_CHECKING:
    from engine.session import Session
    from gui.controllers.laboratory import Laboratory
    from gui.desk import Desk
    from gui.views.data_page import DataPage
    from surfaces.data.spec import DataSpec

Point = tuple[float, ...]
FEWEST = 2
"""Samples that stay when all are taken away: with fewer, scaling and most losses have no meaning."""


class DataController(QObject):
    """Connects the Data page with the session."""

    def __init__(self, page: DataPage, lab: Laboratory, desk: Desk) -> None:
        super().__init__(lab)
        self._page, self._lab, self._desk = page, lab, desk
        self._next_target = 1.0
        self.importer = SampleImporter(lab, desk.stage)
        self.importer.points_read.connect(self._on_points_read)
        self._connect_page()
        lab.sessions.session_changed.connect(self._on_session_changed)
        lab.timekeeper.moved.connect(self._show_fits)
        lab.runs.results_changed.connect(self._show_fits)
        self.retranslate()

    def retranslate(self) -> None:
        """Show everything in the window's language."""
        models = [(name, data_text(CATALOGUE[name].title)) for name in MODEL_OF_ROW if name in CATALOGUE]
        self._page.set_models(models)
        self._show()

    def _connect_page(self) -> None:
        page = self._page
        page.model_chosen.connect(self._lab.edits.choose_surface)
        page.source_chosen.connect(self._on_source_chosen)
        page.source_changed.connect(self._on_source_changed)
        page.preparation_changed.connect(self._on_preparation_changed)
        page.bag_toggled.connect(self._on_bag_toggled)
        page.bag_changed.connect(self._on_bag_changed)
        page.seed_changed.connect(self._on_seed_changed)
        page.target_rows.changed.connect(self._on_target_changed)
        page.file_wanted.connect(self._on_file_wanted)
        page.clear_wanted.connect(self._on_clear_wanted)
        page.plot.added.connect(self._on_plot_added)
        page.plot.moved.connect(self._on_plot_moved)
        page.plot.removed.connect(self._on_plot_removed)
        page.shown.connect(self._show)

    @property
    def _session(self) -> Session:
        return self._lab.sessions.session

    @property
    def _spec(self) -> SurfaceSpec:
        return self._session.surface

    @property
    def _model(self) -> DataModel | None:
        """The model behind the surface, if it is made of data."""
        return data_model(self._spec.name) if self._spec.name in MODEL_OF_ROW else None

    @property
    def _wanted_target(self) -> float:
        """The target of the next sample: what was asked for, or the label next to it where there are labels."""
        labels = self._model is not None and self._model.labels
        return _label(self._next_target) if labels else self._next_target

    # From the session to the page

    @Slot(object, object)
    def _on_session_changed(self, before: Session, after: Session) -> None:
        if (before.surface, before.seed, before.runs) != (after.surface, after.seed, after.runs):
            self._show()

    @Slot()
    def _show(self) -> None:
        if self._page.isHidden() and self._page.parent() is not None:
            return
        page, model = self._page, self._model
        page.set_model(self._spec.name if model else "", self._about(model))
        if model is not None:
            self._show_data(model, data_of(self._spec))
        else:
            self._show_bag()
        page.set_chance(isinstance(build_surface(self._spec), SampledSurface) or self._session.draws)
        page.chance_rows.set_rows(*data_rows.chance_rows(self._session.seed))
        self._show_fits()

    def _about(self, model: DataModel | None) -> str:
        if model is None:
            return self.tr("This surface is not made of data. Choose a model that is fitted to samples.")
        return ""  # what it teaches stands below every page

    def _show_data(self, model: DataModel, data: DataSpec) -> None:
        page = self._page
        page.set_source(data_rows.source_choices(model, data), data.generator or data_rows.POINTS)
        page.source_rows.set_rows(*data_rows.source_rows(data))
        page.preparation_rows.set_rows(*data_rows.preparation_rows(model, data))
        page.plot.set_samples(sample_points(self._spec), samples_kind(model))
        if samples_kind(model) == PLANE:
            label = self.tr("next label") if model.labels else self.tr("next target")
            hint = self.tr("What the next sample that is clicked belongs to.")
            high = 1.0 if model.labels else 5.0
            low = 0.0 if model.labels else -5.0
            spec = ParameterSpec("target", label, 1.0, low, high, help=hint)
            page.set_target((spec,), {"target": self._wanted_target})
        else:
            page.set_target((), {})

    def _show_bag(self) -> None:
        bag = self._spec.bag
        text = self.tr("Each sample tilts the surface, and the tilts cancel: small batches then make real noise.")
        self._page.set_bag(True, bag is not None, text)
        self._page.bag_rows.set_rows(*(data_rows.bag_rows(bag) if bag else ((), {})))

    @Slot()
    def _show_fits(self) -> None:
        if not self._page.isVisible():
            return
        plot, rows = self._page.plot, self._lab.timekeeper.rows
        snapshots = self._lab.runs.snapshots
        if self._model is not None:
            plot.set_fits(sketch(self._session, snapshots, rows, plot.view_x()))
        self._page.set_summary(summary(self._session, snapshots, rows))

    # From the page to the session

    def _edit(
        self, data: DataSpec, text: str, gesture: str = "", *, dragging: bool = False, reframe: bool = False
    ) -> None:
        """Take other data; samples that lie elsewhere want the bounds that suit them."""
        self._change(
            replace(self._spec, data=data, bounds=None if reframe else self._spec.bounds), text, gesture, dragging
        )

    def _change(self, spec: SurfaceSpec, text: str, gesture: str = "", dragging: bool = False) -> None:
        self._lab.edits.change_surface(spec, text, gesture, dragging=dragging)
        if self._spec != spec:
            self._show()  # refused: the page says again what is so

    @Slot(str)
    def _on_source_chosen(self, name: str) -> None:
        model = self._model
        if model is not None and name in model.generators:
            self._edit(generated(model, name, data_of(self._spec)), self.tr("Choose samples"), reframe=True)

    @Slot(str, object, bool)
    def _on_source_changed(self, name: str, value: object, dragging: bool) -> None:
        data = data_rows.changed_data(data_of(self._spec), name, value)
        self._edit(data, self.tr("Change samples"), f"data {name}", dragging=dragging)

    @Slot(str, object, bool)
    def _on_preparation_changed(self, name: str, value: object, dragging: bool) -> None:
        data = data_rows.changed_data(data_of(self._spec), name, value)
        reframe = name == "scaling"  # it moves the minimum far away
        self._edit(data, self.tr("Change preparation"), f"data {name}", dragging=dragging, reframe=reframe)

    @Slot(bool)
    def _on_bag_toggled(self, on: bool) -> None:
        spec = replace(self._spec, bag=BagSpec() if on else None)
        self._change(spec, self.tr("Use a bag of samples") if on else self.tr("Empty the bag"))

    @Slot(str, object, bool)
    def _on_bag_changed(self, name: str, value: object, dragging: bool) -> None:
        bag = replace(self._spec.bag or BagSpec(), **{name: value})  # type: ignore[arg-type]
        self._change(replace(self._spec, bag=bag), self.tr("Change the bag"), f"bag {name}", dragging)

    @Slot(str, object, bool)
    def _on_seed_changed(self, _name: str, value: object, dragging: bool) -> None:
        sessions = self._lab.sessions
        sessions.edit(replace(self._session, seed=int(str(value))), self.tr("Change seed"), "seed")
        if not dragging:
            sessions.end_gesture()

    @Slot(str, object, bool)
    def _on_target_changed(self, _name: str, value: object, _dragging: bool) -> None:
        self._next_target = float(str(value))

    # Samples one by one

    def _points(self) -> tuple[Point, ...]:
        return tuple(map(tuple, sample_points(self._spec).tolist()))

    def _put(self, points: tuple[Point, ...], text: str, gesture: str = "", *, dragging: bool = False) -> None:
        self._edit(given(data_of(self._spec), points), text, gesture, dragging=dragging)

    def _point(self, x: float, y: float, target: float) -> Point:
        model = self._model
        assert model is not None
        if samples_kind(model) == PLANE:
            return (x, y, target)
        return (x, _label(y) if model.labels else y)

    @Slot(float, float)
    def _on_plot_added(self, x: float, y: float) -> None:
        self._put((*self._points(), self._point(x, y, self._wanted_target)), self.tr("Add sample"))

    @Slot(int, float, float, bool)
    def _on_plot_moved(self, index: int, x: float, y: float, dragging: bool) -> None:
        points = self._points()
        if index < len(points):
            moved = self._point(x, y, points[index][-1])
            after = (*points[:index], moved, *points[index + 1 :])
            self._put(after, self.tr("Move sample"), f"sample {index}", dragging=dragging)

    @Slot(int)
    def _on_plot_removed(self, index: int) -> None:
        points = self._points()
        if len(points) <= FEWEST:
            self._desk.say(self.tr("Two samples stay: with fewer there is nothing to fit."), "warning")
        elif index < len(points):
            self._put(points[:index] + points[index + 1 :], self.tr("Remove sample"))

    @Slot()
    def _on_clear_wanted(self) -> None:
        self._put(self._points()[:FEWEST], self.tr("Clear samples"))

    @Slot()
    def _on_file_wanted(self) -> None:
        if self._model is not None:
            self.importer.open(self._model.columns)

    @Slot(tuple, str)
    def _on_points_read(self, points: tuple[Point, ...], title: str) -> None:
        if self._model is not None:  # else another surface was chosen while the file was read
            data = given(data_of(self._spec), points, title)
            self._edit(data, self.tr("Samples from a file"), reframe=True)


def _label(target: float) -> float:
    return 1.0 if target >= 0.5 else 0.0
