"""Cluster: munge and Slurm on this machine, for as long as a test lasts, with nothing of theirs outside one folder.

One node, which listens on 127.0.0.1 alone, without accounting. It runs as whoever runs the tests.
"""

from __future__ import annotations

import os
import pwd
import secrets
import shlex
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

#: What must be on the machine; Debian keeps some of it where only root looks.
TOOLS = ("munged", "slurmctld", "slurmd", "sbatch", "srun", "squeue", "scancel", "setpriv")
_SYSTEM = os.pathsep.join((os.environ["PATH"], "/usr/sbin", "/sbin"))
#: How long the cluster has to start, in seconds; it takes three.
_PATIENCE = 60
_USER = pwd.getpwuid(os.getuid()).pw_name

_CONFIG = """\
ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmUser={user}
SlurmdUser={user}
SlurmctldPort={controller}
SlurmdPort={node}
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket={folder}/munge.socket
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
PlugStackConfig={folder}/plugstack.conf
ProctrackType=proctrack/linuxproc
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU_Memory
KillWait=2
MailProg=/bin/true
NodeName={host} NodeAddr=127.0.0.1 CPUs=1 RealMemory={memory}
PartitionName=test Nodes=ALL Default=YES
"""


@dataclass(frozen=True)
class Cluster:
    """A cluster that runs, and the variables of a process that uses it."""

    environment: Mapping[str, str]

    def run(self, *command: str) -> str:
        """Return what a command of Slurm's prints; raise where it fails."""
        return subprocess.run(
            command, env={**os.environ, **self.environment}, capture_output=True, text=True, check=True, timeout=60
        ).stdout

    def jobs(self, *states: str) -> list[str]:
        """Return the number of each job in one of these states, such as RUNNING, or that has not ended."""
        chosen = ["--states", ",".join(states)] if states else []
        return self.run("squeue", "--noheader", "--format=%i", *chosen).split()


@contextmanager
def running_cluster(memory: int) -> Iterator[Cluster]:
    """Start a cluster whose node has one core and so many megabytes; all it started is ended, whatever happens."""
    with tempfile.TemporaryDirectory(prefix="slurm-") as name, ExitStack() as ended:
        folder = Path(name)
        cluster = Cluster(_configured(folder, memory))
        for command in _daemons(folder):
            ended.enter_context(_daemon(command, folder, cluster.environment))
        _wait_for_node(cluster, folder)
        ended.callback(_clear, cluster)
        yield cluster


def _configured(folder: Path, memory: int) -> Mapping[str, str]:
    """Write what the daemons read, and return the variables for whoever talks to them."""
    folder.chmod(0o755)
    key, config = folder / "munge.key", folder / "slurm.conf"
    key.write_bytes(secrets.token_bytes(128))
    key.chmod(0o600)
    for part in ("state", "spool", "bin"):
        (folder / part).mkdir()
    (folder / "plugstack.conf").touch()
    ports = _free_ports()
    facts = {"host": socket.gethostname().partition(".")[0], "user": _USER, "folder": folder, "memory": memory}
    config.write_text(_CONFIG.format(controller=ports[0], node=ports[1], **facts), encoding="utf-8")
    # Within a job the plugin forgets all variables of Slurm's, and with them where this cluster's settings are.
    srun = folder / "bin" / "srun"
    real = shlex.quote(str(shutil.which("srun", path=_SYSTEM)))
    srun.write_text(f'#!/bin/sh\nSLURM_CONF={config} exec {real} "$@"\n', encoding="utf-8")
    srun.chmod(0o755)
    return {"SLURM_CONF": str(config), "PATH": f"{srun.parent}{os.pathsep}{_SYSTEM}"}


def _free_ports() -> tuple[int, int]:
    """Return two ports on which nothing listens."""
    with socket.socket() as one, socket.socket() as other:
        for found in (one, other):
            found.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


def _daemons(folder: Path) -> Iterator[list[str]]:
    """Return the command of each daemon, in the order in which they start."""
    files = {"key-file": "munge.key", "socket": "munge.socket", "pid-file": "munged.pid", "seed-file": "munged.seed"}
    yield ["munged", "--foreground", "--force", *(f"--{option}={folder / file}" for option, file in files.items())]
    yield ["slurmctld", "-D"]
    yield ["slurmd", "-D"]


@contextmanager
def _daemon(command: list[str], folder: Path, environment: Mapping[str, str]) -> Iterator[None]:
    """Run a daemon; it is ended with this process too, even where that is killed."""
    with (folder / f"{command[0]}.log").open("wb") as log:
        running = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", *command],
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        yield
    finally:
        running.send_signal(signal.SIGTERM)
        try:
            running.wait(timeout=20)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()


def _wait_for_node(cluster: Cluster, folder: Path) -> None:
    """Wait until the node takes jobs; raise with what the daemons said where it does not."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        with suppress(subprocess.CalledProcessError):
            if cluster.run("sinfo", "--noheader", "--format=%T").strip() == "idle":
                return
        time.sleep(0.2)
    said = "\n".join(f"{log.name}:\n{log.read_text(encoding='utf-8')}" for log in sorted(folder.glob("*.log")))
    raise RuntimeError(f"Slurm did not start:\n{said}")


def _clear(cluster: Cluster) -> None:
    """End every job, so that none outlives the daemons."""
    with suppress(subprocess.SubprocessError):
        cluster.run("scancel", "--user", _USER)
        until = time.monotonic() + _PATIENCE
        while cluster.jobs() and time.monotonic() < until:
            time.sleep(0.2)


def missing_tools() -> list[str]:
    """Return what is not on this machine of what a cluster is made of."""
    return [tool for tool in TOOLS if shutil.which(tool, path=_SYSTEM) is None]
