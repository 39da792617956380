#include "app/countries/languagenames.h"

#include <QCollator>

#include <unicode/locid.h>

#include <algorithm>
#include <string>

namespace {

QString nameOf(const icu::Locale &language, const icu::Locale &in)
{
    icu::UnicodeString name;
    language.getDisplayName(in, name);
    return QString::fromUtf16(name.getBuffer(), name.length());
}

QList<LanguageName> collect()
{
    QList<LanguageName> names;
    int32_t count = 0;
    const icu::Locale *locales = icu::Locale::getAvailableLocales(count);
    for (int32_t i = 0; i < count; ++i) {
        const icu::Locale &locale = locales[i];
        UErrorCode status = U_ZERO_ERROR;
        const auto tag = QString::fromStdString(locale.toLanguageTag<std::string>(status));
        if (U_SUCCESS(status) && *locale.getCountry() == '\0' && *locale.getVariant() == '\0')
            names.append({tag, nameOf(locale, locale), nameOf(locale, icu::Locale::getEnglish())});
    }
    const QCollator collator;
    std::ranges::sort(names, [&collator](const LanguageName &one, const LanguageName &other) {
        return collator.compare(one.native, other.native) < 0;
    });
    return names;
}

} // namespace

const QList<LanguageName> &languageNames()
{
    static const QList<LanguageName> names = collect();
    return names;
}
