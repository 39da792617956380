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
    QString format = {}; ///< as file endings are: "png"
    int width = 0; ///< in pixels
    QString crop = {}; ///< "square", "circle"; empty: none
    QByteArray sha256 = {}; ///< raw
    qint64 bytes = 0;
    /// Raw hash of the picture that it was made of, where that is not the flag's, as when the flag alone has
    /// been replaced since; else empty.
    QByteArray madeOf = {};

    friend bool operator==(const DerivedFile &, const DerivedFile &) = default;
};

/// One flag of a set: what its file is, where it came from, and as what it was served.
struct SetFlag
{
    QString code = {}; ///< alpha-2, upper case
    QString country = {}; ///< name, as the source has it
    QString source = {}; ///< id of one of the manifest's sources; empty if nobody knows
    QString file = {}; ///< path in the folder, with "/" between its parts
    bool isKept = true; ///< false: only the pictures made from it are on disk
    QString url
        = {}; ///< without credentials; for an embedded source its id and the path, "builtin:de/de.svg"
    QByteArray etag = {}; ///< raw, as the server sent it; empty if it sent none
    QByteArray lastModified = {}; ///< likewise
    QByteArray sha256 = {}; ///< raw
    qint64 bytes = 0;
    QSize pixels = {}; ///< of an SVG as it is meant to be shown; empty if unknown
    QDateTime time = {}; ///< UTC, when these bytes were first saved
    QString licence = {}; ///< as the source states it
    QList<DerivedFile> derived = {};

    /// Takes what was made of another picture under the same name in, but for files that this one has itself.
    void adoptDerived(const SetFlag &other);
    /// Whether all that was made was made of this picture.
    [[nodiscard]] bool isOfOnePicture() const;
    /// Its own file, if that is kept, and those of what was made of it.
    [[nodiscard]] QStringList filesOnDisk() const;
    /// One of them, its own if that is kept.
    [[nodiscard]] QString fileToShow() const
    {
        return isKept || derived.isEmpty() ? file : derived.first().file;
    }
    /// The order of a set: by code and file.
    [[nodiscard]] static bool comesBefore(const SetFlag &one, const SetFlag &other);

    friend bool operator==(const SetFlag &, const SetFlag &) = default;
};

/// What a folder of flags is: enough to prove each of its files, and to make the same set elsewhere. A value;
/// manifestjson.h has its file format.
struct Manifest
{
    QString nameTemplate; ///< see NameTemplate
    QList<Source> sources; ///< definitions of all that the flags came from, without credentials; sorted by id
    QJsonObject pictures; ///< what was to be made from each picture; kept as it is by who does not know it
    QList<SetFlag> flags; ///< sorted by code and file, each file once

    /// One flag, as FlagIndex::put(), which is the way to put many.
    void put(const SetFlag &flag);
    void putDerivedOf(const SetFlag &flag);
    /// The id under which the source is known here: another source of that id may be there already.
    QString put(const Source &source);

    /// As put() would, or did, call it.
    [[nodiscard]] QString idOf(const Source &source) const;

    /// Whether the file belongs to the set: a flag, or made of one.
    [[nodiscard]] bool hasFile(const QString &file) const;
    [[nodiscard]] const SetFlag *flagAt(const QString &file) const;
    [[nodiscard]] const Source *sourceOf(const SetFlag &flag) const;

    friend bool operator==(const Manifest &, const Manifest &) = default;
};
