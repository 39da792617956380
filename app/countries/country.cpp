#include "app/countries/country.h"

#include <QStringView>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

// How Unicode encodes the flag of a part: a black flag, tags of its letters and digits, and a cancel tag.
constexpr char32_t blackFlag = 0x1F3F4;
constexpr char32_t tagOffset = 0xE0000; // from an ASCII character to its tag
constexpr char32_t cancelTag = 0xE007F;

constexpr char32_t indicatorOfA = 0x1F1E6; // regional indicator symbol letter A

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

/// The letter of the regional indicator at the start of the text; null if there is none.
QChar indicatorLetter(QStringView text)
{
    if (text.size() < 2 || !QChar::isHighSurrogate(text.at(0).unicode())
        || !QChar::isLowSurrogate(text.at(1).unicode()))
        return {};
    const char32_t c = QChar::surrogateToUcs4(text.at(0), text.at(1));
    return c >= indicatorOfA && c < indicatorOfA + 26
        ? QChar(static_cast<char16_t>(u'A' + (c - indicatorOfA)))
        : QChar();
}

/// The code point of the surrogate pair at `at`; 0 if there is none.
char32_t wideCharacter(QStringView text, qsizetype at)
{
    if (at + 1 >= text.size() || !text.at(at).isHighSurrogate() || !text.at(at + 1).isLowSurrogate())
        return 0;
    return QChar::surrogateToUcs4(text.at(at), text.at(at + 1));
}

/// The letters and digits of the tagged black flag (Unicode TR 51) at the start of the text; empty if there
/// is none.
QString tagsOfBlackFlag(QStringView text)
{
    constexpr char32_t firstTag = tagOffset + U'0';
    if (wideCharacter(text, 0) != blackFlag)
        return {};
    QString tags;
    for (qsizetype at = 2;; at += 2) {
        const char32_t tag = wideCharacter(text, at);
        if (tag == cancelTag)
            return tags;
        if (tag < firstTag || tag > cancelTag)
            return {};
        tags += QChar(static_cast<char16_t>(tag - tagOffset));
    }
}

} // namespace

bool isFlagCode(const QString &text)
{
    const auto isCapital = [](QChar c) { return c >= u'A' && c <= u'Z'; };
    const auto isCapitalOrDigit = [&](QChar c) { return isCapital(c) || (c >= u'0' && c <= u'9'); };
    const qsizetype dash = text.indexOf(u'-');
    const QStringView country = QStringView(text).first(dash < 0 ? text.size() : dash);
    const QStringView part = dash < 0 ? QStringView() : QStringView(text).sliced(dash + 1);
    return country.size() >= 2 && country.size() <= 5 && std::ranges::all_of(country, isCapital)
        && (dash < 0 || (!part.isEmpty() && part.size() <= 3)) && std::ranges::all_of(part, isCapitalOrDigit);
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
    const std::array<char32_t, 2> indicators{
        indicatorOfA + code.at(0).unicode() - u'A', indicatorOfA + code.at(1).unicode() - u'A'};
    return QString::fromUcs4(indicators.data(), indicators.size());
}

QString numericCode(const Country &country)
{
    return country.number > 0 ? u"%1"_s.arg(country.number, 3, 10, QChar(u'0')) : QString();
}

qsizetype emojiFlagLength(QStringView text)
{
    if (text.size() >= 4 && !indicatorLetter(text).isNull() && !indicatorLetter(text.sliced(2)).isNull())
        return 4;
    const QString tags = tagsOfBlackFlag(text);
    return tags.isEmpty() ? 0 : 2 * (tags.size() + 2);
}

QString codeOfEmoji(QStringView text)
{
    if (const QString tags = tagsOfBlackFlag(text); tags.size() > 2 && emojiFlagLength(text) == text.size())
        return tags.left(2).toUpper() + u'-' + tags.sliced(2).toUpper();
    if (text.size() != 4)
        return {};
    const QChar first = indicatorLetter(text);
    const QChar second = indicatorLetter(text.sliced(2));
    return first.isNull() || second.isNull() ? QString() : QString{first} + second;
}
