#pragma once

#include "app/sets/flagindex.h"
#include "app/sets/manifest.h"

#include <QByteArray>
#include <QHash>
#include <QMultiHash>
#include <QString>

#include <optional>

/// Which countries of a set have which picture. An update claims each new picture here, so that a server that
/// sends the same picture for all countries replaces at most one flag. A part of OpenSet; not thread-safe.
class PictureOwners final
{
public:
    PictureOwners() = default;
    /// The flags of the set before the operation.
    explicit PictureOwners(const QList<SetFlag> &flags);

    /// Claims a picture for a flag that has another one. Returns nothing if it may have it. Otherwise returns
    /// the code of a country with a different flag that has the picture in `current`, the set as it is now,
    /// or has claimed it.
    [[nodiscard]] std::optional<QString> claim(
        const SetFlag &known, const QByteArray &sha256, const FlagIndex &current);

private:
    [[nodiscard]] std::optional<QString> ownerInSet(
        const QString &code, const QByteArray &sha256, const FlagIndex &current) const;

    struct Claim
    {
        QString code;
        QByteArray former; ///< hash of the picture that the claimed one replaces
    };

    QMultiHash<QByteArray, QString> m_files; // by hash: SetFlag::file of the flags before the operation
    QHash<QByteArray, Claim> m_claims; // by hash: the first flag that gets the picture
};
