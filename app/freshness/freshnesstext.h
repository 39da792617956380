#pragma once

#include "app/freshness/flagfreshness.h"

#include <QStringList>

/// A picture that is not of the country's flag of today, with the words for it.
struct WrongPicture
{
    QString code;
    QString country; ///< for people
    FlagFreshness freshness; ///< isWrong()
};

/// The year of a date of resources/flagchanges.json.
[[nodiscard]] QString yearOf(const QString &date);

/// "Syria's flag until 2025", "the flag of British Virgin Islands", or empty if the picture is not wrong.
/// `country` is the name of the country whose flag it should be.
[[nodiscard]] QString freshnessText(const FlagFreshness &freshness, const QString &country);

/// The same for what may be unknown to have changed: then empty.
[[nodiscard]] QString freshnessText(const std::optional<FlagFreshness> &freshness, const QString &country);

/// "Older pictures: 1 flag is superseded or wrong: SY (Syria's flag until 2025)", sorted by code. Empty if
/// there is none.
[[nodiscard]] QString wrongPicturesText(QList<WrongPicture> wrong);

/// Only how many: "Older pictures: 3 flags are superseded or wrong." Empty if none is.
[[nodiscard]] QString olderPicturesText(qsizetype count);
