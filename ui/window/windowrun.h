#pragma once

class DownloadQueue;
class QWidget;

/// Shows the window until it is closed, or until a signal ends the program as closing it would. Then waits a
/// moment for the batch, so that its manifest is written. The exit status, which names the signal.
[[nodiscard]] int runUntilClosed(QWidget &window, const DownloadQueue &queue);
