#include "app/storage/filename.h"

#include <QRegularExpression>
#include <QTextBoundaryFinder>

using namespace Qt::StringLiterals;

namespace {

bool isUnsafe(char32_t character)
{
    static constexpr QStringView separatorsAndWildcards = u"/\\:*?\"<>|";
    if (character < 0x10000 && separatorsAndWildcards.contains(QChar(char16_t(character))))
        return true;
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // bidi and zero-width characters
    case QChar::Other_Surrogate: // toUcs4() converts lone surrogates to U+FFFD, see below
    case QChar::Other_NotAssigned:
    case QChar::Other_PrivateUse:
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return character == QChar::ReplacementCharacter;
    }
}

QString withoutUnsafeCharacters(const QString &text)
{
    QString safe;
    for (const char32_t character : text.normalized(QString::NormalizationForm_C).toUcs4())
        safe += isUnsafe(character) ? u"_"_s : QString::fromUcs4(&character, 1);
    return safe.normalized(QString::NormalizationForm_C);
}

/// Removes characters that hide a file, look like an option, or that some systems drop.
QString withoutUnsafeEnds(QString text)
{
    const auto atStart
        = [](QChar character) { return character == u'.' || character == u'-' || character == u'_'; };
    const auto atEnd = [](QChar character) { return character == u'.' || character == u'_'; };
    while (!text.isEmpty() && atStart(text.front()))
        text.remove(0, 1);
    while (!text.isEmpty() && atEnd(text.back()))
        text.chop(1);
    return text;
}

/// Whether the name is that of a Windows device, alone or with any suffix.
bool isReserved(const QString &stem)
{
    static const QRegularExpression devices(
        u"^(CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])$"_s, QRegularExpression::CaseInsensitiveOption);
    return devices.match(stem.section(u'.', 0, 0)).hasMatch();
}

/// Returns the longest beginning that fits, cut between grapheme clusters.
QString cutToBytes(const QString &text, qsizetype bytes)
{
    if (text.toUtf8().size() <= bytes)
        return text;
    QTextBoundaryFinder boundaries(QTextBoundaryFinder::Grapheme, text);
    qsizetype end = 0;
    qsizetype size = 0;
    for (qsizetype next = boundaries.toNextBoundary(); next > 0; next = boundaries.toNextBoundary()) {
        size += QStringView(text).sliced(end, next - end).toUtf8().size();
        if (size > bytes)
            break;
        end = next;
    }
    return text.first(end);
}

} // namespace

QString safeStem(const QString &text, qsizetype bytes)
{
    const QString safe = withoutUnsafeEnds(withoutUnsafeCharacters(text));
    const QString named = isReserved(safe) ? u"flag-"_s + safe : safe;
    return withoutUnsafeEnds(cutToBytes(named, bytes));
}

QString safeFileName(const QString &stem, const QString &suffix)
{
    const QString safe = safeStem(stem, maximalNameBytes - suffix.size() - 1);
    return (safe.isEmpty() ? u"flag"_s : safe) + u'.' + suffix;
}
