#include "app/sets/manifest.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

bool comesBefore(const SetFlag &one, const SetFlag &other)
{
    return std::tie(one.code, one.file) < std::tie(other.code, other.file);
}

/// How many requests at once a person wanted is not part of what a source is, nor what its pictures are
/// called: their address says it all.
bool isSameSource(const Source &one, Source other)
{
    other.id = one.id;
    other.limit = one.limit;
    other.format = one.format;
    other.pictures = one.pictures;
    return one == other;
}

bool isMadeFrom(const SetFlag &flag, const QString &file)
{
    return std::ranges::find(flag.derived, file, &DerivedFile::file) != flag.derived.end();
}

/// Takes from `other` what the files of `flag` have replaced on the disk.
void takeReplaced(SetFlag &other, const SetFlag &flag)
{
    other.derived.removeIf([&flag](const DerivedFile &derived) {
        return (flag.isKept && derived.file == flag.file) || isMadeFrom(flag, derived.file);
    });
    other.isKept = other.isKept && !isMadeFrom(flag, other.file);
}

} // namespace

void SetFlag::adoptDerived(const SetFlag &other)
{
    for (DerivedFile made : other.derived) {
        if (isMadeFrom(*this, made.file))
            continue;
        if (made.madeOf.isEmpty())
            made.madeOf = other.sha256;
        if (made.madeOf == sha256)
            made.madeOf.clear();
        derived.append(made);
    }
}

bool SetFlag::isOfOnePicture() const
{
    return std::ranges::all_of(derived, &QByteArray::isEmpty, &DerivedFile::madeOf);
}

void Manifest::put(SetFlag flag)
{
    const auto old = std::ranges::find(flags, flag.file, &SetFlag::file);
    if (old != flags.end()) {
        if (old->sha256 == flag.sha256 && old->time.isValid())
            flag.time = old->time;
        flag.adoptDerived(*old); // still there, even if nobody wants it anew
        flags.erase(old);
    }
    for (SetFlag &other : flags)
        takeReplaced(other, flag);
    flags.removeIf([](const SetFlag &other) { return !other.isKept && other.derived.isEmpty(); });
    std::ranges::sort(flag.derived, {}, &DerivedFile::file);
    flags.insert(std::ranges::lower_bound(flags, flag, comesBefore), flag);
}

void Manifest::putDerivedOf(const SetFlag &flag)
{
    if (flag.derived.isEmpty())
        return;
    SetFlag entry = flag;
    entry.isKept = false;
    if (const SetFlag *old = flagAt(flag.file); old && old->isKept) {
        entry = *old;
        entry.derived.clear();
        entry.adoptDerived(flag);
    }
    put(entry);
}

QString Manifest::put(const Source &source)
{
    Source definition = source.definition();
    definition.id = idOf(source);
    const auto place = std::ranges::lower_bound(sources, definition.id, {}, &Source::id);
    if (place == sources.end() || place->id != definition.id)
        sources.insert(place, definition);
    return definition.id;
}

QString Manifest::idOf(const Source &source) const
{
    const Source definition = source.definition();
    QString id = definition.id;
    for (int number = 2;; ++number) {
        const auto known = std::ranges::find(sources, id, &Source::id);
        if (known == sources.end() || isSameSource(*known, definition))
            return id;
        id = definition.id + u'-' + QString::number(number);
    }
}

bool Manifest::hasFile(const QString &file) const
{
    return std::ranges::any_of(flags, [&file](const SetFlag &flag) {
        return (flag.isKept && flag.file == file) || isMadeFrom(flag, file);
    });
}

const SetFlag *Manifest::flagAt(const QString &file) const
{
    const auto found = std::ranges::find(flags, file, &SetFlag::file);
    return found == flags.end() ? nullptr : &*found;
}

const Source *Manifest::sourceOf(const SetFlag &flag) const
{
    const auto found = std::ranges::find(sources, flag.source, &Source::id);
    return found == sources.end() ? nullptr : &*found;
}
