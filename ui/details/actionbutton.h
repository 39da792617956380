#pragma once

#include <QPushButton>

class QAction;

/// A button with the short text, the tooltip and the state of an action, which it triggers. It has no
/// mnemonic, because the action has a key.
class ActionButton final : public QPushButton
{
    Q_OBJECT

public:
    /// `action` must outlive the button.
    explicit ActionButton(QAction *action, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ActionButton)

private:
    void showAction();

    QAction *m_action;
};
