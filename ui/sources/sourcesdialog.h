#pragma once

#include "app/transfer/transfersettings.h"
#include "ui/sources/editablesources.h"
#include "ui/sources/sourcewrites.h"

#include <QDialog>
#include <QPointer>

class BuiltinServers;
class Catalogue;
class ProblemText;
class QLabel;
class QPushButton;
class SourceRegistry;
class SourceTest;
class SteadyButton;
class UnsavedQuestion;

/// Lists all sources. The user can test and copy each, and add, edit and remove sources of the user's file;
/// shipped sources are read-only. Unsaved input stays as a draft of its source until it is saved or
/// discarded; closing with drafts asks first. SourceRegistry writes the changes.
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

    /// Asks about unsaved sources, and first waits for a write that has begun.
    void reject() override;

private:
    [[nodiscard]] QWidget *listSide();
    [[nodiscard]] QWidget *sourceSide();
    void connectParts();
    void listSources();
    void showSource();
    void showCurrent();
    void keepDraft();
    void updateButtons();
    void add();
    void copy();
    void remove();
    void revert();
    void dropDraft();
    void save();
    void write(const QString &key, const QJsonObject &entry);
    void beginNew(const SourceDraft &draft);
    void onWritten(const QString &key, const QString &id);
    void onFailed(const QString &text);
    void askAboutDrafts(const QStringList &keys);
    void saveAll();

    SourceRegistry &m_registry;
    EditableSources m_sources;
    SourceWrites m_writes;
    QString m_key; // of the source in the form
    bool m_closes = false; // when all is written
    QPointer<UnsavedQuestion> m_question;
    SourceListView *m_list;
    QPushButton *m_copy;
    SteadyButton *m_remove;
    SteadyButton *m_revert;
    SteadyButton *m_save;
    SourceEditor *m_editor;
    SourceTest *m_test;
    QLabel *m_about;
    ProblemText *m_note;
};
