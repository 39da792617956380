#include "app/terminal/progressline.h"

#include "app/downloads/summarytext.h"

using namespace Qt::StringLiterals;

namespace {

QString bar(const BatchProgress &progress, qsizetype length)
{
    const qsizetype filled = progress.total > 0 ? length * progress.done() / progress.total : 0;
    QString inside(filled, u'=');
    if (filled < length)
        inside += u'>';
    return u'[' + inside.leftJustified(length) + u']';
}

} // namespace

QString progressLine(
    const BatchProgress &progress, const QString &latestCode, std::chrono::seconds serverWait, int width)
{
    constexpr qsizetype shortest = 8;
    constexpr qsizetype longest = 40;
    const QString news = serverWait.count() > 0 ? serverWaitText(serverWait) : latestCode.leftJustified(2);
    const QString words = u"%1  %2  %3"_s.arg(progressText(progress), news, elapsedText(progress.elapsed));
    const qsizetype room = width - words.size() - 3; // both brackets and a space
    const QString line = room < shortest ? words : bar(progress, std::min(room, longest)) + u' ' + words;
    return line.first(std::min<qsizetype>(line.size(), width));
}
