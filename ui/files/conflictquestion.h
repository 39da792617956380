#pragma once

#include "app/storage/conflictpolicy.h"

#include <QMessageBox>

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
    void decided(ConflictPolicy policy, bool isToBeRemembered);

private:
    void add(const QString &text, const QString &toolTip, ConflictPolicy policy);
};
