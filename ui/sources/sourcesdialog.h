#pragma once

#include "app/transfer/transfersettings.h"

#include <QDialog>

class BuiltinServers;
class Catalogue;
class QLabel;
class QListWidget;
class QPushButton;
class SourceEditor;
class SourceRegistry;
class SourceTest;

/// All sources, the person's own among them, to look at, test, add, change, copy and remove. What is shipped
/// with the program can only be copied.
class SourcesDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Everything handed over by reference must outlive the dialog.
    SourcesDialog(SourceRegistry &registry, const Catalogue &catalogue, BuiltinServers &servers,
        const TransferSettings &transfer, QWidget *parent);
    Q_DISABLE_COPY_MOVE(SourcesDialog)

    /// Shows this source, if there is one of that id.
    void choose(const QString &id);

private:
    [[nodiscard]] QWidget *listSide();
    [[nodiscard]] QWidget *sourceSide(QWidget *buttons);
    void listSources();
    void showChosen();
    void showEditing();
    void add();
    void copy();
    void remove();
    void save();
    void change(const QJsonObject &entry, const QString &nextId);
    void onChanged();
    void onFailed(const Failure &failure);
    void beginNew(const QJsonObject &entry);
    [[nodiscard]] QString chosenId() const;
    [[nodiscard]] QStringList takenIds() const;

    SourceRegistry &m_registry;
    QString m_editedId; // the source that saving replaces; empty: a new one
    QString m_nextId; // selected once the change is written
    bool m_isWriting = false;
    bool m_isNew = false;
    QListWidget *m_list;
    QPushButton *m_copy;
    QPushButton *m_remove;
    QPushButton *m_save;
    SourceEditor *m_editor;
    SourceTest *m_test;
    QLabel *m_note;
};
