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

/// Lists all sources. The user can test and copy each, and add, edit and remove sources of the user's file;
/// shipped sources are read-only. SourceRegistry writes the changes.
class SourcesDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The references must outlive the dialog.
    SourcesDialog(SourceRegistry &registry, const Catalogue &catalogue, BuiltinServers &servers,
        const TransferSettings &transfer, QWidget *parent);
    Q_DISABLE_COPY_MOVE(SourcesDialog)

    /// Selects the source with this id, if there is one.
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
    void onError(const QString &text);
    void beginNew(const QJsonObject &entry);
    [[nodiscard]] QString chosenId() const;
    [[nodiscard]] QStringList takenIds() const;

    SourceRegistry &m_registry;
    QString m_editedId; // the source that Save replaces; empty for a new one
    QString m_nextId; // the source to select after the write
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
