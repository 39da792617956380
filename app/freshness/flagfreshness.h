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

/// Whether a picture shows the country's flag of today, as far as its colours say.
struct FlagFreshness
{
    enum class State {
        Current,
        Superseded, ///< the country's flag until `since`
        OtherCountry, ///< the flag of `whose`
        Unknown, ///< no version of the flag is recognised
    };

    State state = State::Unknown;
    QString since = {}; ///< an ISO date, or a year
    QString whose = {}; ///< a country's code

    [[nodiscard]] bool isWrong() const { return state == State::Superseded || state == State::OtherCountry; }
    [[nodiscard]] bool operator==(const FlagFreshness &) const = default;
};

Q_DECLARE_METATYPE(FlagFreshness)

/// Whether the flag of this country has changed in a way that freshnessOf() knows of.
[[nodiscard]] bool hasFlagChange(const QString &code);

/// What a picture of the country's flag shows: of any size, ratio and crop, from about 40 pixels of width up.
/// Superseded or OtherCountry only if all marks of that flag are found and those of today's are not; what is
/// transparent is no mark. Nothing where the country's flag has not changed.
[[nodiscard]] std::optional<FlagFreshness> freshnessOf(const QString &code, const QImage &picture);

/// Draws the picture small, only if the country's flag has changed, and looks at it. Unknown if it cannot be
/// drawn. For the pool.
[[nodiscard]] std::optional<FlagFreshness> freshnessOfBytes(
    const QString &code, const QByteArray &picture, const CancelToken &cancel = {});

/// The same for the picture in the file `path` below `folder`, which is not read if the country's flag has
/// not changed, and read as readFileBeneath() does it.
[[nodiscard]] std::optional<FlagFreshness> freshnessOfFile(
    const QString &code, const QString &folder, const QString &path, const CancelToken &cancel = {});

/// A country's code and what its picture was found to be.
using CodedFreshness = std::pair<QString, FlagFreshness>;

/// Of all pictures (code, bytes), those that are superseded or another country's, in their order. For the
/// pool: draws up to one picture for each known change.
[[nodiscard]] QList<CodedFreshness> wrongPictures(const QList<std::pair<QString, QByteArray>> &pictures);
