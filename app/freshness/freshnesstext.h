#pragma once

#include "app/freshness/flagfreshness.h"

#include <QStringList>

/// A picture that does not show the country's current flag.
struct WrongPicture
{
    QString code;
    QString country; ///< name to show
    FlagFreshness freshness; ///< with isWrong()
};

/// The year of a date of resources/flagchanges.json.
[[nodiscard]] QString yearOf(const QString &date);

/// "Syria's flag until 2025" or "the flag of British Virgin Islands"; empty if the picture is not wrong.
/// `country` is the name of the country whose flag was expected.
[[nodiscard]] QString freshnessText(const FlagFreshness &freshness, const QString &country);

/// The same; empty if there is no value.
[[nodiscard]] QString freshnessText(const std::optional<FlagFreshness> &freshness, const QString &country);

/// "Older pictures: 1 flag is superseded or wrong: SY (Syria's flag until 2025)", sorted by code. Empty if
/// the list is empty.
[[nodiscard]] QString wrongPicturesText(QList<WrongPicture> wrong);

/// The same without the list: "Older pictures: 3 flags are superseded or wrong." Empty for 0.
[[nodiscard]] QString olderPicturesText(qsizetype count);
