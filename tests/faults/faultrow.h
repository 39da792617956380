#pragma once

#include "tests/faults/faultbatch.h"

enum class Tries {
    Once,
    Again,
    Either, ///< depends on timing: Qt or the check of the picture may notice the fault first
};

/// The expected result of the faulty country of a batch.
struct RowEnd
{
    FlagState state = FlagState::Failed;
    FailureKind kind = FailureKind::Internal; ///< unless the state is Saved
    Tries tries = Tries::Once;
};

[[nodiscard]] inline RowEnd savedAfter(Tries tries)
{
    return {.state = FlagState::Saved, .tries = tries};
}

[[nodiscard]] inline RowEnd failedWith(FailureKind kind, Tries tries = Tries::Once)
{
    return {.kind = kind, .tries = tries};
}

/// Creates the response for a country with this picture.
using Answer = std::function<Script(const QByteArray &picture)>;

[[nodiscard]] FaultPlan planOf(const Answer &answer);
/// The faulty countries have a valid picture and this metadata.
[[nodiscard]] FaultPlan planOfMetadata(const Script &metadata);
/// The faulty countries have valid metadata and these bytes as picture.
[[nodiscard]] FaultPlan planOfPicture(const QByteArray &picture);

/// Describes how the results of the batch or of its faulty country differ from `expected`; empty if they do
/// not.
[[nodiscard]] QString wrongEnd(FaultBatch &batch, const RowEnd &expected);
