#include "app/sets/verification.h"

#include "app/sets/foundflags.h"
#include "app/storage/filebeneath.h"
#include "app/storage/setfiles.h"
#include "app/storage/sha256.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Every file that the manifest names, with the hash that it should have.
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

} // namespace

FileState fileState(const QString &folder, const QString &file, const QByteArray &hash)
{
    const auto read = readFileBeneath(folder, file, largestSetFile);
    const auto *bytes = std::get_if<std::optional<QByteArray>>(&read);
    if (!bytes)
        return FileState::Unreadable;
    if (!*bytes)
        return FileState::Missing;
    return sha256(**bytes) == hash ? FileState::Intact : FileState::Altered;
}

void verifySet(QPromise<Verification> &promise, const QString &folder, const Manifest &manifest)
{
    Verification verification;
    auto expected = expectedFiles(manifest);
    promise.setProgressRange(0, int(expected.size()));
    QSet<QString> known;
    for (auto &[checked, hash] : expected) {
        if (promise.isCanceled())
            return;
        checked.state = fileState(folder, checked.file, hash);
        if (checked.state == FileState::Intact)
            checked.freshness = freshnessOfFile(checked.code, folder, checked.file);
        known.insert(checked.file);
        verification.files.append(checked);
        promise.setProgressValue(int(verification.files.size()));
    }
    const QStringList there = filesOfSet(folder, [&promise] { return promise.isCanceled(); });
    if (promise.isCanceled())
        return;
    for (const QString &file : there) {
        if (!known.contains(file))
            verification.files.append({.file = file, .code = {}, .state = FileState::Untracked});
    }
    verification.isComplete = true;
    promise.addResult(verification);
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
    switch (state) {
    case FileState::Intact:
        return u"ok"_s;
    case FileState::Missing:
        return u"missing"_s;
    case FileState::Altered:
        return u"altered"_s;
    case FileState::Unreadable:
        return u"unreadable"_s;
    case FileState::Untracked:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}
