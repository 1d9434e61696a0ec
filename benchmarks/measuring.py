"""Run a command as a process of its own on one core, and measure it whole: start, work and end. Linux only."""

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass

# Every library that either program computes with is told that it has one core.
ONE_THREAD = dict.fromkeys(
    ["ONRECORD_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"], "1"
) | {"TOKENIZERS_PARALLELISM": "false"}
MIB = 1024 * 1024
# Linux counts ru_maxrss in KiB.
MAXRSS_UNIT = 1024


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


def measure(command: Sequence[str]) -> Run:
    """Run `command` and wait for its end; raise CalledProcessError when it fails."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | ONE_THREAD)
    assert process.stdout is not None
    with process.stdout as written:
        lines = int(bool(written.readline()))
        first = time.perf_counter() - began
        lines += sum(1 for _ in written)
    # wait4 tells what this one process used; RUSAGE_CHILDREN would give the largest of all until now.
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(
        wall=wall, cpu=used.ru_utime + used.ru_stime, first=first, peak=used.ru_maxrss * MAXRSS_UNIT / MIB, lines=lines
    )
