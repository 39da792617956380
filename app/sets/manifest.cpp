#include "app/sets/manifest.h"

#include "app/sets/flagindex.h"

#include <QRegularExpression>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

/// Whether two sources differ only in id, title, request limit and the description of their pictures. The URL
/// of the pictures identifies them.
bool isSameSource(const Source &one, Source other)
{
    other.id = one.id;
    other.title = one.title;
    other.limit = one.limit;
    other.format = one.format;
    other.pictures = one.pictures;
    return one == other;
}

bool isMadeFrom(const SetFlag &flag, const QString &file)
{
    return std::ranges::find(flag.derived, file, &DerivedFile::file) != flag.derived.end();
}

/// Returns the position of the source with that id in a sorted list, or where to insert it.
template <typename Sources>
auto placeOf(Sources &sources, const QString &id)
{
    return std::ranges::lower_bound(sources, id, {}, &Source::id);
}

} // namespace

void SetFlag::adoptDerived(const SetFlag &other)
{
    for (const DerivedFile &derivedFile : other.derived) {
        DerivedFile made = derivedFile;
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

QStringList SetFlag::filesOnDisk() const
{
    QStringList files;
    if (isKept)
        files.append(file);
    for (const DerivedFile &made : derived)
        files.append(made.file);
    return files;
}

bool SetFlag::comesBefore(const SetFlag &one, const SetFlag &other)
{
    return std::tie(one.code, one.file) < std::tie(other.code, other.file);
}

void Manifest::put(const SetFlag &flag)
{
    FlagIndex index(flags);
    index.put(flag);
    flags = index.flags();
}

void Manifest::putDerivedOf(const SetFlag &flag)
{
    FlagIndex index(flags);
    index.putDerivedOf(flag);
    flags = index.flags();
}

QString Manifest::put(const Source &source)
{
    Source definition = source.definition();
    definition.id = idOf(source);
    const auto place = placeOf(sources, definition.id);
    if (place == sources.end() || place->id != definition.id)
        sources.insert(place, definition);
    else
        place->title = definition.title;
    return definition.id;
}

QString Manifest::idOf(const Source &source) const
{
    static const QRegularExpression number(u"-\\d+\\z"_s);

    const Source definition = source.definition();
    const QString plain = QString(definition.id).remove(number);
    // The ids that begin with it follow each other.
    for (auto each = placeOf(sources, plain); each != sources.end() && each->id.startsWith(plain); ++each) {
        if (isSameSource(*each, definition) && QString(each->id).remove(number) == plain)
            return each->id;
    }
    QString id = definition.id;
    for (int next = 2;; ++next) {
        const auto known = placeOf(sources, id);
        if (known == sources.end() || known->id != id)
            return id;
        id = u"%1-%2"_s.arg(definition.id, QString::number(next));
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
    const auto found = placeOf(sources, flag.source);
    return found == sources.end() || found->id != flag.source ? nullptr : &*found;
}
