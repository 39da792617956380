#include "app/countries/countrynames.h"

#include <unicode/localebuilder.h>
#include <unicode/locid.h>

namespace {

icu::Locale languageOf(const QString &tag)
{
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale locale = icu::Locale::forLanguageTag(tag.toStdString(), status);
    return U_SUCCESS(status) && *locale.getLanguage() != '\0' ? locale : icu::Locale::getEnglish();
}

/// Empty where ICU has no name and gives the code instead.
QString nameOf(const QString &code, const icu::Locale &language)
{
    icu::UnicodeString name;
    icu::Locale("", code.toLatin1().constData()).getDisplayCountry(language, name);
    const QString text = QString::fromUtf16(name.getBuffer(), name.length());
    return text.compare(code, Qt::CaseInsensitive) == 0 ? QString() : text;
}

QString nameOrEnglish(const QString &code, const icu::Locale &language)
{
    const QString name = nameOf(code, language);
    return name.isEmpty() ? nameOf(code, icu::Locale::getEnglish()) : name;
}

} // namespace

QString countryNameIn(const QString &code, const QString &language)
{
    return nameOrEnglish(code, languageOf(language));
}

QString nativeName(const QString &code)
{
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale language
        = icu::LocaleBuilder().setLanguage("und").setRegion(code.toStdString()).build(status);
    language.addLikelySubtags(status);
    return nameOrEnglish(code, U_SUCCESS(status) ? language : icu::Locale::getEnglish());
}

QString placeNameIn(const QString &placeCode, const QString &language)
{
    return nameOrEnglish(placeCode, languageOf(language));
}
