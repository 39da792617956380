#include "app/countries/foldedtext.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>

#include <memory>

namespace {

bool isAscii(QStringView text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c < QChar(0x80); });
}

/// What stands inside words and makes no new one.
bool isDropped(char16_t c)
{
    switch (c) {
    case u'\'':
    case u'`':
    case u'.':
    case 0x00B4: // acute accent as a character of its own
    case 0x02B9: // modifier letters and quotation marks that are typed as apostrophes
    case 0x02BB:
    case 0x02BC:
    case 0x02BE:
    case 0x02BF:
    case 0x2018:
    case 0x2019:
    case 0x2032:
        return true;
    default:
        return false;
    }
}

icu::UnicodeString withoutApostrophes(QStringView text)
{
    icu::UnicodeString kept;
    for (const QChar c : text) {
        if (!isDropped(c.unicode()))
            kept.append(c.unicode());
    }
    return kept;
}

/// Letters without case and marks.
icu::UnicodeString bare(const icu::UnicodeString &text)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto *caseFolder = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const auto *decomposer = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status))
        return text;
    const icu::UnicodeString decomposed = decomposer->normalize(caseFolder->normalize(text, status), status);
    icu::UnicodeString letters;
    for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        if (u_charType(decomposed.char32At(i)) != U_NON_SPACING_MARK)
            letters.append(decomposed.char32At(i));
    }
    return letters;
}

bool hasLatinBeyondAscii(const icu::UnicodeString &text)
{
    for (int32_t i = 0; i < text.length(); ++i) {
        if (text.charAt(i) >= 0x80 && text.charAt(i) < 0x250)
            return true;
    }
    return false;
}

/// "ø" to "o", "ß" to "ss". Made once, as making it takes ten times as long as using it on a thousand names.
void toAscii(icu::UnicodeString &text)
{
    static const std::unique_ptr<const icu::Transliterator> toAscii = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<const icu::Transliterator>(
            icu::Transliterator::createInstance("Latin-ASCII", UTRANS_FORWARD, status));
    }();
    if (toAscii)
        toAscii->transliterate(text);
}

bool belongsToWord(char32_t c)
{
    const auto mask = U_GET_GC_MASK(static_cast<UChar32>(c));
    return (mask & (U_GC_L_MASK | U_GC_N_MASK | U_GC_MC_MASK)) != 0;
}

/// Words with one space between them.
QString words(const icu::UnicodeString &text)
{
    QString result;
    result.reserve(text.length());
    bool gap = false;
    const auto append = [&](QStringView word) {
        if (gap && !result.isEmpty())
            result += u' ';
        gap = false;
        result += word;
    };
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const auto c = static_cast<char32_t>(text.char32At(i));
        if (c == U'&') {
            gap = true;
            append(u"and");
            gap = true;
        } else if (belongsToWord(c)) {
            append(QChar::fromUcs4(c));
        } else if (!(c < 0x10000 && isDropped(static_cast<char16_t>(c)))) {
            gap = true;
        }
    }
    return result;
}

} // namespace

QString foldedText(QStringView text)
{
    if (isAscii(text))
        return words(withoutApostrophes(text).toLower(icu::Locale::getRoot()));
    icu::UnicodeString letters = bare(withoutApostrophes(text));
    if (hasLatinBeyondAscii(letters))
        toAscii(letters);
    return words(letters);
}
