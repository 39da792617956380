#pragma once

#include "app/freshness/freshnesstext.h"
#include "app/sets/manifest.h"

#include <QMetaType>
#include <QPromise>
#include <QStringList>

/// What a file of a set is found to be.
enum class FileState {
    Intact, ///< exactly what the manifest says
    Missing,
    Altered, ///< another content than the manifest says
    Unreadable, ///< a link, a folder, or a disk that gives nothing
    Untracked, ///< the manifest does not know it
};

struct CheckedFile
{
    QString file = {}; ///< path in the folder
    QString code = {}; ///< of the flag that it belongs to; empty if unknown
    FileState state = FileState::Intact;
    bool isDerived = false; ///< made from the flag's picture
    QString country = {}; ///< as the manifest names it
    std::optional<FlagFreshness> freshness
        = {}; ///< of a file that is well, where the country's flag has changed
};

/// What a folder is beside its manifest.
struct Verification
{
    QList<CheckedFile> files; ///< those of the manifest in its order, then the unknown ones
    bool isComplete = false; ///< false: it was cancelled

    [[nodiscard]] QList<CheckedFile> with(FileState state) const;
    [[nodiscard]] qsizetype count(FileState state) const { return with(state).size(); }
    /// Nothing but files that are well; unknown ones harm nobody.
    [[nodiscard]] bool isIntact() const;
    /// Codes of the flags that are not as they should be, sorted.
    [[nodiscard]] QStringList badCodes() const;
    /// Files that are well but do not show the flag of today: one for each country.
    [[nodiscard]] QList<WrongPicture> wrongPictures() const;
};

/// What the file of the folder is, beside the hash that it should have. Blocks on the disk.
[[nodiscard]] FileState fileState(const QString &folder, const QString &file, const QByteArray &hash);

/// Compares each file with its hash. For the pool: blocks on the disk, tells its progress in files, and looks
/// after each whether it is cancelled.
void verifySet(QPromise<Verification> &promise, const QString &folder, const Manifest &manifest);

/// "altered": a stable, untranslated word for machines.
[[nodiscard]] QString fileStateWord(FileState state);
