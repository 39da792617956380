#include "app/freshness/freshnesstext.h"

#include "app/countries/countrynames.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

struct FreshnessText
{
    Q_DECLARE_TR_FUNCTIONS(FreshnessText)
};

} // namespace

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
            .arg(countryNameIn(freshness.whose, QLocale().bcp47Name()));
    case FlagFreshness::State::Current:
    case FlagFreshness::State::Unknown:
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
        named.append(u"%1 (%2)"_s.arg(picture.code, freshnessText(picture.freshness, picture.country)));
    return FreshnessText::tr(
        "Older pictures: %n flag(s) are superseded or wrong: %1", nullptr, int(wrong.size()))
        .arg(named.join(u", "_s));
}

QString olderPicturesText(qsizetype count)
{
    return count == 0
        ? QString()
        : FreshnessText::tr("Older pictures: %n flag(s) are superseded or wrong.", nullptr, int(count));
}
