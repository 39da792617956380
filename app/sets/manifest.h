#pragma once

#include "app/sources/source.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QSize>
#include <QString>
#include <QStringList>

/// A picture that was made from a flag's picture.
struct DerivedFile
{
    QString file = {}; ///< path in the folder
    QString format = {}; ///< as in file name suffixes: "png"
    int width = 0; ///< in pixels
    QString crop = {}; ///< "square", "circle"; empty: none
    QByteArray sha256 = {}; ///< raw
    qint64 bytes = 0;
    /// Raw hash of the picture that this one was made from, if it is not the flag's current picture, for
    /// example because only the flag has been replaced since. Else empty.
    QByteArray madeOf = {};

    friend bool operator==(const DerivedFile &, const DerivedFile &) = default;
};

/// One flag of a set: its file, its origin, and the response headers that it came with.
struct SetFlag
{
    QString code = {}; ///< alpha-2, upper case
    QString country = {}; ///< name according to the source
    QString source = {}; ///< id of one of the manifest's sources; empty if unknown
    QString file = {}; ///< path in the folder, separated by "/"
    bool isKept = true; ///< false: only the derived pictures are on the disk
    QString url = {}; ///< without credentials, see Source::storableUrl()
    QByteArray etag = {}; ///< raw, as the server sent it; empty if it sent none
    QByteArray lastModified = {}; ///< likewise
    QByteArray sha256 = {}; ///< raw
    qint64 bytes = 0;
    QSize pixels = {}; ///< width x height; of an SVG its default size; empty if unknown
    QDateTime time = {}; ///< UTC, when these bytes were first saved from this source
    QString licence = {}; ///< according to the source
    QList<DerivedFile> derived = {};

    /// Adds the derived pictures of another flag with the same file name, except for files that this flag
    /// has.
    void adoptDerived(const SetFlag &other);
    /// Whether all derived pictures were made from this flag's picture.
    [[nodiscard]] bool isOfOnePicture() const;
    /// The flag's file, if it is kept, and its derived pictures.
    [[nodiscard]] QStringList filesOnDisk() const;
    /// The file that represents the flag: its own if it is kept, else the first derived picture.
    [[nodiscard]] QString fileToShow() const
    {
        return isKept || derived.isEmpty() ? file : derived.first().file;
    }
    /// The order of the flags in a set: by code and file.
    [[nodiscard]] static bool comesBefore(const SetFlag &one, const SetFlag &other);

    friend bool operator==(const SetFlag &, const SetFlag &) = default;
};

/// The description of a set: enough to verify each of its files, and to rebuild the set elsewhere. A value
/// class; manifestjson.h implements its file format.
struct Manifest
{
    QString nameTemplate; ///< see NameTemplate
    QList<Source> sources; ///< definitions of the flags' sources, without credentials; sorted by id
    QJsonObject pictures; ///< the pictures to derive from each flag; code that does not know it keeps it
    QList<SetFlag> flags; ///< sorted by code and file, each file once

    /// Adds one flag. To add many, use FlagIndex::put().
    void put(const SetFlag &flag);
    void putDerivedOf(const SetFlag &flag);
    /// Adds a source, or sets the title of the one that is there. Returns its id in this manifest, which
    /// differs if another source has its id.
    QString put(const Source &source);

    /// Returns the id that put() gives, or gave, the source. Addresses on one host get numbers ("host-2") in
    /// their order on a command line, so the manifest may have an address with another number.
    [[nodiscard]] QString idOf(const Source &source) const;

    /// Whether the file belongs to the set, as a flag or as a derived picture.
    [[nodiscard]] bool hasFile(const QString &file) const;
    /// The flag with this file; null if there is none.
    [[nodiscard]] const SetFlag *flagAt(const QString &file) const;
    [[nodiscard]] const Source *sourceOf(const SetFlag &flag) const;

    friend bool operator==(const Manifest &, const Manifest &) = default;
};
