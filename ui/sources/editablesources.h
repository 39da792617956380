#pragma once

#include "ui/sources/sourcedrafts.h"
#include "ui/sources/sourceeditor.h"
#include "ui/sources/sourcelistview.h"

#include <QCoreApplication>

class SourceRegistry;
struct Source;

/// The sources of SourcesDialog: those of the registry with the drafts of the user. Each has a key, the id of
/// a saved source or that of a draft in SourceDrafts. Owned by the dialog, on its thread.
class EditableSources final
{
    Q_DECLARE_TR_FUNCTIONS(EditableSources)

public:
    /// `registry` must outlive this object.
    explicit EditableSources(const SourceRegistry &registry);

    [[nodiscard]] SourceDrafts &drafts() { return m_drafts; }
    [[nodiscard]] const SourceDrafts &drafts() const { return m_drafts; }

    /// The sources of the registry, then the new ones.
    [[nodiscard]] QList<SourceRow> rows() const;
    [[nodiscard]] QString titleOf(const QString &key) const;
    /// Whether the source is new or in the user's file.
    [[nodiscard]] bool isEditable(const QString &key) const;
    /// The saved entry, the draft, and the ids that are taken, for the form.
    [[nodiscard]] EditedSource editedSource(const QString &key) const;
    /// A new source that starts as a copy of this one, with what the user has entered.
    [[nodiscard]] SourceDraft copyOf(const QString &key) const;
    /// The problems of a draft.
    [[nodiscard]] QList<SourceFieldProblem> problemsOf(const QString &key) const;
    /// What the source is, whether it needs the network, and why it cannot be changed. For people.
    [[nodiscard]] QString aboutText(const QString &key) const;

private:
    [[nodiscard]] const Source *registered(const QString &key) const;
    /// The draft if it is valid, else the saved source; nothing for a new source that is not valid yet.
    [[nodiscard]] std::optional<Source> currentSource(const QString &key) const;
    [[nodiscard]] SourceRow rowFor(const QString &key) const;
    [[nodiscard]] QStringList takenIds(const QString &key) const;
    [[nodiscard]] QStringList allIds() const;

    const SourceRegistry &m_registry;
    SourceDrafts m_drafts;
};
