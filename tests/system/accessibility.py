#!/usr/bin/python3
"""Uses the window as a screen reader does: from the start to a saved contact sheet of Africa.

Usage: accessibility.py FLAGFETCH

Talks to the program only through AT-SPI, the accessibility bus of the desktop, by the names, roles, states and
actions of its objects. It has its own display (Xvfb), session bus and home, so it disturbs no desktop. Exits
with 77 (skipped) and a reason if a program or package for that is missing.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

SKIPPED = 77


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def start_privately(program):
    """Runs this script again on a private bus and display. Returns its exit status."""
    for needed in ("Xvfb", "dbus-run-session"):
        if shutil.which(needed) is None:
            skip(f"{needed} is not installed")
    try:
        import gi

        gi.require_version("Atspi", "2.0")
    except (ImportError, ValueError) as error:
        skip(f"python3-gi or gir1.2-atspi-2.0 is not installed ({error})")
    services = pathlib.Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
    if not services.exists():
        skip("at-spi2-core is not installed")

    with tempfile.TemporaryDirectory(prefix="flagfetch-accessibility-") as home:
        read_end, write_end = os.pipe()
        xvfb = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=[write_end],
            stderr=subprocess.DEVNULL,
        )
        os.close(write_end)
        try:
            with os.fdopen(read_end) as pipe:
                display = pipe.readline().strip()
            if not display:
                skip("Xvfb did not start")
            environment = {
                "PATH": os.environ["PATH"],
                "DISPLAY": f":{display}",
                "HOME": home,
                "XDG_RUNTIME_DIR": home,
                "LC_ALL": "C.UTF-8",
                "QT_QPA_PLATFORM": "xcb",
                "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                "QT_LOGGING_RULES": "qt.text.font.db=false",
                "PYTHONWARNINGS": "ignore",  # the bindings deprecate names that they do not replace
            }
            for name in ("FLAGFETCH_RENDER", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS"):
                if name in os.environ:
                    environment[name] = os.environ[name]
            command = ["dbus-run-session", "--", sys.executable, "-B", __file__, program, home]
            return subprocess.run(command, env=environment, timeout=240).returncode
        finally:
            xvfb.terminate()
            xvfb.wait()


class Walk:
    """Finds objects of one application and uses them."""

    def __init__(self):
        """Connects to the bus, and starts its registry."""
        import gi

        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi

        self.atspi = Atspi
        self.atspi.get_desktop(0).get_child_count()
        self.process = None  # of the program, once it has started

    def until(self, what, find, seconds=30):
        """Returns the first true result of `find`."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.process.poll() is not None:
                sys.exit(f"the program ended while the test waited for {what}")
            try:
                found = find()
            except Exception:  # an object went away between two requests
                found = None
            if found:
                return found
            time.sleep(0.1)
        self.print_tree()
        sys.exit(f"not found: {what}")

    def application(self):
        desktop = self.atspi.get_desktop(0)
        desktop.clear_cache()
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def every(self, root):
        pending = [root]
        while pending:
            each = pending.pop(0)
            if each is None:
                continue
            each.clear_cache()
            yield each
            pending += [each.get_child_at_index(i) for i in range(each.get_child_count())]

    def find(self, role, name, root=None):
        """The object whose whole role and name match the regular expressions."""

        def search():
            for each in self.every(root or self.application()):
                if re.fullmatch(role, each.get_role_name()) and re.fullmatch(name, each.get_name() or ""):
                    return each
            return None

        return self.until(f"{role} “{name}”", search)

    def do(self, each, *names):
        """Performs the first of these actions that the object has."""
        action = each.get_action_iface()
        have = [self.atspi.Action.get_action_name(action, i) for i in range(action.get_n_actions())]
        for name in names:
            if name in have:
                action.do_action(have.index(name))
                return
        sys.exit(f"“{each.get_name()}” has none of the actions {names}, but {have}")

    def has(self, each, state):
        each.clear_cache()
        return each.get_state_set().contains(state)

    def description(self, each):
        each.clear_cache()
        return each.get_description()

    def print_tree(self):
        desktop = self.atspi.get_desktop(0)
        children = [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]
        applications = [(child.get_name(), child.get_process_id()) for child in children if child is not None]
        print(f"applications: {applications}; the program is {self.process.pid}", file=sys.stderr)
        root = self.application()
        for each in self.every(root) if root else []:
            print(f"  {each.get_role_name()}: {each.get_name()}", file=sys.stderr)


def walk(program, home):
    folder = pathlib.Path(home) / "flags"
    window = Walk()  # before the program starts, as on a desktop
    process = window.process = subprocess.Popen([program, "--output", str(folder)])
    try:
        window.until("the application", window.application)
        window.find("frame", "Flagfetch")

        select = window.find("(push button|button)( menu)?", "Select")
        presets = window.find("menu item", "Tick only", select)
        window.do(window.find("menu item", r"Africa: all countries and territories \(\d+\)", presets), "Press")
        download = window.find("(push )?button", r"Download (5\d|6\d) flags")
        wanted = int(re.search(r"\d+", download.get_name()).group())
        algeria = window.find("list item", "Algeria, DZ")
        checked = window.atspi.StateType.CHECKED
        window.until("a tick on Algeria", lambda: window.has(algeria, checked))

        window.do(download, "Press")
        window.find("label", rf"{wanted} .*")
        window.find("list item", "Algeria, DZ, saved")
        chip = window.find("radio button", "Saved")
        window.until(f"{wanted} saved flags at the chip", lambda: str(wanted) in window.description(chip))

        window.do(window.find("menu item", "Print or export…"), "Press")
        dialog = window.find("dialog", "Print or export flags.*")
        path = window.find("text", "File or folder of the result", dialog)
        sheet = pathlib.Path(home) / "africa.pdf"
        path.get_editable_text_iface().set_text_contents(str(sheet))
        export = window.find("(push )?button", "Export", dialog)
        sensitive = window.atspi.StateType.SENSITIVE
        window.until("an enabled button Export", lambda: window.has(export, sensitive))
        window.do(export, "Press")
        window.until("the contact sheet", lambda: sheet.exists() and sheet.read_bytes()[:5] == b"%PDF-")
        print(f"{wanted} flags of Africa downloaded and exported as a contact sheet")
    finally:
        process.terminate()
        process.wait(20)


def main():
    if len(sys.argv) == 2:
        sys.exit(start_privately(sys.argv[1]))
    walk(sys.argv[1], sys.argv[2])


if __name__ == "__main__":
    main()
