"""Export the trained encoder as int8 ONNX: `python -m training.attribution.export --run DIR`."""

import argparse
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from onrecord.attributing.decode import OUTSIDE
from training.attribution.labels import GUIDE, NESTED, POLNEAR
from training.attribution.model import Attributor, load_pretrained
from training.attribution.pretrained import minilm

TARGET = Path("src/onrecord/models")
# How the two heads' tags are mixed and how far sources, cues and contents lean towards being marked, as
# training.attribution.choose compares them.
MIX = 0.3
LEAN = (1.0, 0.7, 0.0)
# The same for the head that reads contents again. It has seen few examples and is unsure of them: without a lean it
# drops most, with a lean of 1 it costs half a point of who said what on PolNeAR, which marks none.
INNER_LEAN = (0.5, 0.5, 0.5)


def read_as(tags: Tensor, mix: float = MIX, lean: tuple[float, ...] = LEAN) -> Tensor:
    """Tag scores (..., style, layer, tag) as those (..., layer, tag) that ship.

    mix   the guide's share beside PolNeAR's
    lean  what OUTSIDE loses in each layer
    """
    return _lean((1 - mix) * tags[..., POLNEAR, :, :] + mix * tags[..., GUIDE, :, :], lean)


def _lean(tags: Tensor, lean: tuple[float, ...]) -> Tensor:
    less = torch.zeros(tags.shape[-2:])
    less[:, OUTSIDE] = torch.tensor(lean)
    return tags - less


class Shipped(nn.Module):
    """The encoder as it ships: ids, features (1, L) -> tags (1, L, 2, 3, 3), vectors (1, L, 4, P), told (1, L, T).

    It reads one window at a time: int8 activations are scaled over a whole batch, padding included, so that in a
    batch a window's neighbours would change its result.
    """

    def __init__(self, model: Attributor) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        tags, vectors, told = self.model(ids, features)
        return torch.stack([read_as(tags), _lean(tags[..., NESTED, :, :], INNER_LEAN)], 2), vectors, told


def optimise(model: Path, target: Path) -> None:
    """Write the graph with its operators fused, so that no process does it at its start.

    One fusion is left out: that operator takes a seventh more time than the two it stands for.
    """
    options = SessionOptions()
    options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(target)
    InferenceSession(model, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=TARGET)
    options = parser.parse_args()
    pretrained = minilm()
    model = load_pretrained(pretrained)
    model.load_state_dict(torch.load(options.run / "model.pt", map_location="cpu"))
    shipped = Shipped(model.eval()).eval()
    example = tuple(torch.ones(1, 8, dtype=torch.long) for _ in range(2))
    axes = {1: "pieces"}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            shipped,
            example,
            plain,
            input_names=["ids", "features"],
            output_names=["tags", "vectors", "told"],
            dynamic_axes=dict.fromkeys(["ids", "features", "tags", "vectors", "told"], axes),
            opset_version=17,
            dynamo=False,
        )
        small = Path(folder) / "small.onnx"
        quantize_dynamic(
            plain,
            small,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )
        options.out.mkdir(parents=True, exist_ok=True)
        optimise(small, options.out / "attribution.onnx")
    shutil.copy(pretrained / "tokenizer.json", options.out / "tokenizer.json")
    print((options.out / "attribution.onnx").stat().st_size / 1e6, "MB")


if __name__ == "__main__":
    main()
