#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

/// The line under the grid: what happened to a flag and what to do about it, or a hint. Has room for two rows
/// of text from the beginning, so that the grid never moves.
class MessageLine final : public QWidget
{
    Q_OBJECT

public:
    /// What the buttons beside the text do.
    enum class Offer {
        Nothing,
        RetryFailed,
        Continue, ///< a batch that has paused
        ResumePending, ///< a batch that was interrupted; may be declined
        ShowChanges, ///< of an update
    };

    explicit MessageLine(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(MessageLine)

    void showHint(const QString &text);
    void showFailure(const QString &text);
    [[nodiscard]] QString text() const;

    void offer(Offer offer);

Q_SIGNALS:
    void retryRequested();
    void continueRequested();
    void resumePendingRequested();
    void pendingWorkDeclined();
    void changesRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Kind {
        Hint,
        Failure,
    };

    void show(Kind kind, const QString &text);
    void updateIcon();
    void setButton(const QString &text, const QString &toolTip);
    void acceptOffer();

    Kind m_kind = Kind::Hint;
    Offer m_offer = Offer::Nothing;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_button;
    QPushButton *m_decline;
};
