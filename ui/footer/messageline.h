#pragma once

#include "ui/footer/messagelist.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

/// Shows a message below the grid, with the buttons for its offer. If several messages wait, it shows
/// how many, with buttons for the previous and the next one. The height is always two lines of text, so that
/// the grid does not move. Owned by FooterBar.
class MessageLine final : public QWidget
{
    Q_OBJECT

public:
    explicit MessageLine(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(MessageLine)

    /// Shows the message at this place, from 0, of `count` messages.
    void setMessage(const Message &message, qsizetype place, qsizetype count);
    [[nodiscard]] QString text() const { return m_message.text; }

Q_SIGNALS:
    void retryRequested();
    void continueRequested();
    void resumePendingRequested();
    void changesRequested();
    void repairRequested();
    void dismissed();
    void previousRequested();
    void nextRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateIcon();
    void updateOffer();
    void updatePlace(qsizetype place, qsizetype count);
    void setButton(const QString &text, const QString &toolTip);
    void acceptOffer();

    Message m_message;
    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_previous;
    QLabel *m_place;
    QToolButton *m_next;
    QPushButton *m_button;
    QPushButton *m_dismiss;
};
