#include "app/language/editdistance.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <vector>

qsizetype editDistance(QStringView from, QStringView to, qsizetype limit)
{
    if (std::abs(from.size() - to.size()) > limit)
        return limit + 1;
    std::vector<qsizetype> before;
    std::vector<qsizetype> last(static_cast<std::size_t>(to.size()) + 1);
    std::iota(last.begin(), last.end(), 0);
    std::vector<qsizetype> row(last.size());
    for (qsizetype i = 1; i <= from.size(); ++i) {
        row[0] = i;
        for (qsizetype j = 1; j <= to.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const qsizetype change = from.at(i - 1) == to.at(j - 1) ? 0 : 1;
            row[at] = std::min({last[at] + 1, row[at - 1] + 1, last[at - 1] + change});
            const bool swapped
                = i > 1 && j > 1 && from.at(i - 1) == to.at(j - 2) && from.at(i - 2) == to.at(j - 1);
            if (swapped)
                row[at] = std::min(row[at], before[at - 2] + 1);
        }
        before = last;
        std::swap(last, row);
    }
    return std::min(last.back(), limit + 1);
}
