#pragma once

#include "tests/faults/nginx.h"
#include "tests/system/program.h"

#include <QDateTime>
#include <QHash>
#include <QStringList>
#include <QTcpServer>
#include <QTemporaryDir>

/// What a server says of a picture besides its bytes.
enum class Served {
    WithTag, ///< ETag and Last-Modified
    WithTime, ///< Last-Modified alone
    WithNothing,
};

/// What tells whether anybody touched a file.
struct FileTrace
{
    quint64 inode = 0;
    qint64 modified = 0; ///< in ns
    QByteArray bytes = {};

    friend bool operator==(const FileTrace &, const FileTrace &) = default;
};

/// By path in the folder; hidden files too.
[[nodiscard]] QHash<QString, FileTrace> tracesIn(const QString &folder);

/// Paths whose traces differ, or that are in one of them alone, sorted, with spaces between.
[[nodiscard]] QString touched(
    const QHash<QString, FileTrace> &before, const QHash<QString, FileTrace> &after);

/// By path in the folder, without hidden files.
[[nodiscard]] QHash<QString, QByteArray> contentsOf(const QString &folder);

/// Of every country in the catalogue, sorted.
[[nodiscard]] QStringList everyCode();

/// DE FR KE NG ZA
[[nodiscard]] QStringList fiveCodes();

/// nginx with an SVG for each of some countries, and a folder in which the real program keeps sets of them.
class ServedSet final
{
public:
    ServedSet(const QStringList &codes, Served served);
    /// Every country of the catalogue.
    explicit ServedSet(Served served);
    Q_DISABLE_COPY_MOVE(ServedSet)
    ~ServedSet() = default;

    /// Whether all is in place.
    [[nodiscard]] bool start();

    [[nodiscard]] const QStringList &codes() const { return m_codes; }
    [[nodiscard]] QString path(const QString &name) const { return m_scratch.filePath(name); }
    /// As --server takes it.
    [[nodiscard]] QString address() const;
    [[nodiscard]] QByteArray picture(const QString &code) const { return m_pictures.value(code); }

    /// Gives the country another picture.
    void change(const QString &code);
    /// The same picture, as if it had changed then.
    void serveAsOf(const QString &code, const QDateTime &time);
    void remove(const QString &code);
    /// Takes requests for these, and does not answer them.
    void scheduleRetry(const QStringList &codes);
    void giveOut(const QStringList &codes);

    /// Runs the program in the scratch folder; what the server was asked before is forgotten.
    [[nodiscard]] EndedRun run(const QStringList &arguments);
    /// Downloads all of it into `folder`.
    [[nodiscard]] EndedRun download(const QString &folder, const QStringList &more = {});

    void forgetRequests();
    /// Since then.
    [[nodiscard]] QList<LoggedRequest> requests() const;
    /// Codes of those that were answered so, sorted.
    [[nodiscard]] QStringList asked(int status) const;
    /// Of all.
    [[nodiscard]] QStringList asked() const;
    [[nodiscard]] qint64 bodyBytes() const;

private:
    /// A port of 127.0.0.1 that answers nothing.
    [[nodiscard]] quint16 silentPort();
    [[nodiscard]] bool put(const QString &code);

    QTcpServer m_silence; // asked by nginx for what is held back
    Nginx m_nginx;
    const QStringList m_codes;
    QTemporaryDir m_scratch;
    QHash<QString, QByteArray> m_pictures;
    int m_generation = 0;
    qsizetype m_forgotten = 0;
};
