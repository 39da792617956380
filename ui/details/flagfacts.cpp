#include "ui/details/flagfacts.h"

#include "app/countries/catalogue.h"
#include "app/countries/countrynames.h"
#include "app/downloads/summarytext.h"
#include "app/language/joining.h"
#include "app/sources/sourcetexts.h"
#include "ui/details/flagfile.h"
#include "ui/grid/flagentry.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <cstdlib>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

struct FlagFacts
{
    Q_DECLARE_TR_FUNCTIONS(FlagFacts)
};

/// Collects the facts that are known.
class FactList final
{
public:
    void add(FactKind kind, const QString &value, const QString &toolTip = {})
    {
        if (!value.isEmpty())
            m_facts.append({kind, value, toolTip});
    }
    [[nodiscard]] const QList<FlagFact> &facts() const { return m_facts; }

private:
    QList<FlagFact> m_facts;
};

QString placeName(const QList<Place> &places, const QString &id, const QString &language)
{
    const auto place = std::ranges::find(places, id, &Place::id);
    return place == places.end() ? QString() : placeNameIn(place->code, language);
}

void addCountry(FactList &list, const Country &country, const Catalogue &catalogue)
{
    if (country.name != country.displayName)
        list.add(FactKind::EnglishName, country.name);
    const QString native = country.kind == CountryKind::Country ? nativeName(country.code) : QString();
    if (native != country.name && native != country.displayName)
        list.add(FactKind::NativeName, native);

    QStringList codes{country.code, country.iso3, numericCode(country)};
    codes.removeAll(QString());
    list.add(FactKind::Codes, joinedItems(codes));

    const CountryFacts &facts = catalogue.facts();
    const QString continent = placeName(facts.continents, country.continent, catalogue.language());
    const QString region = placeName(facts.regions, country.region, catalogue.language());
    QStringList places{continent, region};
    places.removeAll(QString());
    places.removeDuplicates();
    list.add(FactKind::Continent, joinedItems(places));
}

QString pixelsText(const QSize &pixels)
{
    if (pixels.width() <= 0)
        return {};
    const QString width = QLocale().toString(pixels.width());
    return pixels.height() <= 0
        ? FlagFacts::tr("%1 wide", "pixels of a picture").arg(width)
        : FlagFacts::tr("%1 × %2", "pixels of a picture").arg(width, QLocale().toString(pixels.height()));
}

/// "4:3". Empty if the pixels, which are rounded, show no simple ratio.
QString ratioText(const QSize &pixels)
{
    if (pixels.isEmpty())
        return {};
    constexpr int largest = 40; // a ratio of larger numbers says nothing
    const int divisor = std::gcd(pixels.width(), pixels.height());
    const int exactWidth = pixels.width() / divisor;
    const int exactHeight = pixels.height() / divisor;
    if (exactWidth <= largest && exactHeight <= largest)
        return u"%1:%2"_s.arg(exactWidth).arg(exactHeight);
    constexpr int largestRounded = 12;
    for (int height = 1; height <= largestRounded; ++height) {
        for (int width = 1; width <= largestRounded; ++width) {
            // The height is that of the ratio, rounded: they differ by half a pixel at most.
            const qint64 error = std::abs(2LL * pixels.width() * height - 2LL * pixels.height() * width);
            if (error <= width)
                return u"%1:%2"_s.arg(width).arg(height);
        }
    }
    return {};
}

QString sizeText(qint64 bytes)
{
    const QLocale locale;
    const QString rounded = locale.formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
    return bytes < 1000 ? rounded
                        : withRemark(rounded, FlagFacts::tr("%1 bytes").arg(locale.toString(bytes)));
}

/// What the disk has. What the set has is not true of the file.
QString damagedSizeText(const FlagEntry &entry, const FlagFile &file)
{
    if (entry.stamp.inode == 0)
        return {};
    const QString size = sizeText(entry.stamp.size);
    return file.bytes == entry.stamp.size || file.bytes == 0
        ? size
        : withRemark(FlagFacts::tr("%n byte(s)", nullptr, int(entry.stamp.size)),
            FlagFacts::tr("saved with %1", "size").arg(QLocale().toString(file.bytes)));
}

void addFile(FactList &list, const FlagEntry &entry, const FlagFile &file)
{
    list.add(FactKind::File, QFileInfo(file.path).fileName(), QDir::toNativeSeparators(file.path));
    if (entry.isShownFileDamaged()) {
        list.add(FactKind::Size, damagedSizeText(entry, file));
    } else {
        list.add(FactKind::Size, file.bytes > 0 ? sizeText(file.bytes) : QString());
        list.add(FactKind::Pixels, withRemark(pixelsText(file.pixels), ratioText(file.pixels)),
            FlagFacts::tr(
                "Width, height and ratio of the picture. Some sources draw every flag in one ratio, "
                "such as 4:3."));
        list.add(FactKind::Sha256, QString::fromLatin1(file.fileSha256.toHex()));
    }

    const SetFlag &record = entry.record;
    list.add(FactKind::Source, entry.saved->sourceTitle);
    list.add(FactKind::Address, record.url.isEmpty() ? entry.saved->url : record.url);
    list.add(FactKind::Licence, displayLicence(record.licence));
    if (record.time.isValid())
        list.add(FactKind::Saved, QLocale().toString(record.time.toLocalTime(), QLocale::ShortFormat),
            QLocale().toString(record.time.toLocalTime(), QLocale::LongFormat));
}

/// From where it was requested in vain.
void addRequested(FactList &list, const FlagResult &result)
{
    if (result.url.isEmpty())
        return;
    list.add(FactKind::Source, result.sourceTitle);
    list.add(FactKind::Address, result.url);
}

QString durationText(SteadyTime from, SteadyTime to)
{
    const auto duration = std::chrono::duration_cast<std::chrono::milliseconds>(to - from);
    return duration < std::chrono::seconds(1) ? FlagFacts::tr("%1 ms").arg(duration.count())
                                              : elapsedText(duration);
}

/// "waited 3 ms, answered in 40 ms, received in 2 ms"
QString requestText(const RequestTimings &times)
{
    QStringList steps;
    if (times.started)
        steps.append(
            FlagFacts::tr("waited %1", "for a free slot").arg(durationText(times.queued, *times.started)));
    if (times.started && times.firstByte)
        steps.append(FlagFacts::tr("answered in %1").arg(durationText(*times.started, *times.firstByte)));
    if (times.firstByte && times.finished)
        steps.append(FlagFacts::tr("received in %1").arg(durationText(*times.firstByte, *times.finished)));
    return joinedPhrases(steps);
}

/// The value is short, because the panel is narrow. The tooltip has every step.
void addRequest(FactList &list, FactKind kind, const RequestTimings &times)
{
    const SteadyTime started = times.started.value_or(times.queued);
    const QString waited = durationText(times.queued, started);
    const QString value = times.finished
        ? FlagFacts::tr("%1, waited %2", "duration of a request, for a free slot")
              .arg(durationText(started, *times.finished), waited)
        : QString();
    list.add(kind, value, requestText(times));
}

void addRequests(FactList &list, const FlagResult &result)
{
    if (!result.ended) // the flag was saved by another run of the program
        return;
    addRequest(list, FactKind::PictureRequest, result.image);
    if (result.metadata)
        addRequest(list, FactKind::NameRequest, *result.metadata);
    const QString total = durationText(result.queued, *result.ended);
    list.add(FactKind::Total,
        result.tries > 2 ? withRemark(total, FlagFacts::tr("%n requests", nullptr, result.tries)) : total);
}

} // namespace

QString labelOf(FactKind kind)
{
    switch (kind) {
    case FactKind::EnglishName:
        return FlagFacts::tr("In English");
    case FactKind::NativeName:
        return FlagFacts::tr("Native name");
    case FactKind::Codes:
        return FlagFacts::tr("Codes");
    case FactKind::Continent:
        return FlagFacts::tr("Continent");
    case FactKind::FlagOf:
        return FlagFacts::tr("Flag of", "the country whose flag a territory uses");
    case FactKind::File:
        return FlagFacts::tr("File");
    case FactKind::Size:
        return FlagFacts::tr("Size");
    case FactKind::Pixels:
        return FlagFacts::tr("Pixels");
    case FactKind::Sha256:
        return FlagFacts::tr("SHA-256");
    case FactKind::Source:
        return FlagFacts::tr("Source");
    case FactKind::Address:
        return FlagFacts::tr("Address");
    case FactKind::Licence:
        return FlagFacts::tr("Licence");
    case FactKind::Saved:
        return FlagFacts::tr("Saved", "time");
    case FactKind::PictureRequest:
        return FlagFacts::tr("Picture took", "time of its request");
    case FactKind::NameRequest:
        return FlagFacts::tr("Name took", "time of its request");
    case FactKind::Total:
        return FlagFacts::tr("In all", "time from the start of the batch to the file on disk");
    }
    Q_UNREACHABLE();
}

QList<FlagFact> factsOf(const FlagEntry &entry, const Catalogue &catalogue, const QString &owner)
{
    FactList list;
    addCountry(list, entry.country, catalogue);
    list.add(FactKind::FlagOf, owner,
        FlagFacts::tr("%1 uses the flag of %2, or the source has no other picture.")
            .arg(entry.country.displayName, owner));
    if (const auto file = fileOf(entry))
        addFile(list, entry, *file);
    else if (entry.state == FlagState::NotFound || entry.state == FlagState::Failed)
        addRequested(list, entry.result);
    addRequests(list, entry.result);
    return list.facts();
}
