#include "app/downloads/samepictures.h"

#include "app/countries/sharedflags.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct SamePicturesText
{
    Q_DECLARE_TR_FUNCTIONS(SamePicturesText)
};

constexpr qsizetype mostThatLookAlike = 2;

/// How many of the countries fly flags that differ from each other.
qsizetype differentFlags(const QSet<QString> &codes)
{
    QStringList different;
    for (const QString &code : codes) {
        if (std::ranges::none_of(different, [&](const QString &other) { return haveSameFlag(code, other); }))
            different.append(code);
    }
    return different.size();
}

} // namespace

void SamePictures::count(const FlagResult &result)
{
    if (result.state == FlagState::Saved && !result.sha256.isEmpty())
        m_codes[result.sha256].insert(result.country.code);
}

QString SamePictures::text() const
{
    constexpr qsizetype few = 5;
    QStringList codes;
    for (const QSet<QString> &group : m_codes) {
        if (group.size() > codes.size() && differentFlags(group) > mostThatLookAlike)
            codes = QStringList(group.cbegin(), group.cend());
    }
    if (codes.isEmpty())
        return {};
    codes.sort();
    return SamePicturesText::tr(
        "%n countries have the same picture (%1, ...). Look at it, and check the address of the source.",
        nullptr, int(codes.size()))
        .arg(codes.first(std::min(few, codes.size() - 1)).join(u' '));
}
