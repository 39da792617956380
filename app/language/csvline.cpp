#include "app/language/csvline.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString withoutFormula(const QString &text)
{
    static constexpr QStringView beginnings = u"=+-@\t\r";
    return !text.isEmpty() && beginnings.contains(text.front()) ? u'\'' + text : text;
}

QString quotedForCsv(QString text)
{
    static constexpr QStringView special = u",\"\r\n";
    const bool needsQuotes
        = std::ranges::any_of(text, [](QChar character) { return special.contains(character); });
    return needsQuotes ? u'"' + text.replace(u'"', u"\"\""_s) + u'"' : text;
}

} // namespace

QString csvLine(QStringList fields)
{
    for (QString &field : fields)
        field = quotedForCsv(withoutFormula(field));
    return fields.join(u',') + u"\r\n"_s;
}
