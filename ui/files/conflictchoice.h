#pragma once

#include "app/storage/conflictpolicy.h"

#include <QGroupBox>
#include <QHash>
#include <QMessageBox>

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

/// Asks what becomes of the files that are there already, once for a whole batch. Cancel, and closing it,
/// mean that nothing is downloaded.
class ConflictQuestion final : public QMessageBox
{
    Q_OBJECT

public:
    /// So many of `total` flags are in the folder.
    ConflictQuestion(int there, int total, const QString &folder, QWidget *parent);
    Q_DISABLE_COPY_MOVE(ConflictQuestion)

Q_SIGNALS:
    void decided(ConflictPolicy policy, bool remember);

private:
    void add(const QString &text, const QString &toolTip, ConflictPolicy policy);
};
