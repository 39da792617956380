#include "app/saving/metadata.h"

#include "app/sources/untrustedtext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

struct MetadataText
{
    Q_DECLARE_TR_FUNCTIONS(Metadata)
};

Failure badMetadata(const QString &detail)
{
    return {FailureKind::BadMetadata, 0, detail};
}

Result<QJsonDocument> documentOf(const QByteArray &json)
{
    if (json.startsWith("\xef\xbb\xbf"))
        return unexpected(badMetadata(MetadataText::tr("byte order mark")));
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return unexpected(badMetadata(error.errorString()));
    return document;
}

/// Returns the value at the path. Undefined if the path does not exist.
QJsonValue valueAt(const QJsonValue &entry, const QString &path)
{
    QJsonValue value = entry;
    if (!path.isEmpty()) {
        for (const QStringView key : QStringView(path).split(u'.'))
            value = value.toObject().value(key);
    }
    return value;
}

} // namespace

Failure failureOfMetadata(const Failure &failure)
{
    return failure.kind == FailureKind::TooLarge ? badMetadata(MetadataText::tr("too large")) : failure;
}

Result<QString> countryInMetadata(const QByteArray &json, const QString &path)
{
    const auto document = documentOf(json);
    if (!document)
        return unexpected(document.error());
    if (!document->isObject())
        return unexpected(badMetadata(MetadataText::tr("not an object")));
    const QJsonValue country = valueAt(document->object(), path);
    if (!country.isString())
        return unexpected(
            badMetadata(country.isUndefined() ? MetadataText::tr("no \"%1\"").arg(path)
                                              : MetadataText::tr("\"%1\" is not a text").arg(path)));
    return plainText(country.toString());
}

Result<CountryNames> namesInFile(const QByteArray &json, const NamesFile &file)
{
    const auto document = documentOf(json);
    if (!document)
        return unexpected(document.error());
    CountryNames names;
    const auto take = [&names, &file](const QString &code, const QJsonValue &entry) {
        const QJsonValue name = valueAt(entry, file.namePath);
        if (!code.isEmpty() && name.isString())
            names.insert(code.toUpper(), plainText(name.toString()));
    };
    if (file.codePath.isEmpty()) {
        const QJsonObject entries = document->object();
        for (auto entry = entries.begin(); entry != entries.end(); ++entry)
            take(entry.key(), entry.value());
    } else {
        const QJsonArray entries = document->array();
        for (const QJsonValue &entry : entries)
            take(valueAt(entry, file.codePath).toString(), entry);
    }
    if (names.isEmpty())
        return unexpected(badMetadata(MetadataText::tr("no names")));
    return names;
}
