#pragma once

#include "app/storage/saveoptions.h"

#include <QGroupBox>
#include <QHash>
#include <QMessageBox>

#include <optional>

class QRadioButton;

/// The group of NamesDialog that sets the policy for files that already exist.
class ConflictChoice final : public QGroupBox
{
    Q_OBJECT

public:
    explicit ConflictChoice(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ConflictChoice)

    /// std::nullopt: the window asks each time.
    void setPolicy(const std::optional<ConflictPolicy> &policy);
    [[nodiscard]] std::optional<ConflictPolicy> policy() const;

Q_SIGNALS:
    void changed();

private:
    QRadioButton *m_ask;
    QHash<ConflictPolicy, QRadioButton *> m_buttons;
};

/// Asks once per batch what to do with the files that already exist. Each answer emits decided(). Cancel and
/// closing the box emit nothing, so that nothing is downloaded.
class ConflictQuestion final : public QMessageBox
{
    Q_OBJECT

public:
    /// `there` of `total` flags already exist in the folder.
    ConflictQuestion(int there, int total, const QString &folder, QWidget *parent);
    Q_DISABLE_COPY_MOVE(ConflictQuestion)

Q_SIGNALS:
    void decided(ConflictPolicy policy, bool remember);

private:
    QPushButton *add(const QString &text, const QString &toolTip, ConflictPolicy policy);
};
