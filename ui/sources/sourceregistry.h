#pragma once

#include "app/sources/picturechoice.h"
#include "app/sources/sourcelist.h"
#include "app/storage/ownsources.h"

#include <QFutureWatcher>
#include <QHash>
#include <QObject>
#include <QStringList>
#include <QThreadPool>

/// What a person wants of one source, besides its flags.
struct SourceChoice
{
    PictureChoice picture;
    QStringList fallbacks; ///< ids of the sources that are asked for what it lacks, in their order

    friend bool operator==(const SourceChoice &, const SourceChoice &) = default;
};

/// By the source's id. What is not there is left to the source, and no other is asked.
using SourceChoices = QHash<QString, SourceChoice>;

/// The sources that the window offers: the shipped ones, the person's own, and those that the command line
/// added. Changes the person's file on a thread of its own.
class SourceRegistry final : public QObject
{
    Q_OBJECT

public:
    /// `own` is what `path` holds.
    SourceRegistry(
        SourceList shipped, OwnSources own, QList<Source> added, QString path, QObject *parent = nullptr);
    ~SourceRegistry() override;
    Q_DISABLE_COPY_MOVE(SourceRegistry)

    [[nodiscard]] const SourceList &sources() const { return m_sources; }
    [[nodiscard]] bool isOwn(const QString &id) const { return !m_own.file.entryOf(id).isEmpty(); }
    /// As the file has it, or the program's own list; empty if neither does.
    [[nodiscard]] QJsonObject entryOf(const QString &id) const;
    [[nodiscard]] const QStringList &problems() const { return m_own.problems; }
    [[nodiscard]] const QString &path() const { return m_path; }

    /// Ends with changed() or failed(). While one change is written, others wait.
    void change(const SourceChange &change);

Q_SIGNALS:
    void changed();
    void failed(const Failure &failure);

private:
    void writeNext();
    void onWritten();
    void join();

    const SourceList m_shipped;
    const QList<Source> m_added;
    const QString m_path;
    OwnSources m_own;
    SourceList m_sources;
    QList<SourceChange> m_waiting;
    QThreadPool m_writer; // its destructor waits for what is being written
    QFutureWatcher<std::variant<OwnSources, Failure>> m_writing;
};
