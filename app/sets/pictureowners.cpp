#include "app/sets/pictureowners.h"

#include "app/countries/sharedflags.h"

PictureOwners::PictureOwners(const QList<SetFlag> &flags)
{
    m_files.reserve(flags.size());
    for (const SetFlag &flag : flags)
        m_files.insert(flag.sha256, flag.file);
}

std::optional<QString> PictureOwners::claim(
    const SetFlag &known, const NewPicture &picture, const FlagIndex &current)
{
    const QByteArray &key = picture.look.isEmpty() ? picture.sha256 : picture.look;
    if (const auto first = m_claims.constFind(key); first != m_claims.cend())
        return mayShare(*first, known, picture) ? std::nullopt : std::optional(first->code);
    if (const auto owner = ownerInSet(known.code, picture.sha256, current))
        return owner;
    m_claims.insert(key, {known.code, known.sha256, picture.formerLook});
    return std::nullopt;
}

/// Flags that were alike may change together. At some sources two countries look alike.
bool PictureOwners::mayShare(const Claim &first, const SetFlag &known, const NewPicture &picture)
{
    const bool lookedAlike = !first.formerLook.isEmpty() && first.formerLook == picture.formerLook;
    return first.code == known.code || first.former == known.sha256 || lookedAlike
        || haveSameFlag(first.code, known.code);
}

std::optional<QString> PictureOwners::ownerInSet(
    const QString &code, const QByteArray &sha256, const FlagIndex &current) const
{
    std::optional<QString> owner;
    const QStringList files = m_files.values(sha256);
    for (const QString &file : files) {
        const SetFlag *flag = current.flagAt(file);
        if (flag == nullptr || flag->sha256 != sha256)
            continue;
        // Flags of territories may arrive in a later update than that of their country.
        if (flag->code == code || haveSameFlag(flag->code, code))
            return std::nullopt;
        owner = flag->code;
    }
    return owner;
}
