#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// What the user has entered for one source and not saved yet.
struct SourceDraft
{
    QJsonObject entry; ///< as SourceEditor::entry() returns it
    bool followsName = false; ///< the id is made from the name until the user edits the id

    friend bool operator==(const SourceDraft &, const SourceDraft &) = default;
};

/// The drafts of SourcesDialog, in the order in which they were begun. A draft has the id of the saved source
/// that it replaces as its key; a new source has a key that cannot be an id. A value class.
class SourceDrafts final
{
public:
    /// Returns the key of the new source.
    [[nodiscard]] QString addNew(const SourceDraft &draft);
    /// Adds or replaces the draft of this key.
    void keep(const QString &key, const SourceDraft &draft);
    /// Removes the draft, if there is one.
    void drop(const QString &key);
    /// Gives the draft another key, because its source was saved with another id.
    void rename(const QString &key, const QString &newKey);

    [[nodiscard]] static bool isNew(const QString &key) { return key.startsWith(u':'); }
    [[nodiscard]] std::optional<SourceDraft> draftOf(const QString &key) const;
    [[nodiscard]] QStringList keys() const;
    /// The keys of the drafts with input: an empty new source has none.
    [[nodiscard]] QStringList keysWithInput() const;
    /// The key of a new source without input; empty if there is none.
    [[nodiscard]] QString emptyKey() const;
    /// The ids in all drafts but that of `key`.
    [[nodiscard]] QStringList idsExcept(const QString &key) const;

private:
    struct Kept
    {
        QString key;
        SourceDraft draft;
    };

    QList<Kept> m_drafts;
    int m_lastNumber = 0;
};
