#include "app/sources/pictureentries.h"

#include "app/language/joining.h"
#include "app/sources/entrykeys.h"
#include "app/sources/urltemplate.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int largestWidth = 10'000;

struct PictureEntries
{
    Q_DECLARE_TR_FUNCTIONS(PictureEntries)
};

/// Reads one object of "images". Each of its formats becomes one picture.
class PictureReader final
{
public:
    PictureReader(const QJsonObject &entry, const QString &base)
        : m_keys(entry)
        , m_base(base)
    {
    }

    [[nodiscard]] QList<SourcePicture> read();
    [[nodiscard]] const QString &problem() const { return m_keys.problem(); }

private:
    [[nodiscard]] QStringList formats();
    void checkWidths(const SourcePicture &picture);
    void checkTemplate(const SourcePicture &picture);

    EntryKeys m_keys;
    const QString m_base;
};

QList<SourcePicture> PictureReader::read()
{
    m_keys.refuseUnknown({u"url"_s, u"format"_s, u"formats"_s, u"widths"_s, u"width"_s});
    SourcePicture picture;
    picture.urlTemplate = m_keys.text("url"_L1);
    picture.widths = m_keys.wholeNumbers("widths"_L1, 1, largestWidth);
    picture.defaultWidth = m_keys.wholeNumber("width"_L1, 1, largestWidth, picture.widths.value(0));
    checkWidths(picture);

    QList<SourcePicture> pictures;
    for (const QString &format : formats()) {
        SourcePicture one = picture;
        one.format = format;
        one.urlTemplate.replace("{format}"_L1, format);
        checkTemplate(one);
        pictures.append(one);
    }
    return pictures;
}

QStringList PictureReader::formats()
{
    QStringList formats = m_keys.texts("formats"_L1);
    if (const QString single = m_keys.text("format"_L1); !single.isEmpty())
        formats.prepend(single);
    if (formats.isEmpty())
        m_keys.refuse(PictureEntries::tr("each of the \"images\" needs a \"format\" or \"formats\""));
    for (const QString &format : formats) {
        if (!knownFormats().contains(format))
            m_keys.refuse(PictureEntries::tr("the format \"%1\" is not known; allowed are %2")
                              .arg(shownAddress(format), joinedItems(knownFormats())));
    }
    if (formats.size() > 1 && !m_keys.text("url"_L1).contains("{format}"_L1))
        m_keys.refuse(
            PictureEntries::tr("several \"formats\" need the placeholder {format} in their \"url\""));
    return formats;
}

void PictureReader::checkWidths(const SourcePicture &picture)
{
    if (picture.urlTemplate.contains("{width}"_L1) != !picture.widths.isEmpty())
        m_keys.refuse(PictureEntries::tr(
            "\"widths\" and the placeholder {width} in the \"url\" are possible only together"));
    if (m_keys.has("width"_L1) && !picture.widths.contains(picture.defaultWidth))
        m_keys.refuse(PictureEntries::tr("\"width\" must be one of the \"widths\""));
}

void PictureReader::checkTemplate(const SourcePicture &picture)
{
    if (picture.urlTemplate.isEmpty())
        return m_keys.refuse(PictureEntries::tr("each of the \"images\" needs a \"url\""));
    if (const auto problem = urlTemplateProblem(m_base + picture.templateFor(picture.defaultWidth)))
        m_keys.refuse(u"\"images\": %1"_s.arg(*problem));
}

tl::expected<QList<SourcePicture>, QString> picturesIn(const QJsonValue &images, const QString &base)
{
    const QJsonArray array = images.toArray();
    if (array.isEmpty())
        return tl::unexpected(
            PictureEntries::tr("\"images\" must be a list, [{\"format\": ..., \"url\": ...}, ...]"));
    QList<SourcePicture> pictures;
    for (const QJsonValue &image : array) {
        const QJsonObject object = image.toObject();
        PictureReader reader(object, base);
        pictures += reader.read();
        if (!reader.problem().isEmpty())
            return tl::unexpected(reader.problem());
    }
    return pictures;
}

} // namespace

QStringList knownFormats()
{
    return {u"svg"_s, u"png"_s, u"webp"_s, u"jpg"_s, u"gif"_s};
}

QString formatBySuffix(const QString &urlTemplate)
{
    const QString suffix = urlTemplate.section(u'.', -1).toLower();
    return suffix == "jpeg"_L1 ? u"jpg"_s : knownFormats().contains(suffix) ? suffix : QString();
}

tl::expected<QList<SourcePicture>, QString> picturesOfEntry(const QJsonObject &entry, const QString &base)
{
    EntryKeys keys(entry);
    const QString image = keys.text("image"_L1);
    if (!keys.problem().isEmpty())
        return tl::unexpected(keys.problem());
    if (keys.has("image"_L1) && keys.has("images"_L1))
        return tl::unexpected(PictureEntries::tr("\"image\" and \"images\" exclude each other"));
    if (keys.has("images"_L1))
        return picturesIn(entry.value("images"_L1), base);
    if (image.isEmpty())
        return tl::unexpected(PictureEntries::tr("the key \"image\" is missing"));
    for (const QLatin1StringView placeholder : {"{width}"_L1, "{format}"_L1}) {
        if (image.contains(placeholder))
            return tl::unexpected(
                PictureEntries::tr("\"image\": the placeholder %1 can be used in \"images\" only")
                    .arg(placeholder));
    }
    if (const auto problem = urlTemplateProblem(base + image))
        return tl::unexpected(u"\"image\": %1"_s.arg(*problem));
    return QList<SourcePicture>{
        {.format = formatBySuffix(image), .urlTemplate = image, .widths = {}, .defaultWidth = 0}};
}
