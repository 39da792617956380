#include "ui/sources/editablesources.h"

#include "app/language/joining.h"
#include "app/sources/picturechoice.h"
#include "app/sources/sourceentry.h"
#include "app/sources/sourceid.h"
#include "app/sources/sourcetexts.h"
#include "ui/sources/sourceregistry.h"

using namespace Qt::StringLiterals;

EditableSources::EditableSources(const SourceRegistry &registry)
    : m_registry(registry)
{
}

QList<SourceRow> EditableSources::rows() const
{
    QList<SourceRow> rows;
    for (const Source &source : m_registry.sources().sources())
        rows.append(rowFor(source.id));
    for (const QString &key : m_drafts.keys()) {
        if (SourceDrafts::isNew(key))
            rows.append(rowFor(key));
    }
    return rows;
}

QString EditableSources::titleOf(const QString &key) const
{
    if (const auto draft = m_drafts.draftOf(key)) {
        const QString title = draft->entry.value("title"_L1).toString();
        const QString id = draft->entry.value("id"_L1).toString();
        return !title.isEmpty() ? title : !id.isEmpty() ? id : tr("New source");
    }
    const Source *source = registered(key);
    return source == nullptr ? QString() : displayTitle(*source);
}

bool EditableSources::isEditable(const QString &key) const
{
    return SourceDrafts::isNew(key) || m_registry.isOwn(key);
}

EditedSource EditableSources::editedSource(const QString &key) const
{
    EditedSource edited{.saved = m_registry.entryOf(key),
        .draft = m_drafts.draftOf(key),
        .taken = takenIds(key),
        .known = allIds(),
        .isNew = SourceDrafts::isNew(key),
        .isReadOnly = !isEditable(key)};
    const Source *source = registered(key);
    if (source != nullptr && edited.saved.isEmpty()) // from the command line
        edited.saved = entryOfSource(*source);
    if (source != nullptr && edited.isReadOnly) {
        edited.saved.insert("title"_L1, displayTitle(*source));
        if (!source->licence.isEmpty())
            edited.saved.insert("licence"_L1, displayLicence(*source));
    }
    return edited;
}

SourceDraft EditableSources::copyOf(const QString &key) const
{
    const EditedSource original = editedSource(key);
    QJsonObject entry = original.draft ? original.draft->entry : original.saved;
    const QString id = entry.value("id"_L1).toString();
    if (!id.isEmpty()) {
        const QStringList others = allIds() + m_drafts.idsExcept({});
        entry.insert("id"_L1, uniqueSourceId(id + u"-copy"_s, others));
    }
    entry.insert("title"_L1, tr("%1, a copy").arg(titleOf(key)));
    return {.entry = entry, .followsName = true};
}

QList<SourceFieldProblem> EditableSources::problemsOf(const QString &key) const
{
    const auto draft = m_drafts.draftOf(key);
    return draft ? problemsOfForm(draft->entry, takenIds(key)) : QList<SourceFieldProblem>();
}

QString EditableSources::aboutText(const QString &key) const
{
    const auto source = currentSource(key);
    const QString network = source ? asSentence(networkText(*source)) : QString();
    if (SourceDrafts::isNew(key))
        return joinedSentences({tr("This source is new. Press Save to keep it."), network});
    if (m_registry.isOwn(key))
        return joinedSentences({tr("This is a source of yours."), network,
            m_drafts.draftOf(key) ? tr("Your changes are not saved.") : QString()});
    const QString description = source ? sourceDescription(*source) : QString();
    if (description.isEmpty())
        return joinedSentences({network, tr("It comes from the command line. Copy it to keep it.")});
    return description + u'\n'
        + joinedSentences({network, tr("It is part of the program. Copy it to change it.")});
}

const Source *EditableSources::registered(const QString &key) const
{
    for (const Source &source : m_registry.sources().sources()) {
        if (source.id == key)
            return &source;
    }
    return nullptr;
}

std::optional<Source> EditableSources::currentSource(const QString &key) const
{
    if (const auto draft = m_drafts.draftOf(key)) {
        if (auto read = sourceFromEntry(draft->entry))
            return *std::move(read);
    }
    const Source *source = registered(key);
    return source == nullptr ? std::nullopt : std::optional(*source);
}

SourceRow EditableSources::rowFor(const QString &key) const
{
    const auto source = currentSource(key);
    SourceRow row{.key = key,
        .title = titleOf(key),
        .network = source ? networkText(*source) : tr("Not complete yet"),
        .toolTip = {},
        .isUnsaved = m_drafts.draftOf(key).has_value()};
    if (m_registry.isOwn(key))
        row.title = tr("%1 (yours)").arg(row.title);
    QStringList lines{row.title, row.network};
    if (source) {
        lines.append(pictureText(*source));
        if (!source->licence.isEmpty())
            lines.append(tr("Licence: %1").arg(displayLicence(*source)));
    }
    lines.removeAll(QString());
    row.toolTip = lines.join(u'\n');
    return row;
}

// An id of a shipped source is not taken: a source of the user's may replace it.
QStringList EditableSources::takenIds(const QString &key) const
{
    QStringList ids = m_drafts.idsExcept(key);
    for (const Source &source : m_registry.sources().sources()) {
        if (source.id != key && m_registry.isOwn(source.id))
            ids.append(source.id);
    }
    return ids;
}

QStringList EditableSources::allIds() const
{
    QStringList ids;
    for (const Source &source : m_registry.sources().sources())
        ids.append(source.id);
    return ids;
}
