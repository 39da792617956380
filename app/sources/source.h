#pragma once

#include "app/countries/country.h"
#include "app/sources/namesfile.h"
#include "app/sources/sourcepicture.h"

#include <QHash>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>

/// Which of the program's own servers stands behind a source, if one does.
enum class Embedded {
    No,
    Plain, ///< answers at once
    Slow, ///< answers after a random delay
    Faulty, ///< answers a share of the requests with 418
};

/// The pictures that an embedded source serves, by the package that brings them.
enum class PictureSet {
    FlagIcons, ///< the npm package flag-icons, 4x3
    FlagIconsSquare, ///< the same, 1x1
    IsoFlags, ///< Debian's iso-flags-svg
};

/// A place where flags come from: data, never code.
struct Source
{
    QString id; ///< as `--server` takes it
    QString title; ///< as people see it
    QString imageTemplate; ///< URL with placeholders for codes; relative to its server's base if that is
                           ///< embedded
    QString format = {}; ///< of the pictures of that template; empty where the source does not say
    int width = 0; ///< likewise, in pixels; 0 where it is not the person's to choose
    QList<SourcePicture> pictures = {}; ///< what there is to choose from
    QString metadataTemplate; ///< likewise; empty if there is no metadata for each country
    QString metadataName = QStringLiteral("country"); ///< path of the name in the metadata, as in NamesFile
    std::optional<NamesFile> names; ///< one file for all countries instead
    QString licence;
    QUrl licenceUrl;
    int limit = 5; ///< requests in flight, at most: what its operator is known to bear
    std::optional<int> wantedLimit = {}; ///< what the person wants instead, in this run of the program
    std::chrono::milliseconds pause{0}; ///< between the starts of two requests, at least
    std::optional<QStringList> codes = {}; ///< of the parts of countries and organisations that it has, as
                                           ///< GB-ENG and EU; nothing where that is not known
    QHash<QString, QString> iso3 = {}; ///< by alpha-2: alpha-3 codes that it uses instead of ISO's, as UNK
    bool isOwn = false; ///< of the person, not shipped with the program
    Embedded embedded = Embedded::No;
    PictureSet pictureSet = PictureSet::FlagIcons; ///< of an embedded source
    QString base
        = {}; ///< of an embedded source: the address of its server while that runs, with a "/" at its end

    /// What is asked for where nothing was chosen: the first of the pictures.
    void takeUsualPicture();

    /// False for a part or an organisation that it is known not to have. A country is always worth a request.
    [[nodiscard]] bool mayHave(const Country &country) const;

    /// The addresses of one country's files. Nothing where a placeholder has no value for this country, and
    /// for the metadata where the source has none.
    [[nodiscard]] std::optional<QUrl> imageUrl(const Country &country) const;
    [[nodiscard]] std::optional<QUrl> metadataUrl(const Country &country) const;

    /// The address as it can be written down: without user name and password, and for an embedded source,
    /// whose server has another port each time, by its id: "builtin:de/de.svg".
    [[nodiscard]] QString lastingUrl(const QUrl &url) const;

    /// What somebody else needs to ask for the same pictures: without other choices, user names and
    /// passwords, and what holds for this run of the program only.
    [[nodiscard]] Source definition() const;

    friend bool operator==(const Source &, const Source &) = default;
};

Q_DECLARE_METATYPE(Source)
