#include "app/storage/sha256.h"

#include <nettle/sha2.h>

// QCryptographicHash does without the processor's instructions for SHA, and takes more time than all the rest
// of saving a flag.
QByteArray sha256(QByteArrayView bytes)
{
    sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, std::size_t(bytes.size()), reinterpret_cast<const uint8_t *>(bytes.data()));
    QByteArray hash(SHA256_DIGEST_SIZE, Qt::Uninitialized);
    sha256_digest(&context, std::size_t(hash.size()), reinterpret_cast<uint8_t *>(hash.data()));
    return hash;
}
