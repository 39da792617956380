#include "app/images/sheetoptions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

QSizeF sizeOf(Paper paper)
{
    constexpr double pointsPerMillimetre = 72 / 25.4;
    constexpr QSizeF a4(210 * pointsPerMillimetre, 297 * pointsPerMillimetre);
    constexpr QSizeF a3(297 * pointsPerMillimetre, 420 * pointsPerMillimetre);
    constexpr QSizeF letter(8.5 * 72, 11 * 72);
    switch (paper) {
    case Paper::A4:
        return a4;
    case Paper::A4Landscape:
        return a4.transposed();
    case Paper::A3:
        return a3;
    case Paper::A3Landscape:
        return a3.transposed();
    case Paper::Letter:
        return letter;
    case Paper::LetterLandscape:
        return letter.transposed();
    }
    Q_UNREACHABLE();
}

QString wordFor(Paper paper)
{
    switch (paper) {
    case Paper::A4:
        return u"A4"_s;
    case Paper::A4Landscape:
        return u"A4-landscape"_s;
    case Paper::A3:
        return u"A3"_s;
    case Paper::A3Landscape:
        return u"A3-landscape"_s;
    case Paper::Letter:
        return u"Letter"_s;
    case Paper::LetterLandscape:
        return u"Letter-landscape"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Paper> paperFromWord(const QString &word)
{
    const auto found = std::ranges::find_if(
        everyPaper, [&word](Paper paper) { return wordFor(paper).compare(word, Qt::CaseInsensitive) == 0; });
    return found == everyPaper.end() ? std::nullopt : std::optional(*found);
}
