#pragma once

#include <QMessageBox>

/// Asks what to do with unsaved sources before their dialog closes. Escape cancels, which emits nothing.
/// Deletes itself. Owned by SourcesDialog.
class UnsavedQuestion final : public QMessageBox
{
    Q_OBJECT

public:
    /// `titles` are those of the sources.
    UnsavedQuestion(const QStringList &titles, QWidget *parent);
    Q_DISABLE_COPY_MOVE(UnsavedQuestion)

Q_SIGNALS:
    void saveChosen();
    void discardChosen();
};
