"""Prints the results as Markdown tables, the worst first."""

import math


def table(head: list[str], rows: list[list[str]], numbers_from: int = 1):
    print("|", " | ".join(head), "|")
    print("|" + "|".join("---" if column < numbers_from else "---:" for column in range(len(head))) + "|")
    for row in rows:
        print("|", " | ".join(row), "|")
    print()


def cell(value, form: str, factor: float = 1):
    return "-" if value is None else format(value * factor, form)


def worst_ratio(clients: dict):
    return min((client["ratio"] for client in clients.values() if "ratio" in client), default=math.inf)


def ordered(results: dict):
    """Returns the settings and the clients, those with the smallest ratio first, Flagfetch before all clients."""
    settings = sorted(results["settings"], key=lambda name: worst_ratio(peers_of(results, name)))
    names = list(results["settings"][settings[0]]["clients"])
    by_ratio = sorted(names[1:], key=lambda client: min(
        (results["settings"][name]["clients"][client].get("ratio", math.inf) for name in settings)))
    return settings, names[:1] + by_ratio


def peers_of(results: dict, setting: str):
    return dict(list(results["settings"][setting]["clients"].items())[1:])


def ratios(results: dict):
    settings, (own, *peers) = ordered(results)
    rows = []
    for name in settings:
        clients, minimum = results["settings"][name]["clients"], results["settings"][name]["minimum"]
        seconds = clients[own].get("seconds")
        rows.append([name, *(cell(clients[peer].get("ratio"), ".2f") for peer in peers), cell(seconds, ".3f"),
                     cell(seconds / minimum if seconds and minimum else None, ".2f")])
    print("## Against other clients\n\nThe other client's time divided by Flagfetch's, worst setting first. "
          "Above 1.00, the other client took longer.\n")
    table(["setting", *peers, f"{own}, s", f"{own} / minimum"], rows)
    failures = []
    for name in settings:
        for client, summary in results["settings"][name]["clients"].items():
            if summary["failed"]:
                failures.append(f"- {client} in {name}: {summary['failed']} runs do not count ({summary['failures']}).")
            if summary["rejected"]:
                failures.append(f"- {client} in {name}: variants that failed: {summary['rejected']}.")
    if failures:
        print("\n".join(failures) + "\n")


def by_client(results: dict, title: str, field: str, form: str, factor: float = 1, only_slow: bool = False):
    """One value of each client in each setting."""
    settings, names = ordered(results)
    rows = []
    for name in settings:
        summaries, slow = results["settings"][name]["clients"], results["settings"][name]["minimum"]
        if slow or not only_slow:
            rows.append([name, *(cell(summaries[client].get(field), form, factor) for client in names)])
    if rows:
        print(f"{title}:\n")
        table(["setting", *names], rows)


def protocols(results: dict):
    """The chosen variant of each client; for Flagfetch, which has no variants, what the server has seen."""
    settings, names = ordered(results)
    rows = []
    for name in settings:
        summaries = [results["settings"][name]["clients"][client] for client in names]
        if ", TLS, " in name:
            rows.append([name, summaries[0]["protocols"], *(summary["variant"] for summary in summaries[1:])])
    if rows:
        print("The fastest variant of each client over TLS, which was measured:\n")
        table(["setting", *names], rows, numbers_from=len(names) + 1)


def memory(results: dict):
    names = ordered(results)[1]
    rows = []
    for setting, clients in results["memory"].items():
        cells = []
        for name in names:
            peaks = clients.get(name)
            children = f" + {peaks['children']:.0f}" if peaks and peaks["children"] else ""
            cells.append(cell(peaks["main"] if peaks else None, ".0f") + children)
        rows.append([setting, *cells])
    if rows:
        print("Peak memory, MiB (process + its children):\n")
        table(["setting", *names], rows)


def instructions(results: dict):
    counts = dict(results["instructions"])
    tool = counts.pop("counted with", None)
    if counts:
        print(f"Millions of instructions outside the kernel (GIF, HTTP, no delay, counted with {tool}):\n")
        table(list(counts), [[cell(count, ".0f") for count in counts.values()]], numbers_from=0)


def growth(results: dict):
    if not results["growth"]:
        return
    print("## Growth\n\nThe GIF files under other codes, plain HTTP, no delay, limit 30.\n")
    fewest, first = next(iter(results["growth"].items()))
    rows = []
    for flags, cost in results["growth"].items():
        ratio = cost["cpu"] / first["cpu"] if cost and first else None
        rows.append([flags, cell(cost.get("seconds"), ".2f"), cell(cost.get("cpu"), ".0f", 1e6), cell(ratio, ".2f"),
                     cell(cost.get("memory"), ".0f")])
    table(["flags", "seconds", "CPU per flag, µs", f"ratio to {fewest} flags", "peak MiB"], rows, numbers_from=0)


def report(results: dict):
    print(results["about"] + "\n")
    sizes = [f"{kind} {size['mean'] / 1000:.1f} kB on average, {size['largest'] / 1000:.0f} kB at most"
             for kind, size in results["pictures"].items()]
    print(f"Pictures: {'; '.join(sizes)}.\n")
    if results["settings"]:
        ratios(results)
        by_client(results, "CPU seconds", "cpu", ".3f")
        protocols(results)
        by_client(results, "From the start of the process to the first request, ms", "first_request", ".0f", 1000)
        by_client(results, "Most requests in flight, counted by the server", "in_flight", ".0f", only_slow=True)
        by_client(results, "Connections", "connections", ".0f")
        by_client(results, "Bytes on the wire, kB, without TLS", "kilobytes", ".0f")
        memory(results)
        instructions(results)
    growth(results)
