#include "app/downloads/samepictures.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct SamePicturesText
{
    Q_DECLARE_TR_FUNCTIONS(SamePicturesText)
};

} // namespace

void SamePictures::count(const FlagResult &result)
{
    if (result.state == FlagState::Saved && !result.sha256.isEmpty())
        m_codes[result.sha256].insert(result.country.code);
}

QString SamePictures::text() const
{
    constexpr qsizetype few = 5;
    const auto largest = std::ranges::max_element(m_codes, {}, &QSet<QString>::size);
    if (largest == m_codes.cend() || largest->size() <= mostWithOneFlag)
        return {};
    QStringList codes(largest->cbegin(), largest->cend());
    codes.sort();
    return SamePicturesText::tr(
        "%n countries have the same picture (%1, ...). Look at it, and check the address of the source.",
        nullptr, int(codes.size()))
        .arg(codes.first(few).join(u' '));
}
