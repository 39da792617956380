#pragma once

#include "app/storage/conflictpolicy.h"

#include <QGroupBox>
#include <QHash>

#include <optional>

class QRadioButton;

/// Asks what becomes of a file that is there already.
class ConflictChoice final : public QGroupBox
{
    Q_OBJECT

public:
    explicit ConflictChoice(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ConflictChoice)

    /// Nothing means that the person is asked each time.
    void setPolicy(const std::optional<ConflictPolicy> &policy);
    [[nodiscard]] std::optional<ConflictPolicy> policy() const;

private:
    QRadioButton *m_ask;
    QHash<ConflictPolicy, QRadioButton *> m_buttons;
};
