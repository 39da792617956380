#pragma once

#include <QPushButton>

/// A button of a dialog that can become unavailable because it was pressed. Qt moves the focus on when the
/// control that has it is disabled. So this button is disabled only when the user has left it. Until then it
/// stays enabled, and the receiver of clicked() must ignore a press that has no effect.
class SteadyButton final : public QPushButton
{
    Q_OBJECT

public:
    SteadyButton(const QString &text, const QString &toolTip, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SteadyButton)

    /// Use this instead of setEnabled().
    void setAvailable(bool available);

protected:
    void focusOutEvent(QFocusEvent *event) override;

private:
    bool m_isAvailable = true;
};
