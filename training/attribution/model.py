"""The encoder with its heads, in PyTorch. Training only: what ships is its ONNX export."""

import json
import math
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.attributing.pieces import PLOVER, TOLD
from onrecord.attributing.windows import FEATURES
from training.attribution.labels import LAYERS, STYLES

POINTER = 128
# Relative places of MPNet: how many kinds of distance, and from where on all are one.
BUCKETS = 32
FARTHEST = 128


def buckets(length: int) -> Tensor:
    """Which of MPNet's 32 buckets the distance of two places falls into, (L, L): exact when near, log-spaced beyond."""
    places = torch.arange(length)
    away = places[:, None] - places[None, :]
    near = BUCKETS // 4
    far = near + (torch.log(away.abs().clamp(min=1) / near) / math.log(FARTHEST / near) * near).long()
    half = torch.where(away.abs() < near, away.abs(), far.clamp(max=BUCKETS // 2 - 1))
    return half + (away < 0) * (BUCKETS // 2)


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
    """The encoder with its heads.

    Reads pieces (B, L); gives tags (B, L, style, layer, tag), four pointer vectors a piece (B, L, 4, POINTER), and
    what each piece tells of the statement that it belongs to (B, L, T): the columns of PARTS.

    relative  attention leans on how far apart two pieces are, as in MPNet
    frozen    how many layers from below stay as they were pretrained; the features enter above them
    """

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
        relative: bool = False,
        frozen: int = 0,
    ) -> None:
        super().__init__()
        self.frozen = frozen
        self.nearness = nn.Embedding(BUCKETS, heads) if relative else None
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
        self.told = nn.Linear(width, sum(TOLD))
        self.events = nn.Linear(2 * width, 3 * len(PLOVER))

    def hidden(self, ids: Tensor, features: Tensor, attended: Tensor | None) -> Tensor:
        mask = None if attended is None else (1.0 - attended.to(torch.float32))[:, None, None, :] * -1e4
        if self.nearness is not None:
            bias = self.nearness(buckets(ids.shape[1])).permute(2, 0, 1)[None].detach()
            mask = bias if mask is None else bias + mask
        x = self.words(ids) + self.places.weight[: ids.shape[1]] + self.kind
        if self.frozen:
            with torch.no_grad():
                x = self.norm(x)
                for layer in self.layers[: self.frozen]:
                    x = layer(x, mask)
            x = self.drop(x + self.features(features))
        else:
            x = self.drop(self.norm(x + self.features(features)))
        for layer in self.layers[self.frozen :]:
            x = layer(x, mask)
        return x

    def forward(self, ids: Tensor, features: Tensor, attended: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor]:
        return self.heads(ids, self.hidden(ids, features, attended))

    def heads(self, ids: Tensor, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """What the heads make of pieces (B, L) that the encoder read as x (B, L, width)."""
        b, length, _ = x.shape
        tags = torch.stack([head(x).view(b, length, LAYERS, 3) for head in self.tags], 2)
        told = torch.cat([self.told(x), self.events(self.plain_and_read(ids, x))], -1)
        return tags, self.pointers(x).view(b, length, 4, POINTER), told

    def plain_and_read(self, ids: Tensor, x: Tensor) -> Tensor:
        """The pieces by themselves beside what the encoder made of them, (B, L, 2 * width).

        On PLV's folds the categories are told by both at .73 macro-F1, by either alone at .66 and .68.
        """
        return torch.cat([self.words(ids), x], -1)


# Where each part of a layer stands in the two kinds of pretrained encoder.
BERT = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "out",
    "attention.output.LayerNorm": "norm",
    "intermediate.dense": "up",
    "output.dense": "down",
    "output.LayerNorm": "norm_out",
}
MPNET = {
    "attention.attn.q": "query",
    "attention.attn.k": "key",
    "attention.attn.v": "value",
    "attention.attn.o": "out",
    "attention.LayerNorm": "norm",
    "intermediate.dense": "up",
    "output.dense": "down",
    "output.LayerNorm": "norm_out",
}
# MPNet's vocabulary is BERT's with these in other words.
SPECIAL = {"[PAD]": "<pad>", "[CLS]": "<s>", "[SEP]": "</s>", "[MASK]": "<mask>"}


def load_pretrained(folder: Path, *, vocabulary: list[str] | None = None, frozen: int = 0) -> Attributor:
    """An Attributor on the weights of a Hugging Face BERT or MPNet in `folder` (config.json, model.safetensors).

    MPNet numbers its pieces otherwise: `vocabulary`, BERT's pieces in order, puts its rows in BERT's order.
    """
    from safetensors.torch import load_file

    config = json.loads((folder / "config.json").read_text())
    relative = config["model_type"] == "mpnet"
    given = {k.removeprefix("bert."): v for k, v in load_file(folder / "model.safetensors").items()}
    words, places = (given[f"embeddings.{name}_embeddings.weight"] for name in ("word", "position"))
    if relative:
        rows = {piece: row for row, piece in enumerate((folder / "vocab.txt").read_text().splitlines())}
        words = words[[rows[SPECIAL.get(piece, piece)] for piece in vocabulary or []]]
        places = places[config["pad_token_id"] + 1 :]
    model = Attributor(
        vocabulary=len(words),
        width=config["hidden_size"],
        layers=config["num_hidden_layers"],
        heads=config["num_attention_heads"],
        inner=config["intermediate_size"],
        positions=len(places),
        eps=config["layer_norm_eps"],
        relative=relative,
        frozen=frozen,
    )
    state = model.state_dict()
    state["words.weight"], state["places.weight"] = words, places
    if relative:
        state["nearness.weight"] = given["encoder.relative_attention_bias.weight"]
    else:
        state["kind"] = given["embeddings.token_type_embeddings.weight"][0]
    for end in ("weight", "bias"):
        state[f"norm.{end}"] = given[f"embeddings.LayerNorm.{end}"]
        for n in range(config["num_hidden_layers"]):
            for theirs, ours in (MPNET if relative else BERT).items():
                state[f"layers.{n}.{ours}.{end}"] = given[f"encoder.layer.{n}.{theirs}.{end}"]
    model.load_state_dict(state)
    return model
