#include "ui/window/quitkey.h"

#include <QAction>
#include <QApplication>
#include <QMessageBox>
#include <QWidget>
#include <QWindow>

QuitKey::QuitKey(QAction &quit, QWidget &window)
    : QObject(&window)
    , m_quit(quit)
    , m_window(window)
{
    connect(&m_quit, &QAction::triggered, this, &QuitKey::quit);
    connect(qApp, &QGuiApplication::focusWindowChanged, this, &QuitKey::addToActiveWindow);
}

void QuitKey::addToActiveWindow()
{
    QWidget *active = QApplication::activeWindow();
    const bool isOther = active != nullptr && active != &m_window;
    if (isOther && qobject_cast<QMessageBox *>(active) == nullptr && !active->actions().contains(&m_quit))
        active->addAction(&m_quit);
}

void QuitKey::quit()
{
    while (QWidget *dialog = QApplication::activeModalWidget()) {
        if (!dialog->close() || QApplication::activeModalWidget() == dialog)
            return;
    }
    m_window.close();
}
