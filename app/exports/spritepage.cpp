#include "app/exports/spritepage.h"

#include "app/countries/countrydata.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView densityKey("pixels_per_css_pixel");

/// "flag-de". Other characters than letters and digits are removed, because they could end the CSS rule.
QString classOf(const ExportFlag &flag)
{
    QString code = flag.code.toLower();
    code.removeIf([](QChar c) { return c.unicode() > 0x7f || !c.isLetterOrNumber(); });
    return u"flag-"_s + code;
}

QString resourceText(const QString &name)
{
    return QString::fromUtf8(shippedFile(u"exports/"_s + name));
}

/// Replaces each `{{NAME}}` in one pass, so that names inside of values are not replaced.
QString filled(const QString &text, const QHash<QString, QString> &values)
{
    static const QRegularExpression name(u"\\{\\{([A-Z]+)\\}\\}"_s);
    QString result;
    qsizetype position = 0;
    for (const auto &match : name.globalMatch(text)) {
        result += QStringView(text).sliced(position, match.capturedStart() - position);
        result += values.value(match.captured(1));
        position = match.capturedEnd();
    }
    return result + QStringView(text).sliced(position);
}

QString figureOf(const ExportFlag &flag)
{
    return u"      <li><span class=\"flag %1\"></span><b>%2</b><code>%3</code></li>\n"_s.arg(
        classOf(flag), flag.name.toHtmlEscaped(), flag.code.toHtmlEscaped());
}

} // namespace

QRect SpriteGrid::cellOf(int number) const
{
    const QPoint corner(number % columns * cell.width(), number / columns * cell.height());
    return {corner, cell};
}

QSize SpriteGrid::pictureSize(int flags) const
{
    const int rows = std::max(1, (flags + columns - 1) / columns);
    return {columns * cell.width(), rows * cell.height()};
}

QByteArray spriteStyle(const QList<ExportFlag> &flags, const SpriteGrid &grid, const QString &pictureName)
{
    const QSize size = grid.pictureSize(int(flags.size()));
    QString text = u".flag {\n"
                   "  display: inline-block;\n"
                   "  width: %1px;\n"
                   "  height: %2px;\n"
                   "  background: url(%3) no-repeat 0 0 / %4px %5px;\n"
                   "}\n"_s.arg(QString::number(grid.cell.width()), QString::number(grid.cell.height()),
                       pictureName, QString::number(size.width()), QString::number(size.height()));
    for (qsizetype number = 0; number < flags.size(); ++number) {
        const QPoint at = grid.cellOf(int(number)).topLeft();
        text += u".%1 { background-position: %2px %3px; }\n"_s.arg(
            classOf(flags.at(number)), QString::number(-at.x()), QString::number(-at.y()));
    }
    return text.toUtf8();
}

QByteArray spritePositions(const QList<ExportFlag> &flags, const SpriteGrid &grid, const QString &pictureName)
{
    constexpr int density = SpriteGrid::density;
    QJsonObject positions;
    for (qsizetype number = 0; number < flags.size(); ++number) {
        const ExportFlag &flag = flags.at(number);
        const QRect cell = grid.cellOf(int(number));
        positions.insert(flag.code,
            QJsonObject{{u"name"_s, flag.name}, {u"x"_s, cell.x() * density}, {u"y"_s, cell.y() * density},
                {u"width"_s, cell.width() * density}, {u"height"_s, cell.height() * density}});
    }
    const QSize size = grid.pictureSize(int(flags.size())) * density;
    return QJsonDocument(QJsonObject{{u"picture"_s, pictureName}, {u"width"_s, size.width()},
                             {u"height"_s, size.height()}, {densityKey, density}, {u"flags"_s, positions}})
        .toJson();
}

bool areSpritePositions(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object().contains(densityKey);
}

QByteArray spritePage(const QList<ExportFlag> &flags, const SpriteOptions &options, const QString &styleName)
{
    const QLocale locale(options.language);
    const bool rightToLeft = locale.textDirection() == Qt::RightToLeft;
    QString figures;
    for (const ExportFlag &flag : flags)
        figures += figureOf(flag);
    const QString title = options.title.trimmed().isEmpty() ? u"Flags"_s : options.title.simplified();
    return filled(resourceText(u"sprite.html"_s),
        {
            {u"LANGUAGE"_s, options.language.toHtmlEscaped()},
            {u"DIRECTION"_s, rightToLeft ? u"rtl"_s : u"ltr"_s},
            {u"TITLE"_s, title.toHtmlEscaped()},
            {u"STYLE"_s, styleName},
            {u"COUNT"_s, locale.toString(flags.size())},
            {u"WIDTH"_s, QString::number(options.width)},
            {u"FIGURES"_s, figures},
            {u"CREDITS"_s, creditsOf(flags).toHtmlEscaped()},
        })
        .toUtf8();
}
