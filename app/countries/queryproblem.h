#pragma once

#include <QString>

/// A word of a query that was not understood.
struct QueryProblem
{
    QString word; ///< as written
    qsizetype position = 0; ///< in the query
    QString advice; ///< what is wrong with it, and what to write instead
    QString nearest = {}; ///< the name that may have been meant; part of the advice too
};
