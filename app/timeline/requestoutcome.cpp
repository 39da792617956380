#include "app/timeline/requestoutcome.h"

#include "app/language/wordtable.h"

using namespace Qt::StringLiterals;

QString partWord(RequestPart part)
{
    static constexpr auto words = wordTable<RequestPart>({
        {RequestPart::Picture, "picture"_L1},
        {RequestPart::Metadata, "metadata"_L1},
        {RequestPart::Names, "names"_L1},
    });
    return words.wordOf(part);
}

QString tryWord(const RequestRecord &request, qsizetype number)
{
    const RequestTry &one = request.tries.at(number);
    if (one.wasThrottled)
        return u"throttled"_s;
    if (one.failure)
        return failureWord(one.failure->kind);
    if (number < request.tries.size() - 1)
        return one.status / 100 == 3 ? u"redirected"_s : u"resent"_s;
    return resultWord(request);
}

QString resultWord(const RequestRecord &request)
{
    if (request.failure)
        return failureWord(request.failure->kind);
    if (request.wasCancelled)
        return u"cancelled"_s;
    return request.ended ? u"received"_s : QString();
}
