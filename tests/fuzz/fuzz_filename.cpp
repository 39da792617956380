// Turns arbitrary text as country name into one safe file name.

#include "app/storage/filename.h"
#include "app/storage/nametemplate.h"
#include "tests/fuzz/require.h"

#include <QStringList>

#include <cstddef>
#include <cstdint>

using namespace Qt::StringLiterals;

namespace {

bool isPlain(char32_t character)
{
    const QChar::Category category = QChar::category(character);
    return category != QChar::Other_Control && category != QChar::Other_Format
        && category != QChar::Other_Surrogate && character != U'/' && character != U'\\' && character != U':'
        && character != U'*' && character != U'?' && character != U'"' && character != U'<'
        && character != U'>' && character != U'|' && character != U' ';
}

void requireSafe(const QString &name, const QString &suffix)
{
    REQUIRE(name.endsWith(u'.' + suffix));
    REQUIRE(name.size() > suffix.size() + 1);
    REQUIRE(name.toUtf8().size() <= 240);
    REQUIRE(QString::fromUtf8(name.toUtf8()) == name);
    REQUIRE(name.normalized(QString::NormalizationForm_C) == name);
    REQUIRE(!name.startsWith(u'.') && !name.startsWith(u'-'));
    for (const char32_t character : name.toUcs4())
        REQUIRE(isPlain(character));
    REQUIRE(safeFileName(name.chopped(suffix.size() + 1), suffix) == name);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Country country{.code = u"CI"_s, .iso3 = u"CIV"_s, .name = u"Ivory Coast"_s, .displayName = {}};
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    static const QList<NameTemplate> nameTemplates{
        NameTemplate::parse(u"{CC}-{country}"_s).value(), NameTemplate::parse(u"{country}"_s).value()};
    // As UTF-8, and as UTF-16 that may contain lone surrogates.
    const QStringList names{QString::fromUtf8(bytes),
        QString(reinterpret_cast<const QChar *>(bytes.constData()), bytes.size() / 2)};
    for (const QString &name : names) {
        for (const NameTemplate &nameTemplate : nameTemplates) {
            const NameParts parts{.country = country, .name = name, .suffix = u"webp"_s};
            const QString fileName = nameTemplate.pathOf(parts);
            requireSafe(fileName, u"webp"_s);
            REQUIRE(nameTemplate.pathOf(parts) == fileName);
        }
    }
    return 0;
}
