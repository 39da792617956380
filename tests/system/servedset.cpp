#include "tests/system/servedset.h"

#include "app/countries/catalogue.h"
#include "tests/system/flagfolder.h"

#include <QDirIterator>
#include <QFile>
#include <QTimeZone>

#include <sys/stat.h>

#include <algorithm>
#include <cstdio>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

QByteArray wordsFor(Served served)
{
    switch (served) {
    case Served::WithTag:
        return {};
    case Served::WithTime:
        return "etag off;";
    case Served::WithNothing:
        return R"(etag off; if_modified_since off; add_header Last-Modified "";)";
    }
    Q_UNREACHABLE();
}

QByteArray directivesFor(Served served, quint16 silentPort)
{
    return wordsFor(served) + " location / { if (-f $request_filename.held) { proxy_pass http://127.0.0.1:"
        + QByteArray::number(silentPort) + "; } }";
}

/// The size differs between generations, because nginx computes ETags from time and size. No two flags have
/// the same colour in any two generations: an update refuses the former picture of another country.
QByteArray svgOf(const QString &code, int generation)
{
    constexpr int codes = 26 * 26;
    const int number = (code[0].unicode() - u'A') * 26 + code[1].unicode() - u'A';
    const QByteArray colour = QByteArray::number(0x100000 + codes * generation + number, 16);
    return R"(<svg xmlns="http://www.w3.org/2000/svg" width="12" height="9"><rect width="12" height="9" fill="#)"
        + colour + R"("/><!--)" + QByteArray(generation, '+') + "--></svg>";
}

QStringList codesOf(const QList<LoggedRequest> &requests)
{
    QStringList codes;
    for (const LoggedRequest &request : requests)
        codes.append(QString::fromLatin1(request.path.mid(1, 2)).toUpper());
    codes.sort();
    return codes;
}

QString servedPath(const QString &code)
{
    return u"www/%1/%1.svg"_s.arg(code.toLower());
}

} // namespace

QHash<QString, FileTrace> tracesIn(const QString &folder)
{
    QHash<QString, FileTrace> traces;
    const QDir root(folder);
    QDirIterator entries(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        struct stat there
        {
        };
        if (::lstat(QFile::encodeName(path).constData(), &there) != 0)
            continue;
        constexpr qint64 second = 1'000'000'000;
        traces.insert(root.relativeFilePath(path),
            {there.st_ino, there.st_mtim.tv_sec * second + there.st_mtim.tv_nsec, readFile(path)});
    }
    return traces;
}

QString touched(const QHash<QString, FileTrace> &before, const QHash<QString, FileTrace> &after)
{
    QStringList files = before.keys() + after.keys();
    files.removeDuplicates();
    files.removeIf([&](const QString &file) {
        return before.contains(file) && after.contains(file) && before.value(file) == after.value(file);
    });
    files.sort();
    return files.join(u' ');
}

QHash<QString, QByteArray> contentsOf(const QString &folder)
{
    QHash<QString, QByteArray> contents;
    const QHash<QString, FileTrace> traces = tracesIn(folder);
    for (const auto &[file, trace] : traces.asKeyValueRange()) {
        if (!file.startsWith(u'.'))
            contents.insert(file, trace.bytes);
    }
    return contents;
}

QStringList everyCode()
{
    QStringList codes;
    const Catalogue catalogue;
    for (const Country &country : catalogue.countries())
        codes.append(country.code);
    codes.sort();
    return codes;
}

QStringList fiveCodes()
{
    return {u"DE"_s, u"FR"_s, u"KE"_s, u"NG"_s, u"ZA"_s};
}

ServedSet::ServedSet(const QStringList &codes, Served served)
    : m_nginx(directivesFor(served, silentPort()))
    , m_codes(codes)
{
}

ServedSet::ServedSet(Served served)
    : ServedSet(everyCode(), served)
{
}

bool ServedSet::start()
{
    return std::ranges::all_of(m_codes, [this](const QString &code) { return put(code); })
        && m_nginx.waitForStart();
}

QString ServedSet::address() const
{
    return u"http://127.0.0.1:%1/{cc}/{cc}.svg"_s.arg(m_nginx.port());
}

void ServedSet::change(const QString &code)
{
    ++m_generation;
    if (!put(code))
        qFatal("The picture of %s cannot be changed", qPrintable(code));
}

void ServedSet::setModified(const QString &code, const QDateTime &time)
{
    QFile file(m_nginx.path(servedPath(code)));
    if (!file.open(QIODevice::ReadWrite) || !file.setFileTime(time, QFileDevice::FileModificationTime))
        qFatal("The picture of %s cannot be dated", qPrintable(code));
}

void ServedSet::remove(const QString &code)
{
    if (!QFile::remove(m_nginx.path(servedPath(code))))
        qFatal("The picture of %s cannot be removed", qPrintable(code));
}

void ServedSet::stopAnswering(const QStringList &codes)
{
    for (const QString &code : codes) {
        if (!m_nginx.write(servedPath(code) + u".held"_s, {}))
            qFatal("The picture of %s cannot be withheld", qPrintable(code));
    }
}

void ServedSet::resumeAnswering(const QStringList &codes)
{
    for (const QString &code : codes) {
        if (!QFile::remove(m_nginx.path(servedPath(code) + u".held"_s)))
            qFatal("The picture of %s is not withheld", qPrintable(code));
    }
}

EndedRun ServedSet::run(const QStringList &arguments)
{
    forgetRequests();
    return ::run(arguments, m_scratch.path());
}

EndedRun ServedSet::download(const QString &folder, const QStringList &more)
{
    return run(
        QStringList{u"--headless"_s, u"--server"_s, address(), u"--output"_s, folder} + more + m_codes);
}

void ServedSet::forgetRequests()
{
    m_forgotten += requests().size();
}

QList<LoggedRequest> ServedSet::requests() const
{
    if (!m_nginx.waitForLog())
        qFatal("nginx does not respond any more");
    return m_nginx.log().sliced(m_forgotten);
}

QStringList ServedSet::requestedCodes(int status) const
{
    QList<LoggedRequest> answered = requests();
    answered.removeIf([status](const LoggedRequest &request) { return request.status != status; });
    return codesOf(answered);
}

QStringList ServedSet::requestedCodes() const
{
    return codesOf(requests());
}

qint64 ServedSet::bodyBytes() const
{
    const QList<LoggedRequest> all = requests();
    return std::accumulate(all.cbegin(), all.cend(), qint64(0),
        [](qint64 sum, const LoggedRequest &request) { return sum + request.bodyBytes; });
}

quint16 ServedSet::silentPort()
{
    return m_silentServer.listen(QHostAddress::LocalHost) ? m_silentServer.serverPort() : 0;
}

// Two generations are a minute apart, so that a client that compares only the time sees a difference.
bool ServedSet::put(const QString &code)
{
    const QByteArray svg = svgOf(code, m_generation);
    m_pictures.insert(code, svg);
    // Replaces the picture atomically, as a well-maintained server does.
    const QString path = servedPath(code);
    if (!m_nginx.write(path + u".new"_s, svg))
        return false;
    QFile file(m_nginx.path(path + u".new"_s));
    const QDateTime time
        = QDateTime({2026, 1, 1}, {0, 0}, QTimeZone::utc()).addSecs(qint64(60) * m_generation);
    return file.open(QIODevice::ReadWrite) && file.setFileTime(time, QFileDevice::FileModificationTime)
        && std::rename(QFile::encodeName(file.fileName()).constData(),
               QFile::encodeName(m_nginx.path(path)).constData())
        == 0;
}
