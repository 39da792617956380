#include "app/sets/verification.h"

#include "app/language/wordtable.h"
#include "app/sets/foundflags.h"
#include "app/storage/filereading.h"
#include "app/storage/setfiles.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr auto fileStateWords = wordTable<FileState>({
    {FileState::Intact, "ok"_L1},
    {FileState::Missing, "missing"_L1},
    {FileState::Altered, "altered"_L1},
    {FileState::Unreadable, "unreadable"_L1},
    {FileState::Untracked, "unknown"_L1},
});

/// Returns every file of the manifest with its expected hash.
QList<std::pair<CheckedFile, QByteArray>> expectedFiles(const Manifest &manifest)
{
    QList<std::pair<CheckedFile, QByteArray>> files;
    for (const SetFlag &flag : manifest.flags) {
        if (flag.isKept)
            files.append({{.file = flag.file, .code = flag.code, .country = flag.country}, flag.sha256});
        for (const DerivedFile &derived : flag.derived)
            files.append(
                {{.file = derived.file, .code = flag.code, .isDerived = true, .country = flag.country},
                    derived.sha256});
    }
    return files;
}

struct FoundFile
{
    FileState state = FileState::Intact;
    FileDamage damage = FileDamage::OtherContent;
};

FoundFile foundFile(const QString &folder, const QString &file, const QByteArray &hash)
{
    const auto bytes = readFileBeneath(folder, file, largestSetFile);
    if (!bytes)
        return {FileState::Unreadable};
    if (!*bytes)
        return {FileState::Missing};
    if (sha256(**bytes) == hash)
        return {FileState::Intact};
    return {FileState::Altered, damageOf(**bytes)};
}

struct SetText
{
    Q_DECLARE_TR_FUNCTIONS(SetText)
};

} // namespace

FileState fileState(const QString &folder, const QString &file, const QByteArray &hash)
{
    return foundFile(folder, file, hash).state;
}

Verification verifySet(const QString &folder, const Manifest &manifest, const std::stop_token &stop,
    const std::function<void(int done, int total)> &report)
{
    Verification verification;
    auto expected = expectedFiles(manifest);
    QSet<QString> known;
    for (auto &[checked, hash] : expected) {
        if (stop.stop_requested())
            return verification;
        const FoundFile found = foundFile(folder, checked.file, hash);
        checked.state = found.state;
        checked.damage = found.damage;
        if (checked.state == FileState::Intact)
            checked.freshness = freshnessOfFile(checked.code, folder, checked.file);
        known.insert(checked.file);
        verification.files.append(checked);
        if (report)
            report(int(verification.files.size()), int(expected.size()));
    }
    const QStringList there = filesOfSet(folder, [&stop] { return stop.stop_requested(); });
    if (stop.stop_requested())
        return verification;
    for (const QString &file : there) {
        if (!known.contains(file))
            verification.files.append({.file = file, .code = {}, .state = FileState::Untracked});
    }
    verification.isComplete = true;
    return verification;
}

QList<CheckedFile> Verification::with(FileState state) const
{
    QList<CheckedFile> found;
    std::ranges::copy_if(
        files, std::back_inserter(found), [state](const CheckedFile &file) { return file.state == state; });
    return found;
}

bool Verification::isIntact() const
{
    return isComplete && badCodes().isEmpty();
}

QStringList Verification::badCodes() const
{
    QStringList codes;
    for (const CheckedFile &file : files) {
        if (file.state != FileState::Intact && file.state != FileState::Untracked)
            codes.append(file.code);
    }
    codes.sort();
    codes.removeDuplicates();
    return codes;
}

QList<WrongPicture> Verification::wrongPictures() const
{
    QList<WrongPicture> wrong;
    for (const CheckedFile &file : files) {
        const bool isNamed = std::ranges::find(wrong, file.code, &WrongPicture::code) != wrong.end();
        if (file.freshness && file.freshness->isWrong() && !isNamed)
            wrong.append({file.code, file.country, *file.freshness});
    }
    return wrong;
}

QString fileStateWord(FileState state)
{
    return fileStateWords.wordOf(state);
}

QString verificationText(const Verification &verification)
{
    const qsizetype intact = verification.count(FileState::Intact);
    const qsizetype expected = verification.files.size() - verification.count(FileState::Untracked);
    return intact == expected
        ? SetText::tr("%n file(s) checked, all intact.", nullptr, int(expected))
        : SetText::tr("%n file(s) checked, %1 not intact.", nullptr, int(expected)).arg(expected - intact);
}

QString unreadableManifestText(const QString &why)
{
    return SetText::tr(
        "flags.json is damaged (%1), so the files cannot be checked. Use another copy of it, or "
        "download into the folder again: that backs it up and creates a new one from the files.")
        .arg(why);
}
