#pragma once

#include "app/sources/picturechoice.h"
#include "app/sources/sourcelist.h"
#include "app/storage/ownsources.h"
#include "app/tasks/latestjob.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QThreadPool>

/// The user's options for one source.
struct SourceChoice
{
    PictureChoice picture;
    QStringList fallbacks; ///< ids of the sources for missing flags, in order

    friend bool operator==(const SourceChoice &, const SourceChoice &) = default;
};

/// Options by the id of the source. A source without an entry has its defaults and no fallbacks.
using SourceChoices = QHash<QString, SourceChoice>;

/// All known sources: the shipped ones, the user's own, and those from the command line. Writes the user's
/// file on a private thread. Emits changed() and notice() after a successful write, error() otherwise. The
/// destructor waits until all changes are written. Owned by the window.
class SourceRegistry final : public QObject
{
    Q_OBJECT

public:
    /// `own` is the content of the file at `path`.
    SourceRegistry(
        SourceList shipped, OwnSources own, QList<Source> added, QString path, QObject *parent = nullptr);
    ~SourceRegistry() override;
    Q_DISABLE_COPY_MOVE(SourceRegistry)

    [[nodiscard]] const SourceList &sources() const { return m_sources; }
    [[nodiscard]] bool isOwn(const QString &id) const { return !m_own.file.entryOf(id).isEmpty(); }
    /// The JSON of a source in the user's file, or else in the shipped list. Empty if the id is unknown.
    [[nodiscard]] QJsonObject entryOf(const QString &id) const;
    [[nodiscard]] const QStringList &problems() const { return m_own.problems; }
    [[nodiscard]] const QString &path() const { return m_path; }

    /// Writes one change to the user's file. Changes are queued. Each ends with changed() or error(), in the
    /// order of the calls.
    void change(const SourceChange &change);
    /// The number of changes that have not ended.
    [[nodiscard]] qsizetype unfinished() const { return m_pending.size() + (m_writing.isRunning() ? 1 : 0); }

Q_SIGNALS:
    void changed();
    // Texts for people.
    void notice(const QString &text);
    void error(const QString &text);

private:
    void writeNext();
    void onWritten(const Result<OwnSources> &written);
    void join();

    const SourceList m_shipped;
    const QList<Source> m_added;
    const QString m_path;
    OwnSources m_own;
    SourceList m_sources;
    QList<SourceChange> m_pending;
    QThreadPool m_writer;
    LatestJob<Result<OwnSources>> m_writing;
};
