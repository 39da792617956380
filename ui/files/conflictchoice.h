#pragma once

#include "app/storage/conflictpolicy.h"

#include <QGroupBox>
#include <QHash>

class QRadioButton;

/// Asks what becomes of a file that is there already.
class ConflictChoice final : public QGroupBox
{
    Q_OBJECT

public:
    explicit ConflictChoice(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ConflictChoice)

    void setPolicy(ConflictPolicy policy);
    [[nodiscard]] ConflictPolicy policy() const;

private:
    QHash<ConflictPolicy, QRadioButton *> m_buttons;
};
