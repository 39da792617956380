#pragma once

#include "app/images/rendition.h"
#include "app/storage/nametemplate.h"
#include "app/storage/saveoptions.h"

#include <QObject>

#include <optional>

class Catalogue;
class QAction;
class QWidget;
struct Source;

/// The user's rules for the files of a download: their names, the policy for files that already exist, and
/// the renditions of each flag.
struct FileRules
{
    NameTemplate nameTemplate = {};
    std::optional<ConflictPolicy> conflict = {}; ///< std::nullopt: the window asks each time
    Conversion conversion = {};

    friend bool operator==(const FileRules &, const FileRules &) = default;
};

/// The file rules of the next batch, and the dialog that edits them. Owned by the window. Emits
/// rulesChanged() after each change.
class FileSettings final : public QObject
{
    Q_OBJECT

public:
    /// `catalogue` must outlive this object. `window` becomes its parent and that of the dialog.
    FileSettings(const Catalogue &catalogue, QWidget *window);
    Q_DISABLE_COPY_MOVE(FileSettings)

    /// The menu entry for the dialog. The window connects it to open().
    [[nodiscard]] QAction *action() const { return m_action; }

    [[nodiscard]] const FileRules &rules() const { return m_rules; }
    void setRules(const FileRules &rules);
    /// The same as choosing the policy in the dialog.
    void chooseConflict(ConflictPolicy policy);

    /// The same as confirming the rules in the dialog.
    void choose(const FileRules &rules);

    /// The rules that the user has confirmed, which the settings store. std::nullopt before the first time.
    [[nodiscard]] const std::optional<FileRules> &chosen() const { return m_chosen; }

    /// Opens the dialog. Its examples show the file names for `source`.
    void open(const Source &source);

Q_SIGNALS:
    void rulesChanged(const FileRules &rules);

private:
    const Catalogue &m_catalogue;
    QWidget *m_window;
    QAction *m_action;
    FileRules m_rules;
    std::optional<FileRules> m_chosen;
};
