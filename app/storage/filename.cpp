#include "app/storage/filename.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct FileName
{
    Q_DECLARE_TR_FUNCTIONS(FileName)
};

// Leaves room for a suffix and for the hidden names that some programs derive, below the usual 255.
constexpr qsizetype maximalBytes = 240;

bool isUnsafe(char32_t character)
{
    static constexpr QStringView separatorsAndWildcards = u"/\\:*?\"<>|";
    if (character < 0x10000 && separatorsAndWildcards.contains(QChar(char16_t(character))))
        return true;
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // bidi and zero-width characters
    case QChar::Other_Surrogate: // toUcs4() turns lone ones into U+FFFD, caught below
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

/// Without what hides a file, looks like an option, or is dropped by some systems.
QString trimmedForFiles(QString text)
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

/// Names of devices on Windows, alone or with any ending.
bool isReserved(const QString &stem)
{
    static const QRegularExpression devices(
        u"^(CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])$"_s, QRegularExpression::CaseInsensitiveOption);
    return devices.match(stem.section(u'.', 0, 0)).hasMatch();
}

/// The longest beginning that fits, cut between what a person sees as characters.
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

QString safeStem(const QString &text, qsizetype bytes)
{
    const QString safe = trimmedForFiles(withoutUnsafeCharacters(text));
    const QString named = isReserved(safe) ? u"flag-"_s + safe : safe;
    return trimmedForFiles(cutToBytes(named, bytes));
}

} // namespace

QString safeFileName(const QString &stem, const QString &ending)
{
    const QString safe = safeStem(stem, maximalBytes - ending.size() - 1);
    return (safe.isEmpty() ? u"flag"_s : safe) + u'.' + ending;
}

QString flagFileName(
    const QString &nameTemplate, const Country &country, const QString &name, const QString &ending)
{
    QString countryName;
    for (const QString &candidate : {name, country.name, country.code}) {
        countryName = safeStem(candidate, maximalBytes);
        if (!countryName.isEmpty())
            break;
    }
    // One pass, so that a name that holds braces is not taken for a placeholder.
    static const QRegularExpression placeholder(u"\\{(CC|cc|iso3|country)\\}"_s);
    QString stem;
    qsizetype behind = 0;
    for (const auto &match : placeholder.globalMatch(nameTemplate)) {
        stem += QStringView(nameTemplate).sliced(behind, match.capturedStart() - behind);
        behind = match.capturedEnd();
        const QStringView key = match.capturedView(1);
        if (key == "CC"_L1)
            stem += country.code;
        else if (key == "cc"_L1)
            stem += country.code.toLower();
        else if (key == "iso3"_L1)
            stem += (country.iso3.isEmpty() ? country.code : country.iso3).toLower();
        else
            stem += countryName;
    }
    stem += QStringView(nameTemplate).sliced(behind);
    return safeFileName(stem, ending);
}

std::optional<QString> nameTemplateProblem(const QString &nameTemplate)
{
    static const QRegularExpression brace(u"\\{[^{}]*\\}|[{}]"_s);
    static const QStringList known{u"{CC}"_s, u"{cc}"_s, u"{iso3}"_s, u"{country}"_s};

    bool isUnique = false;
    for (const auto &match : brace.globalMatch(nameTemplate)) {
        if (!known.contains(match.captured()))
            return FileName::tr(
                "the placeholder %1 is not known; allowed are {CC}, {cc}, {iso3} and {country}")
                .arg(match.captured());
        isUnique = true;
    }
    if (nameTemplate.contains(u'/'))
        return FileName::tr("a file's name cannot hold \"/\"; the folder is named elsewhere");
    if (!isUnique)
        return FileName::tr(
            "every flag would get the same name; needed is one of {CC}, {cc}, {iso3} and {country}");
    return std::nullopt;
}
