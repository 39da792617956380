#pragma once

#include "app/sets/manifestjson.h"

#include <QCoreApplication>
#include <QJsonObject>

/// Reads one flag of a manifest, which others may have written. Keeps the first problem.
class FlagReader final
{
    Q_DECLARE_TR_FUNCTIONS(FlagReader)

public:
    /// `object` must outlive this object.
    explicit FlagReader(const QJsonObject &object)
        : m_object(object)
    {
    }

    [[nodiscard]] tl::expected<SetFlag, ManifestProblem> read();

    /// Whether the value of a header can be stored and sent back to the server.
    [[nodiscard]] static bool isHeaderValue(QByteArrayView value);

private:
    void refuse(const QString &problem);
    [[nodiscard]] QString text(QLatin1StringView key) const;
    [[nodiscard]] QDateTime time() const;
    [[nodiscard]] QByteArray headerValue(QLatin1StringView key);
    [[nodiscard]] QString path(const QJsonObject &object);
    [[nodiscard]] QByteArray hash(const QJsonObject &object, QLatin1StringView key);
    [[nodiscard]] qint64 bytes(const QJsonObject &object);
    [[nodiscard]] DerivedFile derived(const QJsonObject &object);

    const QJsonObject &m_object;
    QString m_problem;
};
