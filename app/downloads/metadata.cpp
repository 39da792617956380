#include "app/downloads/metadata.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

std::variant<QString, Failure> countryInMetadata(const QByteArray &json)
{
    const auto bad = [](const QString &detail) { return Failure{FailureKind::BadMetadata, 0, detail}; };
    if (json.startsWith("\xef\xbb\xbf"))
        return bad(u"byte order mark"_s);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return bad(error.errorString());
    if (!document.isObject())
        return bad(u"not an object"_s);
    const QJsonValue country = document.object().value("country"_L1);
    if (!country.isString())
        return bad(country.isUndefined() ? u"no \"country\""_s : u"\"country\" is not a string"_s);
    return country.toString();
}
