"""The encoder with its heads, in PyTorch. Training only: what ships is its ONNX export."""

import json
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.attributing.windows import FEATURES
from training.attribution.labels import LAYERS

POINTER = 128
STYLES = 2


class Locked(nn.Module):
    """Dropout with one mask for all places of a window: on a CPU, a mask for each costs a fifth of the time."""

    def __init__(self, p: float) -> None:
        super().__init__()
        self.p = p

    def forward(self, x: Tensor) -> Tensor:
        """Turn x (B, L, W) into the same shape."""
        if not self.training:
            return x
        kept = (torch.rand(x.shape[0], 1, x.shape[2]) >= self.p).to(x.dtype)
        return x * (kept / (1 - self.p))


class Layer(nn.Module):
    """One BERT layer (post-norm)."""

    def __init__(self, width: int, heads: int, inner: int, eps: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.norm, self.norm_out = nn.LayerNorm(width, eps), nn.LayerNorm(width, eps)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.drop = Locked(0.1)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Turn x (B, L, W) into the same shape; mask (B, 1, 1, L) is additive, None where nothing is padded."""
        b, length, w = x.shape
        q, k, v = (
            f(x).view(b, length, self.heads, w // self.heads).transpose(1, 2)
            for f in (self.query, self.key, self.value)
        )
        if mask is None:  # the export: one window at a time, scaled where it is cheapest
            y = ((q / (w // self.heads) ** 0.5) @ k.transpose(-1, -2)).softmax(-1) @ v
        else:
            y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype))
        x = self.norm(x + self.drop(self.out(y.transpose(1, 2).reshape(b, length, w))))
        return self.norm_out(x + self.drop(self.down(F.gelu(self.up(x)))))


class Attributor(nn.Module):
    """Reads pieces (B, L); gives tags (B, L, 4, 3) and the four pointer vectors of each piece (B, L, 4, POINTER)."""

    def __init__(
        self,
        *,
        vocabulary: int = 30522,
        width: int = 384,
        layers: int = 6,
        heads: int = 12,
        inner: int = 1536,
        positions: int = 512,
        eps: float = 1e-12,
    ) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, width)
        self.places = nn.Embedding(positions, width)
        self.kind = nn.Parameter(torch.zeros(width))
        self.features = nn.Embedding(FEATURES, width)
        nn.init.zeros_(self.features.weight)
        self.norm = nn.LayerNorm(width, eps)
        self.layers = nn.ModuleList(Layer(width, heads, inner, eps) for _ in range(layers))
        self.drop = Locked(0.1)
        self.tags = nn.ModuleList(nn.Linear(width, LAYERS * 3) for _ in range(STYLES))
        self.pointers = nn.Linear(width, 4 * POINTER)

    def hidden(self, ids: Tensor, features: Tensor, attended: Tensor | None) -> Tensor:
        mask = None if attended is None else (1.0 - attended.to(torch.float32))[:, None, None, :] * -1e4
        x = self.words(ids) + self.places.weight[: ids.shape[1]] + self.kind + self.features(features)
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def forward(self, ids: Tensor, features: Tensor, attended: Tensor | None = None) -> tuple[Tensor, Tensor]:
        x = self.hidden(ids, features, attended)
        b, length, _ = x.shape
        tags = torch.stack([head(x).view(b, length, LAYERS, 3) for head in self.tags], 2)
        return tags, self.pointers(x).view(b, length, 4, POINTER)


def load_pretrained(folder: Path) -> Attributor:
    """An Attributor on the weights of a Hugging Face BERT in `folder` (config.json, model.safetensors)."""
    from safetensors.torch import load_file

    config = json.loads((folder / "config.json").read_text())
    model = Attributor(
        vocabulary=config["vocab_size"],
        width=config["hidden_size"],
        layers=config["num_hidden_layers"],
        heads=config["num_attention_heads"],
        inner=config["intermediate_size"],
        positions=config["max_position_embeddings"],
        eps=config["layer_norm_eps"],
    )
    given = {k.removeprefix("bert."): v for k, v in load_file(folder / "model.safetensors").items()}
    names = {
        "attention.self.query": "query",
        "attention.self.key": "key",
        "attention.self.value": "value",
        "attention.output.dense": "out",
        "attention.output.LayerNorm": "norm",
        "intermediate.dense": "up",
        "output.dense": "down",
        "output.LayerNorm": "norm_out",
    }
    state = model.state_dict()
    state["words.weight"] = given["embeddings.word_embeddings.weight"]
    state["places.weight"] = given["embeddings.position_embeddings.weight"]
    state["kind"] = given["embeddings.token_type_embeddings.weight"][0]
    for end in ("weight", "bias"):
        state[f"norm.{end}"] = given[f"embeddings.LayerNorm.{end}"]
        for n in range(config["num_hidden_layers"]):
            for theirs, ours in names.items():
                state[f"layers.{n}.{ours}.{end}"] = given[f"encoder.layer.{n}.{theirs}.{end}"]
    model.load_state_dict(state)
    return model
