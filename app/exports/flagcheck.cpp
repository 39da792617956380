#include "app/exports/flagcheck.h"

#include "app/drawing/picture.h"

namespace {

std::optional<Failure> failureOf(const ExportFlag &flag, const CancelToken &cancel)
{
    const auto bytes = readPicture(flag.path);
    if (!bytes)
        return bytes.error();
    const auto picture = Picture::fromBytes(*bytes, {}, cancel);
    return picture ? std::nullopt : std::optional(picture.error());
}

} // namespace

QList<LeftOutFlag> undrawableFlags(const QList<ExportFlag> &flags, const ExportControl &control)
{
    QList<LeftOutFlag> undrawable;
    int checked = 0;
    for (const ExportFlag &flag : flags) {
        const auto failure = failureOf(flag, control.cancel);
        if (failure && failure->kind == FailureKind::Cancelled)
            break;
        if (failure)
            undrawable.append({flag.code, flag.name, *failure});
        if (!control.advance(++checked, int(flags.size())))
            break;
    }
    return undrawable;
}
