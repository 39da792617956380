// Reads a picture from arbitrary bytes: it is refused with a reason, or it has the announced size and can be
// scaled to fit a box. Only flagfetch-render contains this code.

#include "app/render/decodedpicture.h"
#include "tests/fuzz/require.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto picture = DecodedPicture::fromBytes(bytes);
    if (!picture) {
        const FailureKind kind = picture.error().kind;
        REQUIRE(kind == FailureKind::NotAPicture || kind == FailureKind::Truncated
            || kind == FailureKind::TooLarge);
        return 0;
    }
    REQUIRE(picture->format() == sniffFormat(bytes));
    if (picture->format() != PictureFormat::Svg)
        REQUIRE(picture->naturalSize() == *checkRaster(bytes, picture->format()));
    const QSize box(64, 48);
    const QImage fitted = picture->fittedInto(box);
    REQUIRE(fitted.width() <= box.width() && fitted.height() <= box.height());
    return 0;
}
