#include "app/sets/pictureowners.h"

#include "app/countries/sharedflags.h"

PictureOwners::PictureOwners(const QList<SetFlag> &flags)
{
    m_files.reserve(flags.size());
    for (const SetFlag &flag : flags)
        m_files.insert(flag.sha256, flag.file);
}

std::optional<QString> PictureOwners::claim(
    const SetFlag &known, const QByteArray &sha256, const FlagIndex &current)
{
    if (const auto first = m_claims.constFind(sha256); first != m_claims.cend()) {
        const bool isShared = first->code == known.code || first->former == known.sha256
            || haveSameFlag(first->code, known.code);
        return isShared ? std::nullopt : std::optional(first->code);
    }
    if (const auto owner = ownerInSet(known.code, sha256, current))
        return owner;
    m_claims.insert(sha256, {known.code, known.sha256});
    return std::nullopt;
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
