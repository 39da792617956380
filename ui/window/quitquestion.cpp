#include "ui/window/quitquestion.h"

#include "ui/preferences/preferences.h"
#include "ui/window/sessionclient.h"

#include <QCheckBox>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>

QuitQuestion::QuitQuestion(const SessionClient &session, QWidget &window)
    : QObject(&window)
    , m_session(session)
    , m_window(window)
{
}

bool QuitQuestion::allowsClosing()
{
    if (countLeft() == 0 || m_isSkipped || qGuiApp->isSavingSession()
        || !Preferences::load().asksBeforeQuitting)
        return true;
    if (!m_question)
        ask();
    m_question->raise();
    return false;
}

int QuitQuestion::countLeft() const
{
    const BatchProgress progress = m_session.progress();
    return m_session.isRunning() ? progress.total - progress.done() : 0;
}

void QuitQuestion::ask()
{
    m_question
        = new QMessageBox(QMessageBox::Question, tr("Quit Flagfetch?"), {}, QMessageBox::NoButton, &m_window);
    showCount();
    m_question->setInformativeText(
        tr("If you quit now, the saved flags stay, and you can continue with the rest at the next start."));
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setCheckBox(new QCheckBox(tr("&Don't ask again")));
    QPushButton *keep = m_question->addButton(tr("&Keep downloading"), QMessageBox::RejectRole);
    QPushButton *leave = m_question->addButton(tr("&Quit"), QMessageBox::AcceptRole);
    m_question->setDefaultButton(keep);
    m_question->setEscapeButton(keep);
    connect(leave, &QPushButton::clicked, this, &QuitQuestion::quit);
    connect(&m_session, &SessionClient::flagFinished, m_question, [this] { showCount(); });
    connect(&m_session, &SessionClient::finished, m_question, &QDialog::reject);
    m_question->open();
}

void QuitQuestion::showCount()
{
    if (const int left = countLeft(); left > 0) // else the question ends now
        m_question->setText(tr("%n flag(s) have not been downloaded yet.", nullptr, left));
}

void QuitQuestion::quit()
{
    if (m_question->checkBox()->isChecked()) {
        Preferences preferences = Preferences::load();
        preferences.asksBeforeQuitting = false;
        preferences.store();
    }
    skip();
    // The box closes first: it is still open while its button is clicked.
    QMetaObject::invokeMethod(&m_window, &QWidget::close, Qt::QueuedConnection);
}
