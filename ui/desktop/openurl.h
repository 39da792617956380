// Opening files, folders and addresses with the programs of the desktop.
#pragma once

#include <functional>

class QObject;
class QString;
class QUrl;

/// Returns at once. Calls `onFailure` if no program opens the URL, unless `context` has been destroyed by
/// then. QDesktopServices::openUrl() does not notice that on X11: it reports success as soon as xdg-open
/// runs.
void openOnDesktop(const QUrl &url, QObject &context, const std::function<void()> &onFailure);

/// The same with a program like xdg-open: it gets the URL, and fails if its exit status is not 0. The program
/// may outlive this one.
void openWith(
    const QString &program, const QUrl &url, QObject &context, const std::function<void()> &onFailure);
