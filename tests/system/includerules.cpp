#include "tests/system/includerules.h"

#include <QFileInfo>
#include <QHash>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

/// Each module of app/, with the modules that it may include besides itself.
const QHash<QString, QSet<QString>> &modulesBelow()
{
    static const QSet<QString> ground{u"failures"_s, u"language"_s, u"logging"_s, u"tasks"_s};
    static const QSet<QString> countries = QSet<QString>(ground) << u"countries"_s;
    static const QSet<QString> sources = QSet<QString>(countries) << u"sources"_s;
    static const QSet<QString> freshness = QSet<QString>(sources)
        << u"images"_s << u"storage"_s << u"drawing"_s;
    static const QSet<QString> parts = QSet<QString>(freshness)
        << u"freshness"_s << u"builtin"_s << u"timeline"_s << u"transfer"_s;
    static const QSet<QString> pictures = QSet<QString>(ground) << u"images"_s << u"storage"_s;
    static const QHash<QString, QSet<QString>> modules{
        {u"language"_s, {}},
        {u"failures"_s, {u"language"_s}},
        {u"logging"_s, {}},
        {u"tasks"_s, {u"failures"_s}},
        {u"countries"_s, ground},
        {u"sources"_s, countries},
        {u"builtin"_s, QSet<QString>(freshness) << u"freshness"_s},
        {u"timeline"_s, sources},
        {u"transfer"_s, QSet<QString>(sources) << u"timeline"_s},
        {u"images"_s, QSet<QString>(sources) << u"storage"_s},
        {u"render"_s, pictures},
        {u"drawing"_s, pictures},
        {u"storage"_s, sources},
        {u"freshness"_s, freshness},
        {u"sets"_s, QSet<QString>(freshness) << u"freshness"_s},
        {u"saving"_s, QSet<QString>(parts) << u"sets"_s},
        {u"downloads"_s, QSet<QString>(parts) << u"sets"_s << u"saving"_s},
        {u"lesson"_s, QSet<QString>(parts) << u"sets"_s << u"saving"_s << u"downloads"_s},
        {u"measuring"_s, QSet<QString>(parts) << u"sets"_s << u"saving"_s << u"downloads"_s},
        {u"exports"_s, QSet<QString>(parts) << u"sets"_s},
        {u"session"_s, QSet<QString>(parts) << u"sets"_s << u"saving"_s << u"downloads"_s},
        {u"terminal"_s,
            QSet<QString>(parts) << u"sets"_s << u"saving"_s << u"downloads"_s << u"session"_s << u"exports"_s
                                 << u"measuring"_s},
    };
    return modules;
}

/// The modules of ui/ from bottom to top. Each may include those before it.
const QStringList &modulesOfWindow()
{
    static const QStringList modules{u"look"_s, u"desktop"_s, u"grid"_s, u"accessible"_s, u"timeline"_s,
        u"details"_s, u"files"_s, u"sources"_s, u"exports"_s, u"sets"_s, u"compare"_s, u"lesson"_s, u"lab"_s,
        u"footer"_s, u"header"_s, u"preferences"_s, u"help"_s, u"window"_s};
    return modules;
}

/// Whether the header belongs to Qt Widgets, or is QPixmap, which only the thread of the window may use.
bool isWidgetsHeader(const QString &header)
{
    const QString library = QLibraryInfo::path(QLibraryInfo::HeadersPath) + u"/QtWidgets/"_s;
    return header == "QPixmap"_L1 || header.startsWith("QtWidgets"_L1) || QFileInfo::exists(library + header);
}

QString problemInCore(const QString &module, const QString &header)
{
    const QStringList to = header.split(u'/');
    if (to.first() == "ui"_L1 || isWidgetsHeader(header))
        return u"only app/main.cpp may include the window"_s;
    if (to.first() != "app"_L1)
        return {};
    if (!modulesBelow().contains(module))
        return u"this module is not in the rules"_s;
    if (module != to.at(1) && !modulesBelow().value(module).contains(to.at(1)))
        return u"this include runs backwards"_s;
    return {};
}

QString problemInWindow(const QString &module, const QString &header)
{
    const QStringList to = header.split(u'/');
    if (to.first() != "ui"_L1)
        return {};
    const qsizetype position = modulesOfWindow().indexOf(module);
    if (position < 0)
        return u"this module is not in the rules"_s;
    const qsizetype included = modulesOfWindow().indexOf(to.at(1));
    if (included < 0 || included > position)
        return u"this include runs backwards"_s;
    return {};
}

QString problemWith(const QString &path, const QString &header)
{
    if (path == "app/main.cpp"_L1)
        return {};
    if (header.startsWith("tests/"_L1))
        return u"the program must not include tests"_s;
    const QStringList from = path.split(u'/');
    return from.first() == "ui"_L1 ? problemInWindow(from.at(1), header) : problemInCore(from.at(1), header);
}

/// A depth-first search that follows each include once.
class CycleSearch final
{
public:
    explicit CycleSearch(const QMap<QString, QString> &files)
    {
        for (auto file = files.cbegin(); file != files.cend(); ++file)
            m_includes.insert(file.key(), includedHeaders(file.value()));
    }

    QStringList run()
    {
        for (auto file = m_includes.cbegin(); file != m_includes.cend(); ++file)
            visit(file.key());
        return m_cycles;
    }

private:
    void visit(const QString &file)
    {
        const qsizetype start = m_path.indexOf(file);
        if (start >= 0)
            m_cycles.append((m_path.sliced(start) << file).join(u" -> "_s));
        if (m_visited.contains(file))
            return;
        m_visited.insert(file);
        m_path.append(file);
        for (const QString &header : m_includes.value(file)) {
            if (m_includes.contains(header))
                visit(header);
        }
        m_path.removeLast();
    }

    QMap<QString, QStringList> m_includes;
    QSet<QString> m_visited;
    QStringList m_path; // from the file where the search started to the current one
    QStringList m_cycles;
};

} // namespace

QStringList includedHeaders(const QString &text)
{
    static const QRegularExpression include(
        u"^[ \\t]*#[ \\t]*include[ \\t]*[<\"]([^>\"]+)[>\"]"_s, QRegularExpression::MultilineOption);
    QStringList headers;
    for (const QRegularExpressionMatch &match : include.globalMatch(text))
        headers.append(match.captured(1));
    return headers;
}

QStringList includeProblems(const QString &path, const QString &text)
{
    QStringList problems;
    for (const QString &header : includedHeaders(text)) {
        if (const QString problem = problemWith(path, header); !problem.isEmpty())
            problems.append(u"%1 includes %2: %3"_s.arg(path, header, problem));
    }
    return problems;
}

QStringList includeCycles(const QMap<QString, QString> &files)
{
    return CycleSearch(files).run();
}

QStringList tooLongFiles(const QMap<QString, QString> &files)
{
    QStringList tooLong;
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        const bool isLastLineOpen = !file->isEmpty() && !file->endsWith(u'\n');
        const qsizetype lines = file->count(u'\n') + (isLastLineOpen ? 1 : 0);
        if (lines > mostLinesOfFile)
            tooLong.append(u"%1: %2 lines"_s.arg(file.key()).arg(lines));
    }
    return tooLong;
}
