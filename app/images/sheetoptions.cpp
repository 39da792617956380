#include "app/images/sheetoptions.h"

#include "app/language/wordtable.h"

using namespace Qt::StringLiterals;

namespace {

constexpr auto paperWords = wordTable<Paper>({
    {Paper::A4, "A4"_L1},
    {Paper::A4Landscape, "A4-landscape"_L1},
    {Paper::A3, "A3"_L1},
    {Paper::A3Landscape, "A3-landscape"_L1},
    {Paper::Letter, "Letter"_L1},
    {Paper::LetterLandscape, "Letter-landscape"_L1},
});

} // namespace

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
    return paperWords.wordOf(paper);
}

std::optional<Paper> paperFromWord(const QString &word)
{
    return paperWords.valueOf(word, Qt::CaseInsensitive);
}
