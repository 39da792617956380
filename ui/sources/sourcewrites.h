#pragma once

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QStringList>

#include <optional>

class SourceDrafts;
class SourceRegistry;

/// The changes that SourcesDialog has given to the registry and that are not written yet. A source keeps its
/// draft until its change is written, because the write can fail. Owned by the dialog.
class SourceWrites final : public QObject
{
    Q_OBJECT

public:
    /// The references must outlive this object.
    SourceWrites(SourceRegistry &registry, SourceDrafts &drafts, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SourceWrites)

    /// Saves the entry, or removes the source if the entry is empty. Ends with written() or failed().
    void begin(const QString &key, const QJsonObject &entry);
    [[nodiscard]] bool contains(const QString &key) const;
    /// The drafts that are lost if the dialog is destroyed now: those with input that are not being written,
    /// and whose source is not being removed.
    [[nodiscard]] QStringList unsavedKeys() const;
    [[nodiscard]] bool isEmpty() const { return m_writes.isEmpty(); }

Q_SIGNALS:
    /// The source has the key `id` from now on; it is empty if the source was removed. The registry's sources
    /// have changed, and its draft is gone, unless the user has edited it since begin().
    void written(const QString &key, const QString &id);
    /// `text` is for people.
    void failed(const QString &text);

private:
    struct Write
    {
        QString key;
        QJsonObject entry;
    };

    /// The write that the registry has ended; nothing if it was begun elsewhere.
    std::optional<Write> takeEnded();
    [[nodiscard]] bool covers(const QString &key) const;
    void onChanged();
    void onError(const QString &text);

    SourceRegistry &m_registry;
    SourceDrafts &m_drafts;
    QList<Write> m_writes; // in the order in which the registry ends them
    qsizetype m_earlier; // writes of a dialog that is closed, which end before these
};
