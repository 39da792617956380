#include "app/downloads/inspectflag.h"

#include "app/drawing/picture.h"
#include "app/sets/verification.h"
#include "app/storage/filereading.h"
#include "app/storage/setfiles.h"

#include <algorithm>

namespace {

/// Empty where nothing can be read.
QByteArray bytesOf(const QString &folder, const QString &file)
{
    const auto read = readFileBeneath(folder, file, largestSetFile);
    const auto *bytes = std::get_if<std::optional<QByteArray>>(&read);
    return bytes ? bytes->value_or(QByteArray()) : QByteArray();
}

} // namespace

InspectedFlag inspectFlag(
    const QString &folder, const SetFlag &flag, const QSize &thumbnailSize, const CancelToken &cancel)
{
    InspectedFlag found;
    const QByteArray bytes = bytesOf(folder, flag.file);
    if (flag.isKept && sha256(bytes) == flag.sha256)
        found.original = bytes;
    found.isIntact = (!flag.isKept || !found.original.isEmpty())
        && std::ranges::all_of(flag.derived, [&folder](const DerivedFile &derived) {
               return fileState(folder, derived.file, derived.sha256) == FileState::Intact;
           });
    if (!thumbnailSize.isEmpty() && !bytes.isEmpty()) {
        found.thumbnail = fittedInto(bytes, thumbnailSize, cancel);
    }
    return found;
}
