// Reads a journal from arbitrary bytes: a problem, or a batch and flags that are equal after writing and
// reading them again.

#include "app/countries/country.h"
#include "app/sets/journalfile.h"
#include "tests/fuzz/require.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto read = journalFromLines(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (const auto *problem = std::get_if<JournalProblem>(&read)) {
        REQUIRE(problem->isNewer || !problem->text.isEmpty());
        return 0;
    }
    const auto &journal = std::get<JournalContent>(read);
    for (const QString &code : journal.spec.codes)
        REQUIRE(isFlagCode(code));
    QByteArray lines = journalLine(journal.spec);
    for (const SetFlag &flag : journal.flags)
        lines += journalLine(flag);
    for (const QString &code : journal.settled)
        lines += journalLineForDone(code);
    const auto again = journalFromLines(lines);
    REQUIRE(std::holds_alternative<JournalContent>(again));
    REQUIRE(std::get<JournalContent>(again).spec == journal.spec);
    REQUIRE(std::get<JournalContent>(again).flags == journal.flags);
    REQUIRE(std::get<JournalContent>(again).settled == journal.settled);
    return 0;
}
