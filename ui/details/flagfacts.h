#pragma once

#include <QList>
#include <QString>

#include <array>

class Catalogue;
struct FlagEntry;

/// What the details say about a country and its flag, one row each, in this order.
enum class FactKind {
    EnglishName,
    NativeName,
    Codes,
    Continent,
    FlagOf,
    File,
    Size,
    Pixels,
    Sha256,
    Source,
    Address,
    Licence,
    Saved,
    PictureRequest,
    NameRequest,
    Total,
};

inline constexpr std::array allFactKinds{FactKind::EnglishName, FactKind::NativeName, FactKind::Codes,
    FactKind::Continent, FactKind::FlagOf, FactKind::File, FactKind::Size, FactKind::Pixels, FactKind::Sha256,
    FactKind::Source, FactKind::Address, FactKind::Licence, FactKind::Saved, FactKind::PictureRequest,
    FactKind::NameRequest, FactKind::Total};

struct FlagFact
{
    FactKind kind = FactKind::Codes;
    QString value; ///< one line
    QString toolTip = {}; ///< empty: the value

    friend bool operator==(const FlagFact &, const FlagFact &) = default;
};

/// The label of a row.
[[nodiscard]] QString labelOf(FactKind kind);

/// What is known about a country and its flag, in the order of the rows. The times of requests are known of
/// flags that this run of the program has requested. `owner`: see ownerOfSharedFlag().
[[nodiscard]] QList<FlagFact> factsOf(
    const FlagEntry &entry, const Catalogue &catalogue, const QString &owner = {});
