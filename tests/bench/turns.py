"""Measures all clients in one setting, in turn, and reduces the runs to medians."""

from dataclasses import dataclass
import statistics

from measuring import Bench, Run
from peers import Client, Command
from settings import Setting

TRIALS = 2  # of each variant of a client


@dataclass(frozen=True)
class Choice:
    variant: str
    command: Command
    rejected: str  # variants that failed, with the reasons


def choose(bench: Bench, client: Client, setting: Setting):
    """Returns the fastest variant. Every client gets a run here, so all start warm."""
    commands = client.commands(setting.tls)
    runs = {name: [] for name in commands}
    for _ in range(TRIALS if len(commands) > 1 else 1):
        for name, command in commands.items():
            runs[name].append(bench.measure(client, command, setting))
    best = {name: min((run.seconds for run in all_runs if not run.failure), default=float("inf"))
            for name, all_runs in runs.items()}
    name = min(best, key=best.get)
    rejected = [f"{other}: {all_runs[0].failure}" for other, all_runs in runs.items() if best[other] == float("inf")]
    return Choice(name, commands[name], ", ".join(rejected))


def summary(choice: Choice, runs: list[Run], own: list[Run]):
    """The medians of the runs of one client. `own` are those of Flagfetch in the same turns."""
    good = [run for run in runs if not run.failure]
    result = {"variant": choice.variant, "rejected": choice.rejected, "failed": len(runs) - len(good),
              "failures": ", ".join(sorted({run.failure for run in runs} - {""})),
              "protocols": " or ".join(sorted({run.protocols for run in good}))}
    if good:
        for field in ("seconds", "cpu", "first_request", "requests", "connections", "kilobytes"):
            result[field] = statistics.median(getattr(run, field) for run in good)
        result["in_flight"] = max(run.in_flight for run in good)
    # The median of the ratios of runs in the same turn: what disturbed one most likely disturbed the other.
    ratios = [run.seconds / ours.seconds for run, ours in zip(runs, own) if not run.failure and not ours.failure]
    if ratios:
        result["ratio"] = statistics.median(ratios)
    return result


def compare(bench: Bench, clients: list[Client], setting: Setting, turns: int):
    """Returns the summary of each client, Flagfetch first."""
    chosen = {client.name: choose(bench, client, setting) for client in clients}
    runs = {client.name: [] for client in clients}
    for turn in range(turns):
        shift = turn % len(clients)
        for client in clients[shift:] + clients[:shift]:
            runs[client.name].append(bench.measure(client, chosen[client.name].command, setting))
    own = runs[clients[0].name]
    summaries = {client.name: summary(chosen[client.name], runs[client.name], own) for client in clients}
    return {"minimum": setting.minimum(2 * len(bench.server.codes)), "clients": summaries}
