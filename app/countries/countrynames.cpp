#include "app/countries/countrynames.h"

#include <QCollator>

#include <unicode/localebuilder.h>
#include <unicode/locid.h>

#include <algorithm>
#include <string>

using namespace Qt::StringLiterals;

namespace {

icu::Locale languageOf(const QString &tag)
{
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale locale = icu::Locale::forLanguageTag(tag.toStdString(), status);
    return U_SUCCESS(status) && *locale.getLanguage() != '\0' ? locale : icu::Locale::getEnglish();
}

/// ICU names a country in its default language, which is that of the system, where it knows the wanted
/// language but has no names in it, such as Samoan. The same names must be found and listed for every user.
void makeEnglishTheDefault()
{
    [[maybe_unused]] static const bool isDone = [] {
        UErrorCode status = U_ZERO_ERROR;
        icu::Locale::setDefault(icu::Locale::getEnglish(), status);
        return U_SUCCESS(status) != 0;
    }();
}

/// Empty if ICU has no name, in which case it returns the code.
QString nameOf(const QString &code, const icu::Locale &language)
{
    makeEnglishTheDefault();
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

QString languageName(const icu::Locale &language, const icu::Locale &in)
{
    icu::UnicodeString name;
    language.getDisplayName(in, name);
    return QString::fromUtf16(name.getBuffer(), name.length());
}

QList<LanguageName> collectLanguages()
{
    QList<LanguageName> names;
    int32_t count = 0;
    const icu::Locale *locales = icu::Locale::getAvailableLocales(count);
    for (int32_t i = 0; i < count; ++i) {
        const icu::Locale &locale = locales[i];
        UErrorCode status = U_ZERO_ERROR;
        const auto tag = QString::fromStdString(locale.toLanguageTag<std::string>(status));
        if (U_SUCCESS(status) && *locale.getCountry() == '\0' && *locale.getVariant() == '\0')
            names.append(
                {tag, languageName(locale, locale), languageName(locale, icu::Locale::getEnglish())});
    }
    const QCollator collator;
    std::ranges::sort(names, [&collator](const LanguageName &one, const LanguageName &other) {
        return collator.compare(one.native, other.native) < 0;
    });
    return names;
}

/// The language subtag of a tag, without script and country.
QString primaryLanguage(const QString &tag)
{
    return tag.section(u'-', 0, 0).section(u'_', 0, 0).toLower();
}

} // namespace

QString countryNameIn(const QString &code, const QString &language)
{
    return nameOrEnglish(code, languageOf(language));
}

QStringList countryNamesIn(const QStringList &codes, const QString &language)
{
    const icu::Locale locale = languageOf(language);
    QStringList names;
    for (const QString &code : codes)
        names.append(nameOrEnglish(code, locale));
    return names;
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

QString extraNameIn(const ExtraFacts &extra, const QString &language)
{
    const QString primary = primaryLanguage(language);
    if (const QStringList own = extra.names.value(primary); !own.isEmpty())
        return own.first();
    if (extra.kind == CountryKind::Part) {
        static const auto translated = translatedPartNames();
        for (const QString &tag : {QString(language).replace(u'-', u'_'), primary}) {
            if (const QString name = translated.value(tag).value(extra.code); !name.isEmpty())
                return name;
        }
    }
    return extra.names.value(u"en"_s).value(0);
}

const QList<LanguageName> &languageNames()
{
    static const QList<LanguageName> names = collectLanguages();
    return names;
}
