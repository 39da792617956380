#include "app/countries/country.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString partEmoji(const QString &code)
{
    QString emoji = QString::fromUcs4(&blackFlag, 1);
    const QString letters = code.toLower().remove(u'-');
    for (const QChar letter : letters) {
        const char32_t tag = tagOffset + letter.unicode();
        emoji += QString::fromUcs4(&tag, 1);
    }
    return emoji + QString::fromUcs4(&cancelTag, 1);
}

} // namespace

bool isFlagCode(const QString &text)
{
    static const QRegularExpression code(u"\\A[A-Z]{2,5}(-[A-Z0-9]{1,3})?\\z"_s);
    return code.match(text).hasMatch();
}

QString flagEmoji(const QString &code)
{
    if (code.size() > 3 && code.at(2) == u'-')
        return partEmoji(code);
    const bool pair = code.size() == 2 && std::all_of(code.cbegin(), code.cend(), [](QChar letter) {
        return letter >= u'A' && letter <= u'Z';
    });
    if (!pair)
        return {};
    constexpr char32_t indicatorOfA = 0x1F1E6;
    const char32_t indicators[] = {
        indicatorOfA + code.at(0).unicode() - u'A',
        indicatorOfA + code.at(1).unicode() - u'A',
    };
    return QString::fromUcs4(indicators, 2);
}

QString numericCode(const Country &country)
{
    return country.number > 0 ? u"%1"_s.arg(country.number, 3, 10, QChar(u'0')) : QString();
}
