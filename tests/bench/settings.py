"""The settings that are measured: kind of picture, protocol, delay of each response, requests in flight."""

from dataclasses import dataclass
import math

DELAY = 0.05  # seconds, as a server in another country needs
KINDS = ("GIF", "SVG", "PNG")


@dataclass(frozen=True)
class Setting:
    kind: str
    tls: bool
    slow: bool
    limit: int

    def __str__(self):
        protocol = "TLS" if self.tls else "HTTP"
        delay = f"{DELAY * 1000:.0f} ms" if self.slow else "no delay"
        return f"{self.kind}, {protocol}, {delay}, {self.limit}"

    def minimum(self, requests: int):
        """The seconds that the delays alone take, None without a delay."""
        return math.ceil(requests / self.limit) * DELAY if self.slow else None


def selected(limits: list[int], only: list[str]):
    """All settings, or those whose name contains one of the texts in `only`, in upper or lower case."""
    # GIF is what the exercise downloads, so it has every combination. The other kinds have the smallest limit.
    settings = [Setting("GIF", tls, slow, limit)
                for tls in (False, True) for slow in (False, True) for limit in limits]
    settings += [Setting(kind, False, slow, min(limits)) for kind in ("SVG", "PNG") for slow in (False, True)]
    return [setting for setting in settings
            if not only or any(text.lower() in str(setting).lower() for text in only)]
