#include "app/countries/presets.h"

using namespace Qt::StringLiterals;

QStringList twentyMostPopulous()
{
    return {u"BD"_s, u"BR"_s, u"CD"_s, u"CN"_s, u"DE"_s, u"EG"_s, u"ET"_s, u"FR"_s, u"ID"_s, u"IN"_s, u"IR"_s,
        u"JP"_s, u"MX"_s, u"NG"_s, u"PH"_s, u"PK"_s, u"RU"_s, u"TR"_s, u"US"_s, u"VN"_s};
}

QStringList everyPairOfLetters()
{
    QStringList pairs;
    pairs.reserve(26 * 26);
    for (char16_t first = u'A'; first <= u'Z'; ++first) {
        for (char16_t second = u'A'; second <= u'Z'; ++second)
            pairs.append(QString{QChar(first)} + QChar(second));
    }
    return pairs;
}
