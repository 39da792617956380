// Reads a metadata.json from arbitrary bytes: BadMetadata, or a name if the bytes are an object with such a
// string. Also reads the bytes as a names file: BadMetadata, or at least one name.

#include "app/saving/metadata.h"
#include "app/sources/untrustedtext.h"
#include "tests/fuzz/require.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray json(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto names = namesInFile(json, {});
    if (names)
        REQUIRE(!names->isEmpty());
    else
        REQUIRE(names.error().kind == FailureKind::BadMetadata);

    const auto name = countryInMetadata(json, QStringLiteral("country"));
    if (!name) {
        REQUIRE(name.error().kind == FailureKind::BadMetadata);
        return 0;
    }
    const QJsonDocument document = QJsonDocument::fromJson(json);
    REQUIRE(document.isObject());
    REQUIRE(plainText(document.object().value(QStringLiteral("country")).toString()) == *name);
    const bool hasLoneSurrogates = QString::fromUtf8(name->toUtf8()) != *name;
    REQUIRE(hasLoneSurrogates || countryInMetadata(document.toJson(), QStringLiteral("country")) == name);
    return 0;
}
