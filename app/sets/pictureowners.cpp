#include "app/sets/pictureowners.h"

#include "app/countries/sharedflags.h"

PictureOwners::PictureOwners(const QList<SetFlag> &flags)
{
    m_formers.reserve(flags.size());
    for (const SetFlag &flag : flags) {
        m_formers.insert(flag.sha256, {flag.file, flag.sha256});
        m_hashes.insert(flag.file, flag.sha256);
    }
}

void PictureOwners::setLooks(const QHash<QString, QByteArray> &lookOfFile)
{
    m_looks = lookOfFile;
    for (auto each = lookOfFile.cbegin(); each != lookOfFile.cend(); ++each)
        m_formers.insert(each.value(), {each.key(), m_hashes.value(each.key())});
}

std::optional<QString> PictureOwners::claim(
    const SetFlag &known, const NewPicture &picture, const FlagIndex &current)
{
    const bool isAsBefore
        = !picture.look.isEmpty() && picture.look == m_looks.value(known.file); // with other bytes
    const QByteArray &key = picture.look.isEmpty() ? picture.sha256 : picture.look;
    if (const auto first = m_claims.constFind(key); first != m_claims.cend())
        return isAsBefore || mayShare(*first, known) ? std::nullopt : std::optional(first->code);
    for (const QByteArray &each : {picture.sha256, key}) {
        const auto owner = isAsBefore ? std::nullopt : ownerInSet(known.code, each, current);
        if (owner)
            return owner;
    }
    m_claims.insert(key, {known.code, known.file, known.sha256});
    return std::nullopt;
}

/// Flags that were alike may change together. At some sources two countries look alike.
bool PictureOwners::mayShare(const Claim &first, const SetFlag &known) const
{
    const QByteArray look = m_looks.value(first.file);
    return first.code == known.code || first.former == known.sha256
        || (!look.isEmpty() && look == m_looks.value(known.file)) || haveSameFlag(first.code, known.code);
}

std::optional<QString> PictureOwners::ownerInSet(
    const QString &code, const QByteArray &key, const FlagIndex &current) const
{
    std::optional<QString> owner;
    const QList<Former> formers = m_formers.values(key);
    for (const Former &former : formers) {
        const SetFlag *flag = current.flagAt(former.file);
        if (flag == nullptr || flag->sha256 != former.sha256)
            continue;
        // Flags of territories may arrive in a later update than that of their country.
        if (flag->code == code || haveSameFlag(flag->code, code))
            return std::nullopt;
        owner = flag->code;
    }
    return owner;
}
