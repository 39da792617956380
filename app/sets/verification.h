#pragma once

#include "app/freshness/flagfreshness.h"
#include "app/sets/filedamage.h"
#include "app/sets/manifest.h"

#include <QMetaType>
#include <QStringList>

#include <functional>
#include <stop_token>

/// State of a file in a set's folder.
enum class FileState {
    Intact, ///< matches its hash in the manifest
    Missing,
    Altered, ///< does not match its hash
    Unreadable, ///< a link, a folder, or a read error
    Untracked, ///< not in the manifest
};

/// One file and its state.
struct CheckedFile
{
    QString file = {}; ///< path in the folder
    QString code = {}; ///< of the flag that it belongs to; empty if unknown
    FileState state = FileState::Intact;
    FileDamage damage = FileDamage::OtherContent; ///< of an altered file
    bool isDerived = false; ///< made from the flag's picture
    QString country = {}; ///< name in the manifest
    std::optional<FlagFreshness> freshness = {}; ///< of an intact file, if the country's flag has changed
};

/// The result of comparing a folder with its manifest.
struct Verification
{
    QList<CheckedFile> files; ///< those of the manifest in its order, then the untracked ones
    bool isComplete = false; ///< false: it was stopped

    [[nodiscard]] QList<CheckedFile> with(FileState state) const;
    [[nodiscard]] qsizetype count(FileState state) const { return with(state).size(); }
    /// Whether all files of the manifest are intact. Untracked files do not matter.
    [[nodiscard]] bool isIntact() const;
    /// Codes of the flags with files that are not intact, sorted.
    [[nodiscard]] QStringList badCodes() const;
    /// Intact files that do not show today's flag, one for each country.
    [[nodiscard]] QList<WrongPicture> wrongPictures() const;
};

/// Compares one file of the folder with its hash. Blocks on the disk.
[[nodiscard]] FileState fileState(const QString &folder, const QString &file, const QByteArray &hash);

/// Compares each file with its hash. Blocks on the disk: call it on the thread pool. Reports progress in
/// files, and checks after each file whether it is to stop.
[[nodiscard]] Verification verifySet(const QString &folder, const Manifest &manifest,
    const std::stop_token &stop = {}, const std::function<void(int done, int total)> &report = {});

/// Returns a stable, untranslated word for machines: "altered".
[[nodiscard]] QString fileStateWord(FileState state);

/// Returns a sentence for people: "250 files checked, all intact."
[[nodiscard]] QString verificationText(const Verification &verification);

/// Returns the message that the manifest could not be parsed. It is left unchanged.
[[nodiscard]] QString unreadableManifestText(const QString &why);
