#pragma once

#include "app/downloads/flagresult.h"

class FaultBatch;

/// Checks what must hold after every batch, whatever its fault: files with their final names are complete,
/// earlier files are unchanged, the other flags are saved, each country has one result, the event loop did
/// not block, no credentials appear, and texts for people name the cause and what to do.
class BatchInvariants final
{
public:
    explicit BatchInvariants(const FaultBatch &batch)
        : m_batch(batch)
    {
    }

    /// Describes the first violated invariant; empty if all hold.
    [[nodiscard]] QString violated() const;

private:
    [[nodiscard]] QString countProblem() const;
    [[nodiscard]] QString resultProblem(const FlagResult &result) const;
    [[nodiscard]] QString fileProblem(const FlagResult &result) const;
    [[nodiscard]] QString expectedFileProblem(const Country &country, const QByteArray &expected) const;
    [[nodiscard]] QString strayFile() const;
    [[nodiscard]] QString credentialLeak() const;
    [[nodiscard]] QString blockedEventLoop() const;

    const FaultBatch &m_batch;
};
