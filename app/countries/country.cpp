#include "app/countries/country.h"

#include <algorithm>

using namespace Qt::StringLiterals;

QString flagEmoji(const QString &code)
{
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
