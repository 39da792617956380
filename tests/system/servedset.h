#pragma once

#include "tests/faults/nginx.h"
#include "tests/system/program.h"

#include <QDateTime>
#include <QHash>
#include <QStringList>
#include <QTcpServer>
#include <QTemporaryDir>

/// The validators that the server sends with a picture.
enum class Served {
    WithTag, ///< ETag and Last-Modified
    WithTime, ///< only Last-Modified
    WithNothing,
};

/// The state of a file, to detect whether a program wrote or replaced it.
struct FileTrace
{
    quint64 inode = 0;
    qint64 modified = 0; ///< in ns
    QByteArray bytes = {};

    friend bool operator==(const FileTrace &, const FileTrace &) = default;
};

/// The traces of all files of a folder by relative path, including hidden files.
[[nodiscard]] QHash<QString, FileTrace> tracesIn(const QString &folder);

/// Paths whose traces differ or that only one side contains, sorted and separated by spaces.
[[nodiscard]] QString touched(
    const QHash<QString, FileTrace> &before, const QHash<QString, FileTrace> &after);

/// The content of all files of a folder by relative path, without hidden files.
[[nodiscard]] QHash<QString, QByteArray> contentsOf(const QString &folder);

/// The codes of all countries in the catalogue, sorted.
[[nodiscard]] QStringList everyCode();

/// DE FR KE NG ZA
[[nodiscard]] QStringList fiveCodes();

/// nginx that serves an SVG for each of some countries, and a scratch folder for sets of the real program.
class ServedSet final
{
public:
    ServedSet(const QStringList &codes, Served served);
    /// Serves every country of the catalogue.
    explicit ServedSet(Served served);
    Q_DISABLE_COPY_MOVE(ServedSet)
    ~ServedSet() = default;

    /// Returns whether the server runs and has all pictures.
    [[nodiscard]] bool start();

    [[nodiscard]] const QStringList &codes() const { return m_codes; }
    [[nodiscard]] QString path(const QString &name) const { return m_scratch.filePath(name); }
    /// The URL template for --server.
    [[nodiscard]] QString address() const;
    [[nodiscard]] QByteArray picture(const QString &code) const { return m_pictures.value(code); }

    /// Replaces the picture of the country.
    void change(const QString &code);
    /// Changes only the modification time of the picture.
    void setModified(const QString &code, const QDateTime &time);
    void remove(const QString &code);
    /// Accepts requests for these countries but does not answer them.
    void stopAnswering(const QStringList &codes);
    void resumeAnswering(const QStringList &codes);

    /// Forgets earlier requests and runs the program in the scratch folder.
    [[nodiscard]] EndedRun run(const QStringList &arguments);
    /// Downloads all countries into `folder`.
    [[nodiscard]] EndedRun download(const QString &folder, const QStringList &more = {});

    void forgetRequests();
    /// The requests since forgetRequests().
    [[nodiscard]] QList<LoggedRequest> requests() const;
    /// Codes of the requests that were answered with this status, sorted.
    [[nodiscard]] QStringList requestedCodes(int status) const;
    /// Codes of all requests, sorted.
    [[nodiscard]] QStringList requestedCodes() const;
    [[nodiscard]] qint64 bodyBytes() const;

private:
    /// A port of 127.0.0.1 that accepts connections and never responds.
    [[nodiscard]] quint16 silentPort();
    [[nodiscard]] bool put(const QString &code);

    QTcpServer m_silentServer; // nginx forwards requests for held pictures to it
    Nginx m_nginx;
    const QStringList m_codes;
    QTemporaryDir m_scratch;
    QHash<QString, QByteArray> m_pictures;
    int m_generation = 0;
    qsizetype m_forgotten = 0;
};
