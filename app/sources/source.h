#pragma once

#include "app/countries/country.h"

#include <QHash>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>

/// Which of the program's built-in servers serves a source, if any.
enum class Embedded {
    No,
    Plain, ///< responds at once
    Slow, ///< responds after a random delay
    Faulty, ///< answers some of the requests with 418
};

/// The pictures that an embedded source serves, named after their package.
enum class PictureSet {
    FlagIcons, ///< the npm package flag-icons, 4x3
    FlagIconsSquare, ///< the same, 1x1
    IsoFlags, ///< Debian's iso-flags-svg
};

/// One JSON file in which a source names all its countries: an array of entries, or an object whose keys are
/// the alpha-2 codes. A path addresses a value in an entry by its keys, separated by dots: "name.common".
struct NamesFile
{
    QUrl url;
    QString codePath; ///< path of the alpha-2 code; empty: the keys are the codes
    QString namePath; ///< path of the name; empty: the entry itself is the name

    friend bool operator==(const NamesFile &, const NamesFile &) = default;
};

/// One kind of picture that a source offers.
struct SourcePicture
{
    QString format; ///< "svg", "png" ...; empty if the source does not specify it
    QString urlTemplate; ///< contains {width} if there are widths
    QList<int> widths; ///< available widths in pixels; empty if there is no choice
    int defaultWidth = 0; ///< the default, one of the widths; 0 if there are none

    /// Returns the template with {width} replaced. The width has no effect if there are no widths.
    [[nodiscard]] QString templateFor(int width) const;

    friend bool operator==(const SourcePicture &, const SourcePicture &) = default;
};

/// A place that flags are downloaded from. Holds data only, no code.
struct Source
{
    QString id; ///< as `--server` takes it
    QString title; ///< name in the user interface
    QString imageTemplate; ///< URL with placeholders for codes; of an embedded source, relative to `base`
    QString format = {}; ///< of the pictures of imageTemplate; empty if the source does not specify it
    int width = 0; ///< of these pictures, in pixels; 0 if the user cannot choose it
    QList<SourcePicture> pictures = {}; ///< the available kinds
    QString metadataTemplate; ///< like imageTemplate; empty if there is no metadata for each country
    QString metadataName = QStringLiteral("country"); ///< path of the name in the metadata, as in NamesFile
    std::optional<NamesFile> names; ///< one file for all countries, instead of metadata for each
    QString licence;
    QUrl licenceUrl;
    int limit = 5; ///< maximum of requests in flight that the operator is known to accept
    std::optional<int> wantedLimit = {}; ///< the user's limit, for this run of the program
    std::chrono::milliseconds pause{0}; ///< minimum between the starts of two requests
    /// Codes of the regions and organisations that it has flags of, such as GB-ENG and EU; nothing if
    /// unknown.
    std::optional<QStringList> codes = {};
    QHash<QString, QString> iso3 = {}; ///< alpha-3 codes that differ from ISO's, such as UNK, by alpha-2 code
    bool isOwn = false; ///< added by the user, not shipped with the program
    Embedded embedded = Embedded::No;
    PictureSet pictureSet = PictureSet::FlagIcons; ///< of an embedded source
    QString base = {}; ///< URL of the embedded source's server while it runs, with a "/" at its end

    /// Selects the default picture, which is the first one.
    void selectDefaultPicture();

    /// Returns false for a region or an organisation that the source is known not to have. A country is
    /// always worth a request.
    [[nodiscard]] bool canHave(const Country &country) const;

    /// The URLs of one country's files. Nothing if a placeholder has no value for this country, or if the
    /// source has no metadata.
    [[nodiscard]] std::optional<QUrl> imageUrl(const Country &country) const;
    [[nodiscard]] std::optional<QUrl> metadataUrl(const Country &country) const;

    /// Returns the URL in a form that can be stored: without user name and password. The server of an
    /// embedded source has another port each time, so its URL becomes "builtin:de/de.svg", with the source's
    /// id.
    [[nodiscard]] QString storableUrl(const QUrl &url) const;

    /// Returns what others need to request the same pictures: without other pictures, user names and
    /// passwords, and without values for this run of the program.
    [[nodiscard]] Source definition() const;

    friend bool operator==(const Source &, const Source &) = default;
};

Q_DECLARE_METATYPE(Source)
