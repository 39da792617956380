#include "app/sources/plaintext.h"

#include <algorithm>

namespace {

/// Joiners, which some languages write names with, are format characters too, and stay.
bool isControl(QChar character)
{
    const char16_t code = character.unicode();
    const bool turnsText = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    return turnsText || character.category() == QChar::Other_Control
        || character.category() == QChar::Separator_Line
        || character.category() == QChar::Separator_Paragraph;
}

} // namespace

QString plainText(const QString &text)
{
    QString plain = text.first(std::min(text.size(), longestPlainText));
    if (plain.size() < text.size() && plain.back().isHighSurrogate())
        plain.chop(1);
    std::replace_if(plain.begin(), plain.end(), &isControl, u' ');
    return plain;
}
