#pragma once

#include "app/sources/source.h"
#include "ui/sources/sourceregistry.h"

#include <QWidget>

class BuiltinServers;
class QComboBox;
class QStackedWidget;
class QToolButton;
class SourceOptionsPopup;
class SourceRegistry;

/// Chooses the source of the next batch, its pictures, and whom to ask for what it lacks. Adjusts those of
/// the program's own servers that have manners.
class SourceChooser final : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the chooser.
    SourceChooser(const SourceRegistry &registry, BuiltinServers &servers, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SourceChooser)

    /// As the list has it.
    [[nodiscard]] Source source() const;
    /// It and those that are asked for what it lacks, with the pictures that were chosen.
    [[nodiscard]] QList<Source> sources() const;

    /// As the command line gave them: sources that are not in the list are added to it.
    void setSources(const QList<Source> &sources);

    /// Chooses the source of that id, if the list has it.
    void setSourceId(const QString &id);

    /// Another source in its place, which cannot be changed, until showChoice(). What was chosen stays so.
    void showBatchSource(const QString &title);
    void showChoice();

    void setChoices(const SourceChoices &choices);
    [[nodiscard]] const SourceChoices &choices() const { return m_choices; }

Q_SIGNALS:
    void sourceChanged(const Source &source);
    /// By the person; see choices().
    void choicesChanged();
    void manageRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void listSources();
    void addSource(const Source &source);
    [[nodiscard]] int rowOf(const QString &id) const;
    [[nodiscard]] QList<Source> otherSources() const;
    void choose(const SourceChoice &choice);
    void updateButton();
    void openOptions();
    void adjustFaults();

    const SourceRegistry &m_registry;
    BuiltinServers &m_servers;
    QList<Source> m_commandLineSources; // on the command line, and not in the list
    SourceChoices m_choices;
    QComboBox *m_combo;
    QComboBox *m_batchCombo;
    QStackedWidget *m_stack; // one of the two
    QToolButton *m_options;
    SourceOptionsPopup *m_popup;
};
