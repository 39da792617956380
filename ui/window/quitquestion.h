#pragma once

#include <QObject>
#include <QPointer>

class QMessageBox;
class QWidget;
class SessionClient;

/// Asks before the window is closed in mid-batch, unless the user has chosen not to be asked again. A signal
/// and the end of the desktop's session never ask. Owned by the window, which asks allowsClosing() in its
/// closeEvent().
class QuitQuestion final : public QObject
{
    Q_OBJECT

public:
    /// `session` must outlive this object. `window` becomes the parent.
    QuitQuestion(const SessionClient &session, QWidget &window);
    Q_DISABLE_COPY_MOVE(QuitQuestion)

    /// Whether the window may be closed now. Otherwise the question is open; it closes the window if the user
    /// agrees, and itself if the batch ends meanwhile.
    [[nodiscard]] bool allowsClosing();
    /// Lets the window be closed without a question from now on.
    void skip() { m_isSkipped = true; }

private:
    [[nodiscard]] int countLeft() const;
    void ask();
    void showCount();
    void quit();

    const SessionClient &m_session;
    QWidget &m_window;
    QPointer<QMessageBox> m_question;
    bool m_isSkipped = false;
};
