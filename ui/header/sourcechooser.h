#pragma once

#include "app/sources/source.h"
#include "ui/sources/sourceregistry.h"

#include <QWidget>

class BuiltinServers;
class QComboBox;
class QLabel;
class QToolButton;
class SourceOptionsPopup;
class SourceRegistry;

/// Chooses the source of the next batch, its pictures and its fallbacks, and opens the fault settings of
/// built-in sources. Emits sourceChanged() also when the list of sources changes. Owned by HeaderBar.
class SourceChooser final : public QWidget
{
    Q_OBJECT

public:
    /// `registry` and `servers` must outlive the chooser.
    SourceChooser(const SourceRegistry &registry, BuiltinServers &servers, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SourceChooser)

    /// The chosen source, as listed.
    [[nodiscard]] Source source() const;
    /// The chosen source and its fallbacks, in order, with the chosen pictures.
    [[nodiscard]] QList<Source> sources() const;

    /// Sets the source and its fallbacks from the command line. Adds sources that are not in the list.
    void setSources(const QList<Source> &sources);

    /// Chooses the source with this id, if it is in the list.
    void setSourceId(const QString &id);

    /// Shows the title of the batch's source instead of the choice, read-only, until showChoice().
    void showBatchSource(const QString &title);
    void showChoice();
    [[nodiscard]] bool isChoiceShown() const;

    void setChoices(const SourceChoices &choices);
    [[nodiscard]] const SourceChoices &choices() const { return m_choices; }

Q_SIGNALS:
    void sourceChanged(const Source &source);
    /// The user has changed choices().
    void choicesChanged();
    void manageRequested();
    /// The user has changed the fault settings of BuiltinServers.
    void faultsAdjusted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void listSources();
    void addSource(const Source &source);
    [[nodiscard]] int rowOf(const QString &id) const;
    [[nodiscard]] QList<Source> otherSources() const;
    void choose(const SourceChoice &choice);
    void showCombo(QComboBox *shown);
    void updateButton();
    void openOptions();
    void adjustFaults();

    const SourceRegistry &m_registry;
    BuiltinServers &m_servers;
    QList<Source> m_commandLineSources; // those that the registry does not have
    SourceChoices m_choices;
    QComboBox *m_combo;
    QComboBox *m_batchCombo;
    QLabel *m_label; // of the visible one
    QToolButton *m_options;
    SourceOptionsPopup *m_popup = nullptr; // created when it is first opened
};
