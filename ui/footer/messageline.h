#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

/// The message below the grid, a failure or a hint, with buttons for an offer. Its height is always two lines
/// of text, so that the grid does not move. Owned by FooterBar.
class MessageLine final : public QWidget
{
    Q_OBJECT

public:
    /// The action of the buttons next to the text.
    enum class Offer {
        Nothing,
        RetryFailed,
        Continue, ///< continue a paused batch
        ResumePending, ///< resume an interrupted batch; can be declined
        ShowChanges, ///< show what an update changed
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
