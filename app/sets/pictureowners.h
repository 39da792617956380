#pragma once

#include "app/sets/flagindex.h"
#include "app/sets/manifest.h"

#include <QByteArray>
#include <QHash>
#include <QMultiHash>
#include <QString>

#include <optional>

/// A picture that is to replace that of a flag. Pictures that look alike have the same look, also if their
/// bytes differ: servers write the time, or the number of a request, into a placeholder.
struct NewPicture
{
    QByteArray sha256;
    QByteArray look = {}; ///< empty if unknown: only the hash counts
    QByteArray formerLook = {}; ///< of the picture that is replaced; empty if unknown
};

/// Which countries of a set have which picture. An update claims each new picture here, so that a server that
/// sends the same picture for all countries replaces at most one flag. New pictures are compared by their
/// look, and with those that the set has by their hash. A part of OpenSet; not thread-safe.
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
        const SetFlag &known, const NewPicture &picture, const FlagIndex &current);

private:
    [[nodiscard]] std::optional<QString> ownerInSet(
        const QString &code, const QByteArray &sha256, const FlagIndex &current) const;

    struct Claim
    {
        QString code;
        QByteArray former; ///< hash of the picture that the claimed one replaces
        QByteArray formerLook;
    };

    [[nodiscard]] static bool mayShare(const Claim &first, const SetFlag &known, const NewPicture &picture);

    QMultiHash<QByteArray, QString> m_files; // by hash: SetFlag::file of the flags before the operation
    QHash<QByteArray, Claim> m_claims; // by look, or else by hash: the first flag that gets the picture
};
