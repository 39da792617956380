#pragma once

#include <QString>
#include <QStringList>

class FlagModel;
class QModelIndex;

/// Why the flag of a cell was not saved and what to do, for people. Empty unless it failed or was not found.
[[nodiscard]] QString cellFailure(const QModelIndex &cell);

/// How many flags failed if there are several, and the failure of `cell`, or else that of the first row that
/// failed. Empty if there is none.
[[nodiscard]] QString failureMessage(const FlagModel &model, const QModelIndex &cell);

/// Whether a retry can help any country that failed. It cannot after a ContentMismatch.
[[nodiscard]] bool hasRetryableFailure(const FlagModel &model);

/// How many flags have renditions with fewer pixels than requested. Empty if none has: pictures are never
/// enlarged.
[[nodiscard]] QString narrowMessage(const FlagModel &model);

/// How many flags were kept although their files have changed since they were saved. Empty if none was.
[[nodiscard]] QString keptAlteredMessage(const FlagModel &model);

/// Which pictures do not show the current flag. Empty if all do.
[[nodiscard]] QString wrongPicturesMessage(const FlagModel &model);

/// How many countries have the same picture, see SamePictures. Empty if that is plausible.
[[nodiscard]] QString samePicturesMessage(const FlagModel &model);

/// How many files of the folder's set are missing or damaged. Empty if none is.
[[nodiscard]] QString faultyFilesMessage(const FlagModel &model);

/// Which countries wait for a Retry-After, and why.
struct WaitMessage
{
    QString text; ///< with the longest remaining time; empty if none waits
    QString untimed; ///< does not change each second
};

/// "Japan: waiting 12 s because the server limits requests."
[[nodiscard]] WaitMessage waitMessage(const FlagModel &model);

/// The display names of the countries that an operation on a set requested and saved, in the order of rows.
[[nodiscard]] QStringList namesOfRestored(const FlagModel &model);
