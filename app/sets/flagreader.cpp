#include "app/sets/flagreader.h"

#include "app/countries/country.h"
#include "app/sources/untrustedtext.h"
#include "app/storage/filereading.h"
#include "app/storage/setfiles.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

tl::expected<SetFlag, ManifestProblem> FlagReader::read()
{
    SetFlag flag;
    flag.code = text("code"_L1);
    if (!isFlagCode(flag.code))
        refuse(tr("\"code\" must be a code in capitals, such as DE or GB-ENG"));
    flag.file = path(m_object);
    flag.country = text("country"_L1);
    flag.source = text("source"_L1);
    flag.isKept = m_object.value("kept"_L1).toBool(true);
    flag.url = withoutCredentials(m_object.value("url"_L1).toString());
    flag.etag = headerValue("etag"_L1);
    flag.lastModified = headerValue("last_modified"_L1);
    flag.sha256 = hash(m_object, "sha256"_L1);
    flag.bytes = bytes(m_object);
    const QSize pixels(m_object.value("width"_L1).toInt(), m_object.value("height"_L1).toInt());
    flag.pixels = pixels.isEmpty() ? QSize(0, 0) : pixels;
    flag.time = time();
    flag.licence = text("licence"_L1);
    const QJsonArray derivedFiles = m_object.value("derived"_L1).toArray();
    for (const QJsonValue &file : derivedFiles)
        flag.derived.append(derived(file.toObject()));
    std::ranges::sort(flag.derived, {}, &DerivedFile::file);
    if (!m_problem.isEmpty())
        return tl::unexpected(ManifestProblem{m_problem});
    return flag;
}

void FlagReader::refuse(const QString &problem)
{
    if (m_problem.isEmpty())
        m_problem = problem;
}

QString FlagReader::text(QLatin1StringView key) const
{
    return plainText(m_object.value(key).toString());
}

/// Returns the time as the manifest stores it: in UTC and whole seconds.
QDateTime FlagReader::time() const
{
    const QDateTime time = QDateTime::fromString(text("time"_L1), Qt::ISODate).toUTC();
    return time.isValid() ? time.addMSecs(-time.time().msec()) : QDateTime();
}

// The value is sent back to the server, so it must not contain line breaks.
QByteArray FlagReader::headerValue(QLatin1StringView key)
{
    const QByteArray value = m_object.value(key).toString().toUtf8().left(longestPlainText + 1);
    if (value.size() > longestPlainText)
        return {};
    if (!isHeaderValue(value))
        refuse(tr("\"%1\" has characters other than printable ASCII").arg(key));
    return value;
}

bool FlagReader::isHeaderValue(QByteArrayView value)
{
    return value.size() <= longestPlainText
        && std::ranges::all_of(value, [](char c) { return c >= ' ' && c <= '~'; });
}

QString FlagReader::path(const QJsonObject &object)
{
    const QString path = object.value("file"_L1).toString();
    if (!isSafeRelativePath(path))
        refuse(tr("the file \"%1\" is not inside the folder of the set").arg(shownAddress(path)));
    else if (isReservedSetFile(path))
        refuse(tr("the file name \"%1\" is reserved for the program").arg(path));
    else if (!isNamedAsPicture(path))
        refuse(tr("the file \"%1\" does not have the suffix of a picture").arg(shownAddress(path)));
    return path;
}

QByteArray FlagReader::hash(const QJsonObject &object, QLatin1StringView key)
{
    constexpr qsizetype hashBytes = 32;
    const QByteArray hash = QByteArray::fromHex(object.value(key).toString().toLatin1());
    if (hash.size() != hashBytes)
        refuse(tr("\"%1\" must be 64 hexadecimal digits").arg(key));
    return hash;
}

qint64 FlagReader::bytes(const QJsonObject &object)
{
    const qint64 bytes = object.value("bytes"_L1).toInteger(-1);
    if (bytes < 0)
        refuse(tr("\"bytes\" must be a number"));
    return bytes;
}

DerivedFile FlagReader::derived(const QJsonObject &object)
{
    return {.file = path(object),
        .format = plainText(object.value("format"_L1).toString()),
        .width = object.value("width"_L1).toInt(),
        .crop = plainText(object.value("crop"_L1).toString()),
        .sha256 = hash(object, "sha256"_L1),
        .bytes = bytes(object),
        .madeOf = object.contains("made_of"_L1) ? hash(object, "made_of"_L1) : QByteArray()};
}
