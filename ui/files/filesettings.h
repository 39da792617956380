#pragma once

#include "app/images/conversion.h"
#include "app/storage/conflictpolicy.h"
#include "app/storage/nametemplate.h"

#include <QObject>

#include <optional>

class Catalogue;
class QAction;
class QWidget;
struct Source;

/// What a person decides about the files of a download: how they are named, what becomes of those that are
/// there already, and what is made of each.
struct FileRules
{
    NameTemplate nameTemplate = {};
    std::optional<ConflictPolicy> conflict = {}; ///< nothing: the person is asked each time
    Conversion conversion = {};

    friend bool operator==(const FileRules &, const FileRules &) = default;
};

/// What the next batch does with files, and the dialog that lets a person change it. Owned by the window.
class FileSettings final : public QObject
{
    Q_OBJECT

public:
    /// `catalogue` must outlive this; dialogs belong to `window`.
    FileSettings(const Catalogue &catalogue, QWidget *window);
    Q_DISABLE_COPY_MOVE(FileSettings)

    /// The menu entry that asks for the dialog; the window answers it with open().
    [[nodiscard]] QAction *action() const { return m_action; }

    [[nodiscard]] const FileRules &rules() const { return m_rules; }
    void setRules(const FileRules &rules);
    /// As if it had been chosen in the dialog.
    void chooseConflict(ConflictPolicy policy);

    /// What a person has chosen in the dialog and is to be remembered; nothing as long as they have not.
    [[nodiscard]] const std::optional<FileRules> &chosen() const { return m_chosen; }

    /// `source` is the one that the names are shown for.
    void open(const Source &source);

Q_SIGNALS:
    void rulesChanged(const FileRules &rules);

private:
    void choose(const FileRules &rules);

    const Catalogue &m_catalogue;
    QWidget *m_window;
    QAction *m_action;
    FileRules m_rules;
    std::optional<FileRules> m_chosen;
};
