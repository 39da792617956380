#include "ui/sources/sourcedrafts.h"

using namespace Qt::StringLiterals;

QString SourceDrafts::addNew(const SourceDraft &draft)
{
    const QString key = u':' + QString::number(++m_lastNumber);
    m_drafts.append({key, draft});
    return key;
}

void SourceDrafts::keep(const QString &key, const SourceDraft &draft)
{
    for (Kept &kept : m_drafts) {
        if (kept.key == key) {
            kept.draft = draft;
            return;
        }
    }
    m_drafts.append({key, draft});
}

void SourceDrafts::drop(const QString &key)
{
    m_drafts.removeIf([&key](const Kept &kept) { return kept.key == key; });
}

void SourceDrafts::rename(const QString &key, const QString &newKey)
{
    for (Kept &kept : m_drafts) {
        if (kept.key == key)
            kept.key = newKey;
    }
}

std::optional<SourceDraft> SourceDrafts::draftOf(const QString &key) const
{
    for (const Kept &kept : m_drafts) {
        if (kept.key == key)
            return kept.draft;
    }
    return std::nullopt;
}

QStringList SourceDrafts::keys() const
{
    QStringList keys;
    for (const Kept &kept : m_drafts)
        keys.append(kept.key);
    return keys;
}

QStringList SourceDrafts::keysWithInput() const
{
    QStringList keys;
    for (const Kept &kept : m_drafts) {
        if (!isNew(kept.key) || !kept.draft.entry.isEmpty())
            keys.append(kept.key);
    }
    return keys;
}

QString SourceDrafts::emptyKey() const
{
    for (const Kept &kept : m_drafts) {
        if (isNew(kept.key) && kept.draft.entry.isEmpty())
            return kept.key;
    }
    return {};
}

QStringList SourceDrafts::idsExcept(const QString &key) const
{
    QStringList ids;
    for (const Kept &kept : m_drafts) {
        if (kept.key != key)
            ids.append(kept.draft.entry.value("id"_L1).toString());
    }
    ids.removeAll(QString());
    return ids;
}
