#pragma once

#include "app/drawing/canceltoken.h"
#include "app/freshness/flagchanges.h"

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>
#include <utility>

/// Whether a picture shows the country's current flag, judged by its colours.
struct FlagFreshness
{
    enum class State {
        Current,
        Superseded, ///< the country's flag until `since`
        OtherCountry, ///< the flag of `whose`
        Unknown, ///< no known version of the flag
        NotChecked, ///< the picture could not be read or drawn
    };

    State state = State::Unknown;
    QString since = {}; ///< an ISO date, or a year
    QString whose = {}; ///< a country's code

    [[nodiscard]] bool isWrong() const { return state == State::Superseded || state == State::OtherCountry; }
    [[nodiscard]] bool operator==(const FlagFreshness &) const = default;
};

Q_DECLARE_METATYPE(FlagFreshness)

/// Whether a change of this country's flag is known.
[[nodiscard]] bool hasFlagChange(const QString &code);

/// Recognises which version of the country's flag a picture shows. The picture may have any ratio and crop,
/// and a width of about 40 pixels or more. Superseded and OtherCountry require all marks of that flag, and
/// that the marks of the current flag are not found. Transparent pixels never match a mark. Nothing if no
/// change of the flag is known.
[[nodiscard]] std::optional<FlagFreshness> freshnessOf(const QString &code, const QImage &picture);

/// Draws a small version of the picture and checks it. Draws nothing if no change of the flag is known or if
/// the picture was checked before. NotChecked if the picture cannot be drawn. Call it on the pool.
[[nodiscard]] std::optional<FlagFreshness> freshnessOfBytes(
    const QString &code, const QByteArray &picture, const CancelToken &cancel = {});

/// The same for the file `path` in `folder`, read with readFileBeneath(). Reads nothing if no change of the
/// flag is known.
[[nodiscard]] std::optional<FlagFreshness> freshnessOfFile(
    const QString &code, const QString &folder, const QString &path, const CancelToken &cancel = {});

/// A country's code and the freshness of its picture.
using CodedFreshness = std::pair<QString, FlagFreshness>;

/// Of these pictures (code, bytes) those that are superseded or of another country, in the same order. Draws
/// at most one picture for each known change. Call it on the pool.
[[nodiscard]] QList<CodedFreshness> wrongPictures(const QList<std::pair<QString, QByteArray>> &pictures);

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
