#pragma once

#include "app/downloads/flagresult.h"

class FaultBatch;

/// What every batch that has ended must have kept, whatever its fault: no file under its final name unless it
/// is whole, a file that was there before as it was, the other flags saved, one end for each country, an
/// event loop that never stood still, no credentials told, and texts that help a person.
class Promises final
{
public:
    explicit Promises(const FaultBatch &batch)
        : m_batch(batch)
    {
    }

    /// The first that was broken, in words; empty if none was.
    [[nodiscard]] QString broken() const;

private:
    [[nodiscard]] QString wrongCount() const;
    [[nodiscard]] QString wrongResult(const FlagResult &result) const;
    [[nodiscard]] QString wrongFile(const FlagResult &result) const;
    [[nodiscard]] QString wrongUsualFile(const Country &country, const QByteArray &expected) const;
    [[nodiscard]] QString strayFile() const;
    [[nodiscard]] QString leak() const;
    [[nodiscard]] QString standstill() const;

    const FaultBatch &m_batch;
};
