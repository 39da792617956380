#include "app/freshness/flagchanges.h"

#include "app/countries/countrydata.h"
#include "app/language/wordtable.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr auto colourWords = wordTable<FlagColour>({
    {FlagColour::Black, "black"_L1},
    {FlagColour::White, "white"_L1},
    {FlagColour::Red, "red"_L1},
    {FlagColour::DarkRed, "dark-red"_L1},
    {FlagColour::Yellow, "yellow"_L1},
    {FlagColour::Green, "green"_L1},
    {FlagColour::Turquoise, "turquoise"_L1},
    {FlagColour::Blue, "blue"_L1},
    {FlagColour::DeepBlue, "deep-blue"_L1},
});

/// A colour in the HSL model: channels and chroma from 0 to 255, hue in degrees.
struct Shade
{
    int highest = 0;
    int lowest = 0;
    int chroma = 0;
    double hue = 0;

    explicit Shade(QRgb rgb)
        : highest(std::max({qRed(rgb), qGreen(rgb), qBlue(rgb)}))
        , lowest(std::min({qRed(rgb), qGreen(rgb), qBlue(rgb)}))
        , chroma(highest - lowest)
    {
        if (chroma == 0)
            return;
        const double step = 60.0 / chroma;
        if (highest == qRed(rgb))
            hue = step * (qGreen(rgb) - qBlue(rgb));
        else if (highest == qGreen(rgb))
            hue = 120 + step * (qBlue(rgb) - qRed(rgb));
        else
            hue = 240 + step * (qRed(rgb) - qGreen(rgb));
        if (hue < 0)
            hue += 360;
    }

    [[nodiscard]] bool isHue(double from, double to) const { return hue >= from && hue <= to; }
};

/// Reads values and records the first problem.
class ChangeReader final
{
public:
    [[nodiscard]] QString problem() const { return m_problem; }

    [[nodiscard]] FlagChange change(const QJsonObject &entry)
    {
        FlagChange change{.code = entry.value("code"_L1).toString(),
            .date = entry.value("date"_L1).toString(),
            .change = entry.value("change"_L1).toString(),
            .sourceTitle = entry.value("source"_L1).toObject().value("title"_L1).toString(),
            .sourceUrl = QUrl(entry.value("source"_L1).toObject().value("url"_L1).toString()),
            .current = marks(entry.value("current"_L1).toObject()),
            .former = {},
            .mistaken = {}};
        m_code = change.code;
        require(change.code.size() >= 2 && change.code == change.code.toUpper(), u"has no code"_s);
        require(!change.change.isEmpty(), u"has no description"_s);
        require(!change.sourceTitle.isEmpty() && change.sourceUrl.isValid()
                && change.sourceUrl.scheme() == "https"_L1,
            u"has no source"_s);
        const QJsonArray formerFlags = entry.value("former"_L1).toArray();
        for (const QJsonValue &value : formerFlags) {
            const QJsonObject former = value.toObject();
            change.former.append({former.value("until"_L1).toString(), marks(former)});
            require(isDate(change.former.last().until), u"has a former flag without a date"_s);
            require(!change.former.last().marks.isEmpty(), u"has a former flag without marks"_s);
        }
        const QJsonArray mistakenFlags = entry.value("mistaken"_L1).toArray();
        for (const QJsonValue &value : mistakenFlags) {
            const QJsonObject mistaken = value.toObject();
            change.mistaken.append({mistaken.value("code"_L1).toString(), marks(mistaken)});
            require(change.mistaken.last().code.size() == 2, u"has a mistaken flag without a code"_s);
            require(!change.mistaken.last().marks.isEmpty(), u"has a mistaken flag without marks"_s);
        }
        require(!change.former.isEmpty() || !change.mistaken.isEmpty(), u"has nothing to recognise"_s);
        require(change.former.isEmpty() || isDate(change.date), u"has no date"_s);
        return change;
    }

private:
    void require(bool holds, const QString &problem)
    {
        if (!holds && m_problem.isEmpty())
            m_problem = u"%1 %2"_s.arg(m_code, problem);
    }

    [[nodiscard]] static bool isDate(const QString &text)
    {
        if (text.size() == 4)
            return text.toInt() >= 1900;
        return QDate::fromString(text, Qt::ISODate).isValid();
    }

    [[nodiscard]] double unit(const QJsonValue &value)
    {
        const double number = value.toDouble(-1);
        require(number >= 0 && number <= 1, u"has a number that is not between 0 and 1"_s);
        return number;
    }

    [[nodiscard]] FlagColour colour(const QJsonValue &value)
    {
        const auto colour = flagColourFromWord(value.toString());
        require(colour.has_value(), u"has an unknown colour"_s);
        return colour.value_or(FlagColour::Black);
    }

    [[nodiscard]] FlagMarks marks(const QJsonObject &object)
    {
        FlagMarks marks;
        const QJsonArray points = object.value("points"_L1).toArray();
        for (const QJsonValue &value : points) {
            const QJsonArray point = value.toArray();
            require(point.size() == 3, u"has a point that is not x, y, colour"_s);
            marks.points.append({{unit(point.at(0)), unit(point.at(1))}, colour(point.at(2))});
        }
        const QJsonArray areas = object.value("areas"_L1).toArray();
        for (const QJsonValue &value : areas) {
            const QJsonArray area = value.toArray();
            require(
                area.size() == 7, u"has an area that is not left, top, right, bottom, colour, least, most"_s);
            const QRectF rectangle(
                QPointF(unit(area.at(0)), unit(area.at(1))), QPointF(unit(area.at(2)), unit(area.at(3))));
            require(rectangle.isValid(), u"has an empty area"_s);
            marks.areas.append({rectangle, colour(area.at(4)), unit(area.at(5)), unit(area.at(6))});
        }
        return marks;
    }

    QString m_code;
    QString m_problem;
};

} // namespace

std::optional<FlagColour> flagColourFromWord(QStringView word)
{
    return colourWords.valueOf(word);
}

// The limits were measured with the pictures of flag-icons, circle-flags, iso-flags-svg and
// svg-country-flags: circle-flags' black is #333333, its white #EEEEEE, and one of its greens is #496E2D.
bool isColour(QRgb rgb, FlagColour colour)
{
    const Shade shade(rgb);
    const bool isRed = (shade.hue >= 335 || shade.hue <= 22) && shade.chroma >= 90;
    const bool isBlue = shade.isHue(185, 262) && shade.chroma >= 50;
    switch (colour) {
    case FlagColour::Black:
        return shade.highest <= 85 && shade.chroma <= 40;
    case FlagColour::White:
        return shade.lowest >= 200 && shade.chroma <= 30;
    case FlagColour::Red:
        return isRed;
    case FlagColour::DarkRed:
        return isRed && shade.highest <= 205;
    case FlagColour::Yellow:
        return shade.isHue(36, 70) && shade.chroma >= 80;
    case FlagColour::Green:
        return shade.isHue(75, 172) && shade.chroma >= 40;
    case FlagColour::Turquoise:
        return shade.isHue(165, 198) && shade.chroma >= 60;
    case FlagColour::Blue:
        return isBlue;
    case FlagColour::DeepBlue: // at most half of the lightness of HSL
        return isBlue && shade.hue >= 200 && shade.highest + shade.lowest <= 255;
    }
    Q_UNREACHABLE();
}

tl::expected<QList<FlagChange>, QString> parseFlagChanges(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return tl::unexpected(error.errorString());
    QList<FlagChange> changes;
    QSet<QString> codes;
    const QJsonArray entries = document.object().value("changes"_L1).toArray();
    for (const QJsonValue &entry : entries) {
        ChangeReader reader;
        changes.append(reader.change(entry.toObject()));
        if (!reader.problem().isEmpty())
            return tl::unexpected(reader.problem());
        if (codes.contains(changes.last().code))
            return tl::unexpected(u"%1 occurs twice"_s.arg(changes.last().code));
        codes.insert(changes.last().code);
    }
    return changes;
}

const QList<FlagChange> &shippedFlagChanges()
{
    static const QList<FlagChange> changes = [] {
        auto parsed = parseFlagChanges(shippedFile(u"flagchanges.json"_s));
        if (!parsed)
            qFatal("flagchanges.json: %s", qPrintable(parsed.error()));
        return *std::move(parsed);
    }();
    return changes;
}
