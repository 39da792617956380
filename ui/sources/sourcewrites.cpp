#include "ui/sources/sourcewrites.h"

#include "ui/sources/sourcedrafts.h"
#include "ui/sources/sourceregistry.h"

#include <algorithm>

using namespace Qt::StringLiterals;

SourceWrites::SourceWrites(SourceRegistry &registry, SourceDrafts &drafts, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_drafts(drafts)
    , m_earlier(registry.unfinished())
{
    connect(&m_registry, &SourceRegistry::changed, this, &SourceWrites::onChanged);
    connect(&m_registry, &SourceRegistry::error, this, &SourceWrites::onError);
}

void SourceWrites::begin(const QString &key, const QJsonObject &entry)
{
    m_writes.append({key, entry});
    m_registry.change({.replacedId = SourceDrafts::isNew(key) ? QString() : key, .entry = entry});
}

bool SourceWrites::contains(const QString &key) const
{
    return std::ranges::any_of(m_writes, [&key](const Write &write) { return write.key == key; });
}

QStringList SourceWrites::unsavedKeys() const
{
    QStringList keys = m_drafts.keysWithInput();
    keys.removeIf([this](const QString &key) { return covers(key); });
    return keys;
}

bool SourceWrites::covers(const QString &key) const
{
    const auto draft = m_drafts.draftOf(key);
    return std::ranges::any_of(m_writes, [&](const Write &write) {
        return write.key == key && (write.entry.isEmpty() || (draft && write.entry == draft->entry));
    });
}

std::optional<SourceWrites::Write> SourceWrites::takeEnded()
{
    if (m_earlier == 0 && !m_writes.isEmpty())
        return m_writes.takeFirst();
    m_earlier = std::max<qsizetype>(0, m_earlier - 1);
    return {};
}

void SourceWrites::onChanged()
{
    const auto ended = takeEnded();
    if (!ended) {
        Q_EMIT written({}, {});
        return;
    }
    const Write &done = *ended;
    const QString id = done.entry.value("id"_L1).toString();
    const auto draft = m_drafts.draftOf(done.key);
    if (draft && !done.entry.isEmpty() && draft->entry != done.entry)
        m_drafts.rename(done.key, id);
    else
        m_drafts.drop(done.key);
    Q_EMIT written(done.key, id);
}

void SourceWrites::onError(const QString &text)
{
    takeEnded();
    Q_EMIT failed(text);
}
