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

} // namespace

void Manifest::put(SetFlag flag)
{
    const auto old = std::ranges::find(flags, flag.file, &SetFlag::file);
    if (old != flags.end()) {
        if (old->sha256 == flag.sha256 && old->time.isValid())
            flag.time = old->time;
        flags.erase(old);
    }
    flags.insert(std::ranges::lower_bound(flags, flag, comesBefore), flag);
}

QString Manifest::put(const Source &source)
{
    Source definition = source.definition();
    for (int number = 2;; ++number) {
        const auto known = std::ranges::find(sources, definition.id, &Source::id);
        if (known == sources.end()) {
            sources.insert(std::ranges::lower_bound(sources, definition.id, {}, &Source::id), definition);
            return definition.id;
        }
        if (isSameSource(*known, definition))
            return known->id;
        definition.id = source.id + u'-' + QString::number(number);
    }
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
