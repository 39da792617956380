#pragma once

#include "app/downloads/flagresult.h"

#include <QList>

/// How many flags of a batch came from which of its sources.
class ServedCounts final
{
public:
    void count(const FlagResult &result);

    /// "12 from Office, 42 from Built-in", the most first; empty if nothing came.
    [[nodiscard]] QString text() const;

private:
    struct Served
    {
        QString title; // two addresses at one host differ in nothing else
        int flags = 0;
    };

    QList<Served> m_served;
};
