// Reads a message between the program and flagfetch-render from arbitrary bytes, because an attacker may
// control either process: it is refused, or it is equal after writing and reading it again.

#include "app/images/rendermessage.h"
#include "tests/fuzz/require.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto request = requestIn(bytes)) {
        const QByteArray written = messageOf(*request);
        REQUIRE(requestIn(written));
        REQUIRE(messageOf(*requestIn(written)) == written);
    }
    if (const auto answer = answerIn(bytes)) {
        if (const auto *picture = std::get_if<PictureAnswer>(&*answer)) {
            for (const Rendition &rendition : picture->renditions)
                REQUIRE(rendition.spec.width >= 1 && rendition.spec.width <= maximalRenditionWidth);
        }
        const QByteArray written = messageOf(*answer);
        REQUIRE(answerIn(written));
        REQUIRE(messageOf(*answerIn(written)) == written);
    }
    return 0;
}
