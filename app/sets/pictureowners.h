#pragma once

#include "app/sets/flagindex.h"
#include "app/sets/manifest.h"

#include <QByteArray>
#include <QHash>
#include <QMultiHash>
#include <QString>

#include <optional>

/// A picture that is to replace that of a flag. Pictures with the same pixels have the same look, also if
/// their bytes differ: servers write the time, or the number of a request, into a placeholder.
struct NewPicture
{
    QByteArray sha256;
    QByteArray look = {}; ///< empty if unknown: only the hash counts
};

/// Which countries of a set have which picture. An update claims each new picture here, so that a server that
/// sends the same picture for all countries replaces at most one flag, however often the set is updated. A
/// part of OpenSet; not thread-safe.
class PictureOwners final
{
public:
    PictureOwners() = default;
    /// The flags of the set before the operation.
    explicit PictureOwners(const QList<SetFlag> &flags);

    /// Sets the looks of the pictures before the operation, by SetFlag::file, as far as they are known. Until
    /// then only their hashes are compared.
    void setLooks(const QHash<QString, QByteArray> &lookOfFile);

    /// Claims a picture for a flag that has another one. Returns nothing if it may have it. Otherwise returns
    /// the code of a country with a different flag that has the picture in `current`, the set as it is now,
    /// or has claimed it.
    [[nodiscard]] std::optional<QString> claim(
        const SetFlag &known, const NewPicture &picture, const FlagIndex &current);

private:
    struct Claim
    {
        QString code;
        QString file; ///< whose picture the claimed one replaces
        QByteArray former; ///< hash of that picture
    };
    /// A file before the operation.
    struct Former
    {
        QString file;
        QByteArray sha256;
    };

    [[nodiscard]] bool mayShare(const Claim &first, const SetFlag &known) const;
    [[nodiscard]] std::optional<QString> ownerInSet(
        const QString &code, const QByteArray &key, const FlagIndex &current) const;

    QMultiHash<QByteArray, Former> m_formers; // by hash and by look
    QHash<QString, QByteArray> m_hashes; // by file, before the operation
    QHash<QString, QByteArray> m_looks; // the same
    QHash<QByteArray, Claim> m_claims; // by look, or else by hash: the first flag that gets the picture
};
