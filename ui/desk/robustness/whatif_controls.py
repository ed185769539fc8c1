"""What may be changed in a what-if: rules as choices, weights as sliders."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.desk.robustness.slider import Slider
from ui.theme import Style, px
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.dialog import labelled
from ui.widgets.labels import Line, Words
from wb6assess.model.framework import Framework, Methods
from wb6assess.model.instrument import Instrument
from wb6assess.model.vocabulary import Method
from wb6assess.scoring.whatif import Changes, PillarKey

_PARTS = 4
"""Slider positions a unit of weight."""

_A, _G, _K = Method.ARITHMETIC, Method.GEOMETRIC, Method.MIN

_METHODS: Mapping[str, Methods] = {
    "mean": Methods(_A, _A, _A),
    "geometric": Methods(_A, _G, _G),
    "geometric-all": Methods(_G, _G, _G),
    "min": Methods(_A, _K, _K),
    "min-all": Methods(_K, _K, _K),
}


@dataclass(frozen=True, slots=True)
class _Weight:
    """A weight that can be moved."""

    key: str | PillarKey
    label: str
    official: float


class WeightSliders(QWidget):
    """One slider a weight, from 0 to twice the largest.

    Signals:
        moved: Some weight is another now.
    """

    moved = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weights: list[_Weight] = []
        self._sliders: list[Slider] = []
        self._figures: list[Line] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(10))
        self._grid.setVerticalSpacing(px(4))
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(Words(title, Style.SMALL_STRONG, "ink2"))
        column.addLayout(self._grid)

    def show_weights(self, weights: Sequence[_Weight]) -> None:
        """Show other weights at their official values; the same ones stay as they are."""
        if list(weights) == self._weights:
            return
        while (item := self._grid.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self._weights, self._sliders, self._figures = list(weights), [], []
        most = round(_PARTS * max(2.0, 2 * max((w.official for w in weights), default=1.0)))
        for place, weight in enumerate(weights):
            slider, figure = self._slider(weight, most), Line("", Style.BODY, right=True)
            figure.setFixedWidth(px(48))
            self._grid.addWidget(Line(weight.label, stretch=True), place, 0)
            self._grid.addWidget(slider, place, 1)
            self._grid.addWidget(figure, place, 2)
            self._sliders.append(slider)
            self._figures.append(figure)
        self._say()

    def changed(self) -> Mapping[str | PillarKey, float]:
        """Keys whose weight is not the official one."""
        return {
            weight.key: slider.value() / _PARTS
            for weight, slider in zip(self._weights, self._sliders, strict=True)
            if slider.value() != round(weight.official * _PARTS)
        }

    def reset(self) -> None:
        """Back to the official weights; emits nothing."""
        for weight, slider in zip(self._weights, self._sliders, strict=True):
            blocked = slider.blockSignals(True)
            slider.setValue(round(weight.official * _PARTS))
            slider.blockSignals(blocked)
        self._say()

    def _slider(self, weight: _Weight, most: int) -> Slider:
        slider = Slider()
        slider.setRange(0, most)
        slider.setSingleStep(1)
        slider.setPageStep(_PARTS)
        slider.setValue(round(weight.official * _PARTS))
        slider.setAccessibleName(self.tr("Weight of {name}").format(name=weight.label))
        slider.setMinimumWidth(px(90))
        slider.valueChanged.connect(self._slid)
        return slider

    def _slid(self) -> None:
        self._say()
        self.moved.emit()

    def _say(self) -> None:
        for weight, slider, figure in zip(self._weights, self._sliders, self._figures, strict=True):
            value = slider.value() / _PARTS
            figure.say(f"{value:g}")
            slider.setToolTip(self.tr("Official: {weight}").format(weight=f"{weight.official:g}"))


class Rules(QWidget):
    """How experts join, how weights aggregate, what missing evidence does.

    Signals:
        changed: The person picked another rule.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        own = self.tr("as official")
        self._joined = self._box(
            self.tr("Experts joined by"),
            own,
            (
                ("median", self.tr("median")),
                ("mean", self.tr("mean")),
                ("confidence", self.tr("mean by confidence")),
            ),
        )
        self._methods = self._box(
            self.tr("Aggregation"),
            own,
            (
                ("mean", self.tr("arithmetic mean")),
                ("geometric", self.tr("geometric above pillars")),
                ("geometric-all", self.tr("geometric everywhere")),
                ("min", self.tr("weakest link above pillars")),
                ("min-all", self.tr("weakest link everywhere")),
            ),
        )
        self._evidence = self._box(
            self.tr("Missing evidence"),
            own,
            (("flag", self.tr("only reported")), ("cap", self.tr("counts level 2 at most"))),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        for label, box in self._labelled:
            row.addLayout(labelled(label, box), 1)

    @property
    def _labelled(self) -> list[tuple[str, ChoiceBox]]:
        boxes = (self._joined, self._methods, self._evidence)
        return [(box.accessibleName(), box) for box in boxes]

    def _box(self, name: str, own: str, options: Sequence[tuple[str, str]]) -> ChoiceBox:
        box = ChoiceBox(options, empty=own)
        box.setAccessibleName(name)
        box.picked.connect(self.changed)
        return box

    def changes(self) -> Changes:
        """The rules alone."""
        return Changes(
            consolidation=self._joined.key or None,
            methods=_METHODS.get(self._methods.key),
            evidence_mode=self._evidence.key or None,
        )

    def reset(self) -> None:
        """Back to the official rules; emits nothing."""
        for box in (self._joined, self._methods, self._evidence):
            box.show_key("")


def domain_weights(framework: Framework, shown: Mapping[str, Instrument]) -> list[_Weight]:
    """Weights of the domains in the whole; `shown` by domain id."""
    return [
        _Weight(domain.id, shown[domain.id].title, domain.weight)
        for domain in framework.domains
        if domain.id in shown
    ]


def pillar_weights(domain: str, instrument: Instrument) -> list[_Weight]:
    """Weights of the pillars in a domain."""
    return [
        _Weight((domain, pillar.id), f"{pillar.id} {pillar.title}", pillar.weight)
        for pillar in instrument.pillars
    ]
