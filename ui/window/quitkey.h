#pragma once

#include <QObject>

class QAction;
class QWidget;

/// Lets Quit close the main window, and makes its key work in every other window of the program as well: the
/// window gets the action when it becomes active. A dialog closes first, as with Escape; if it asks
/// something, the program stays. Questions do not get the action, because they wait for an answer. Owned by
/// the main window.
class QuitKey final : public QObject
{
    Q_OBJECT

public:
    /// `window` becomes the parent; `quit` must not outlive it.
    QuitKey(QAction &quit, QWidget &window);
    Q_DISABLE_COPY_MOVE(QuitKey)

private:
    void addToActiveWindow();
    void quit();

    QAction &m_quit;
    QWidget &m_window;
};
