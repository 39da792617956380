#pragma once

class DownloadSession;
class QWidget;

/// Shows the window and runs until it is closed. SIGINT, SIGTERM and SIGHUP close it too. Then waits up
/// to 1.5 s for the batch to write its manifest. Returns the exit status: 0, or 128 + signal.
[[nodiscard]] int runUntilClosed(QWidget &window, const DownloadSession &session);
