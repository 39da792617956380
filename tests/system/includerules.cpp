#include "tests/system/includerules.h"

#include <QFileInfo>
#include <QHash>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

/// Each room of app/, with the rooms that it may include besides itself.
const QHash<QString, QSet<QString>> &roomsBelow()
{
    static const QSet<QString> ground{u"failures"_s, u"language"_s};
    static const QSet<QString> countries = QSet<QString>(ground) << u"countries"_s;
    static const QSet<QString> sources = QSet<QString>(countries) << u"sources"_s;
    static const QSet<QString> freshness = QSet<QString>(sources)
        << u"images"_s << u"storage"_s << u"drawing"_s;
    static const QSet<QString> parts = QSet<QString>(freshness)
        << u"freshness"_s << u"builtin"_s << u"transfer"_s;
    static const QSet<QString> pictures = QSet<QString>(ground) << u"images"_s << u"storage"_s;
    static const QHash<QString, QSet<QString>> rooms{
        {u"language"_s, {}},
        {u"failures"_s, {}},
        {u"countries"_s, ground},
        {u"sources"_s, countries},
        {u"builtin"_s, QSet<QString>(freshness) << u"freshness"_s},
        {u"transfer"_s, sources},
        {u"images"_s, QSet<QString>(sources) << u"storage"_s},
        {u"render"_s, pictures},
        {u"drawing"_s, pictures},
        {u"storage"_s, sources},
        {u"freshness"_s, freshness},
        {u"sets"_s, QSet<QString>(freshness) << u"freshness"_s},
        {u"downloads"_s, QSet<QString>(parts) << u"sets"_s},
        {u"exports"_s, QSet<QString>(parts) << u"sets"_s},
        {u"session"_s, QSet<QString>(parts) << u"sets"_s << u"downloads"_s},
        {u"terminal"_s,
            QSet<QString>(parts) << u"sets"_s << u"downloads"_s << u"session"_s << u"exports"_s},
    };
    return rooms;
}

/// Whether the header is of Qt's Widgets library, or QPixmap, which only the thread of the window may touch.
bool isOfWidgets(const QString &header)
{
    const QString library = QLibraryInfo::path(QLibraryInfo::HeadersPath) + u"/QtWidgets/"_s;
    return header == "QPixmap"_L1 || header.startsWith("QtWidgets"_L1) || QFileInfo::exists(library + header);
}

QString problemWith(const QString &path, const QString &header)
{
    if (path == "app/main.cpp"_L1)
        return {};
    const QStringList from = path.split(u'/');
    const QStringList to = header.split(u'/');
    if (from.first() == "ui"_L1)
        return to.first() == "tests"_L1 ? u"the window does not know the tests"_s : QString();
    if (to.first() == "ui"_L1 || isOfWidgets(header))
        return u"only app/main.cpp may know the window"_s;
    if (to.first() != "app"_L1)
        return to.first() == "tests"_L1 ? u"the core does not know the tests"_s : QString();
    if (!roomsBelow().contains(from.at(1)))
        return u"this room is not in the rules"_s;
    if (from.at(1) != to.at(1) && !roomsBelow().value(from.at(1)).contains(to.at(1)))
        return u"this arrow runs back"_s;
    return {};
}

} // namespace

QStringList includeProblems(const QString &path, const QString &text)
{
    static const QRegularExpression include(
        u"^[ \\t]*#[ \\t]*include[ \\t]*[<\"]([^>\"]+)[>\"]"_s, QRegularExpression::MultilineOption);
    QStringList problems;
    for (const QRegularExpressionMatch &match : include.globalMatch(text)) {
        const QString header = match.captured(1);
        if (const QString problem = problemWith(path, header); !problem.isEmpty())
            problems.append(u"%1 includes %2: %3"_s.arg(path, header, problem));
    }
    return problems;
}
