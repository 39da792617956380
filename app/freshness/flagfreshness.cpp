#include "app/freshness/flagfreshness.h"

#include "app/countries/countrynames.h"
#include "app/drawing/picture.h"
#include "app/freshness/rememberedfreshness.h"
#include "app/images/picturedistance.h"
#include "app/language/joining.h"
#include "app/language/translation.h"
#include "app/storage/filereading.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace {

// Every picture is scaled to this size, so that coordinates have the same meaning in all of them. Large
// enough for a star, small enough to average out dithering and the artefacts of lossy compression.
constexpr QSize sampleSize{64, 48};
// Larger than the sample, so that SVGs are scaled down to it like rasters.
constexpr QSize drawnSize{128, 96};
constexpr int leastOpaque = 200; // alpha, of 255; pixels with less are ignored
constexpr qint64 largestPicture = 16 << 20;

const FlagChange *changeOf(const QString &code)
{
    const auto &changes = shippedFlagChanges();
    const auto found = std::ranges::find(changes, code, &FlagChange::code);
    return found == changes.end() ? nullptr : &*found;
}

/// The flag without transparent margins, at the size of the sample.
QImage sampleOf(const QImage &picture)
{
    return withoutClearMargins(picture.convertToFormat(QImage::Format_ARGB32), leastOpaque)
        .scaled(sampleSize, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_ARGB32);
}

/// The share of the part's pixels with the colour. Nothing if most of them are transparent.
std::optional<double> shareOf(const QImage &sample, const QRect &part, FlagColour colour)
{
    int seen = 0;
    int matching = 0;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x) {
            const QRgb pixel = sample.pixel(x, y);
            if (qAlpha(pixel) < leastOpaque)
                continue;
            ++seen;
            matching += isColour(pixel, colour);
        }
    }
    if (2 * seen < part.width() * part.height())
        return std::nullopt;
    return double(matching) / seen;
}

bool hasPoint(const QImage &sample, const ColourPoint &point)
{
    constexpr double leastShare = 0.6;
    const QPoint middle(int(point.at.x() * sample.width()), int(point.at.y() * sample.height()));
    const QRect around = QRect(middle - QPoint(1, 1), QSize(3, 3)).intersected(sample.rect());
    const auto share = shareOf(sample, around, point.colour);
    return share && *share >= leastShare;
}

bool hasArea(const QImage &sample, const ColourArea &area)
{
    const QRectF scaled(area.area.x() * sample.width(), area.area.y() * sample.height(),
        area.area.width() * sample.width(), area.area.height() * sample.height());
    const auto share = shareOf(sample, scaled.toRect().intersected(sample.rect()), area.colour);
    return share && *share >= area.least && *share <= area.most;
}

bool matches(const QImage &sample, const FlagMarks &marks)
{
    return !marks.isEmpty() && std::ranges::all_of(marks.points, [&sample](const ColourPoint &point) {
        return hasPoint(sample, point);
    }) && std::ranges::all_of(marks.areas, [&sample](const ColourArea &area) {
        return hasArea(sample, area);
    });
}

struct FreshnessText
{
    Q_DECLARE_TR_FUNCTIONS(FreshnessText)
};

} // namespace

bool hasFlagChange(const QString &code)
{
    return changeOf(code) != nullptr;
}

std::optional<FlagFreshness> freshnessOf(const QString &code, const QImage &picture)
{
    using State = FlagFreshness::State;
    const FlagChange *change = changeOf(code);
    if (!change)
        return std::nullopt;
    if (picture.isNull())
        return FlagFreshness{};
    const QImage sample = sampleOf(picture);
    if (matches(sample, change->current))
        return FlagFreshness{.state = State::Current};
    for (const FormerFlag &former : change->former) {
        if (matches(sample, former.marks))
            return FlagFreshness{.state = State::Superseded, .since = former.until};
    }
    for (const MistakenFlag &mistaken : change->mistaken) {
        if (matches(sample, mistaken.marks))
            return FlagFreshness{.state = State::OtherCountry, .since = {}, .whose = mistaken.code};
    }
    return FlagFreshness{};
}

std::optional<FlagFreshness> freshnessOfBytes(
    const QString &code, const QByteArray &picture, const CancelToken &cancel)
{
    if (!hasFlagChange(code))
        return std::nullopt;
    static RememberedFreshness remembered;
    const auto found = remembered.get(code, picture, [&]() -> std::optional<FlagFreshness> {
        const QImage drawn = fittedInto(picture, drawnSize, cancel);
        return drawn.isNull() ? std::nullopt : freshnessOf(code, drawn);
    });
    return found.value_or(FlagFreshness{.state = FlagFreshness::State::NotChecked});
}

std::optional<FlagFreshness> freshnessOfFile(
    const QString &code, const QString &folder, const QString &path, const CancelToken &cancel)
{
    if (!hasFlagChange(code))
        return std::nullopt;
    const auto bytes = readFileBeneath(folder, path, largestPicture);
    return freshnessOfBytes(code, bytes ? bytes->value_or(QByteArray()) : QByteArray(), cancel);
}

QList<CodedFreshness> wrongPictures(const QList<std::pair<QString, QByteArray>> &pictures)
{
    QList<CodedFreshness> wrong;
    for (const auto &[code, bytes] : pictures) {
        if (const auto freshness = freshnessOfBytes(code, bytes); freshness && freshness->isWrong())
            wrong.append({code, *freshness});
    }
    return wrong;
}

QString yearOf(const QString &date)
{
    return date.left(4);
}

QString freshnessText(const FlagFreshness &freshness, const QString &country)
{
    switch (freshness.state) {
    case FlagFreshness::State::Superseded:
        return FreshnessText::tr("%1's flag until %2", "country, year").arg(country, yearOf(freshness.since));
    case FlagFreshness::State::OtherCountry:
        return FreshnessText::tr("the flag of %1", "another country")
            .arg(countryNameIn(freshness.whose, interfaceLanguage()));
    case FlagFreshness::State::Current:
    case FlagFreshness::State::Unknown:
    case FlagFreshness::State::NotChecked:
        break;
    }
    return {};
}

QString freshnessText(const std::optional<FlagFreshness> &freshness, const QString &country)
{
    return freshness ? freshnessText(*freshness, country) : QString();
}

QString wrongPicturesText(QList<WrongPicture> wrong)
{
    if (wrong.isEmpty())
        return {};
    std::ranges::sort(wrong, {}, &WrongPicture::code);
    QStringList named;
    for (const WrongPicture &picture : std::as_const(wrong))
        named.append(withRemark(picture.code, freshnessText(picture.freshness, picture.country)));
    return FreshnessText::tr(
        "Older pictures: %n flag(s) are superseded or wrong: %1", nullptr, int(wrong.size()))
        .arg(joinedItems(named));
}

QString olderPicturesText(qsizetype count)
{
    return count == 0
        ? QString()
        : FreshnessText::tr("Older pictures: %n flag(s) are superseded or wrong.", nullptr, int(count));
}
