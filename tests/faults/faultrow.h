#pragma once

#include "tests/faults/faultbatch.h"

enum class Tries {
    Once,
    Again,
    Either, ///< it is for chance to say whether Qt or the picture's own end notices the fault
};

/// How the faulty country of a batch is to end.
struct RowEnd
{
    FlagState state = FlagState::Failed;
    FailureKind kind = FailureKind::Internal; ///< if it is not Saved
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

/// An answer, or what is sent instead, for a country whose true picture is this.
using Answer = std::function<Script(const QByteArray &picture)>;

[[nodiscard]] FaultPlan planOf(const Answer &answer);
/// The faulty countries have a good picture, and this for their metadata.
[[nodiscard]] FaultPlan planOfMetadata(const Script &metadata);
/// The faulty countries have good metadata, and these bytes for their picture.
[[nodiscard]] FaultPlan planOfPicture(const QByteArray &picture);

/// What is wrong with the end of the batch or of its faulty country, in words; empty if nothing is.
[[nodiscard]] QString wrongEnd(FaultBatch &batch, const RowEnd &expected);
