#include "app/countries/latinname.h"

#include "app/countries/namewords.h"

#include <unicode/translit.h>

#include <memory>

QString latinName(const QString &name)
{
    static const std::unique_ptr<const icu::Transliterator> toLatin = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<const icu::Transliterator>(
            icu::Transliterator::createInstance("Any-Latin", UTRANS_FORWARD, status));
    }();
    icu::UnicodeString text(name.utf16(), static_cast<int32_t>(name.size()));
    if (toLatin)
        toLatin->transliterate(text);
    return foldedText(QString::fromUtf16(text.getBuffer(), text.length()));
}
