"""What is fitted to data: one table of models, each a per-sample loss in the formula language.

The loss of a surface made of data is the mean of its model's per-sample losses, a formula in the two weights with the
data columns in the place of parameters. So gradients and Hessians are exact, of the whole and of any subset.
"""

from __future__ import annotations

from dataclasses import dataclass

from surfaces.surface import SurfaceError

L1_TERM = "l1*(abs({0}) + abs({1}))"
L2_TERM = "l2*({0}^2 + {1}^2)/2"


@dataclass(frozen=True)
class DataModel:
    """One model with two weights.

    Parameters
    ----------
    variables
        Names of the weights.
    columns
        Names of the data columns: the inputs, then the target.
    prediction
        What it predicts for an input, in the weights and the input columns; ``""`` when it predicts nothing.
    losses
        Per-sample losses by name, in the order in which they are offered.
    generators
        Keys of :data:`surfaces.data.generators.GENERATORS` that fit its columns, the best first.
    labels
        Whether its targets are the labels 0 and 1.
    batch_norm
        Whether it has a layer whose input can be normalised by the batch.
    targets
        How many of the columns, counted from the last, are no inputs.
    quadratic
        Whether its loss is a quadratic function of the weights.
    """

    name: str
    title: str
    variables: tuple[str, str]
    columns: tuple[str, ...]
    prediction: str
    losses: tuple[tuple[str, str], ...]
    generators: tuple[str, ...]
    labels: bool = False
    batch_norm: bool = False
    targets: int = 1
    quadratic: bool = False

    @property
    def inputs(self) -> tuple[str, ...]:
        """Names of the input columns."""
        return self.columns[: len(self.columns) - self.targets]

    @property
    def loss_names(self) -> tuple[str, ...]:
        """The losses it offers."""
        return tuple(name for name, _ in self.losses)

    def text(self, loss: str, l1: float = 0.0, l2: float = 0.0) -> str:
        """The per-sample loss as a formula, with the penalties that are not 0."""
        terms = [dict(self.losses)[loss]]
        terms += [L2_TERM.format(*self.variables)] if l2 else []
        terms += [L1_TERM.format(*self.variables)] if l1 else []
        return " + ".join(terms)


def data_model(name: str) -> DataModel:
    """The model behind a row of the catalogue.

    Raises
    ------
    SurfaceError
        For a row that is not made of data.
    """
    if name not in MODEL_OF_ROW:
        raise SurfaceError(f"The surface “{name}” is not made of data; those that are: {', '.join(MODEL_OF_ROW)}.")
    return MODELS[MODEL_OF_ROW[name]]


def _squared(prediction: str) -> tuple[tuple[str, str], ...]:
    return (("mse", f"({prediction} - Y)^2/2"),)


def _neuron(inner: str) -> tuple[tuple[str, str], ...]:
    # −Y ln σ(z) − (1 − Y) ln(1 − σ(z)) = softplus(z) − Y z, which never overflows.
    return ("mse", f"(sigmoid({inner}) - Y)^2"), ("cross-entropy", f"softplus({inner}) - Y*({inner})")


_ROWS = (
    DataModel("line", "Straight line", ("w", "b"), ("X", "Y"), "w*X + b", _squared("w*X + b"),
              ("line", "house-prices", "ramp", "sine-wave"), batch_norm=True, quadratic=True),
    DataModel("two-features", "Two features", ("w1", "w2"), ("X1", "X2", "Y"), "w1*X1 + w2*X2",
              _squared("w1*X1 + w2*X2"), ("alike-features", "unlike-features"), quadratic=True),
    DataModel("two-input-neuron", "Neuron with two inputs", ("w1", "w2"), ("X1", "X2", "Y"), "sigmoid(w1*X1 + w2*X2)",
              _neuron("w1*X1 + w2*X2"), ("two-clouds",), labels=True),
    DataModel("neuron", "Neuron", ("w", "b"), ("X", "Y"), "sigmoid(w*X + b)", _neuron("w*X + b"), ("threshold",),
              labels=True, batch_norm=True),
    DataModel("tanh-network", "Two-weight network", ("w1", "w2"), ("X", "Y"), "w2*tanh(w1*X)",
              _squared("w2*tanh(w1*X)"), ("tanh-teacher", "line")),
    DataModel("relu-neuron", "ReLU neuron", ("w", "b"), ("X", "Y"), "relu(w*X + b)", _squared("relu(w*X + b)"),
              ("ramp", "line")),
    DataModel("sine-neuron", "Sine neuron", ("w", "b"), ("X", "Y"), "sin(w*X + b)", _squared("sin(w*X + b)"),
              ("sine-wave",)),
    DataModel("robust-centre", "Robust centre", ("x", "y"), ("A", "B"), "",
              (("robust", "ln(1 + 4*((x - A)^2 + (y - B)^2))"),), ("two-groups",), targets=2),
)  # fmt: skip

MODELS: dict[str, DataModel] = {row.name: row for row in _ROWS}
"""Models by name."""
MODEL_OF_ROW: dict[str, str] = {
    "linear-regression": "line",
    "house-prices": "line",
    "two-features": "two-features",
    "logistic-regression": "two-input-neuron",
    "logistic-regression-mse": "two-input-neuron",
    "neuron": "neuron",
    "tanh-network": "tanh-network",
    "relu-neuron": "relu-neuron",
    "sine-neuron": "sine-neuron",
    "one-sample": "line",
    "shifted-wells": "robust-centre",
}
"""Which model stands behind a row of the catalogue."""
