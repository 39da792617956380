#include "app/storage/setfiles.h"

#include "app/sources/pictureentries.h"

#include <nettle/sha2.h>

using namespace Qt::StringLiterals;

bool isReservedSetFile(const QString &path)
{
    const QString top = path.section(u'/', 0, 0);
    const auto isNamed
        = [&top](const char *name) { return top.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0; };
    return isNamed(manifestFileName) || isNamed(attributionFileName) || isNamed(journalFileName)
        || isNamed(lockFileName)
        || top.startsWith(QString(QLatin1StringView(manifestFileName) + u".damaged-"), Qt::CaseInsensitive)
        || top.startsWith(QString(QLatin1StringView(manifestFileName) + u".kept-"), Qt::CaseInsensitive);
}

bool isNamedAsPicture(const QString &path)
{
    return knownFormats().contains(path.section(u'.', -1));
}

// QCryptographicHash does not use the processor's SHA instructions and takes longer than everything else that
// saves a flag.
QByteArray sha256(QByteArrayView bytes)
{
    sha256_ctx context{};
    sha256_init(&context);
    sha256_update(&context, std::size_t(bytes.size()), reinterpret_cast<const uint8_t *>(bytes.data()));
    QByteArray hash(SHA256_DIGEST_SIZE, Qt::Uninitialized);
    sha256_digest(&context, std::size_t(hash.size()), reinterpret_cast<uint8_t *>(hash.data()));
    return hash;
}
