"""Export the trained encoder as int8 ONNX: `python -m training.attribution.export --run DIR`."""

import argparse
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.attribution.labels import INNER, POLNEAR
from training.attribution.model import Attributor, load_pretrained
from training.attribution.pretrained import unpacked

TARGET = Path("src/onrecord/models")


class Shipped(nn.Module):
    """The encoder as it ships: ids, features, attended (B, L) -> tags (B, L, 3, 3), vectors (B, L, 4, P).

    The tags are those of PolNeAR's head: on its dev part and on the practice gold it does at least as well as the
    guide's (docs/how-to/measure.md). The layer of contents inside contents stays behind: there were too few to learn.
    """

    def __init__(self, model: Attributor) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, features: Tensor, attended: Tensor) -> tuple[Tensor, Tensor]:
        tags, vectors = self.model(ids, features, attended)
        return tags[:, :, POLNEAR, :INNER], vectors


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=TARGET)
    options = parser.parse_args()
    pretrained = unpacked()
    model = load_pretrained(pretrained)
    model.load_state_dict(torch.load(options.run / "model.pt", map_location="cpu"))
    shipped = Shipped(model.eval()).eval()
    example = tuple(torch.ones(2, 8, dtype=torch.long) for _ in range(3))
    axes = {0: "windows", 1: "pieces"}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            shipped,
            example,
            plain,
            input_names=["ids", "features", "attended"],
            output_names=["tags", "vectors"],
            dynamic_axes=dict.fromkeys(["ids", "features", "attended", "tags", "vectors"], axes),
            opset_version=17,
            dynamo=False,
        )
        options.out.mkdir(parents=True, exist_ok=True)
        quantize_dynamic(
            plain,
            options.out / "attribution.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )
    shutil.copy(pretrained / "tokenizer.json", options.out / "tokenizer.json")
    print((options.out / "attribution.onnx").stat().st_size / 1e6, "MB")


if __name__ == "__main__":
    main()
