#pragma once

#include <QMetaType>
#include <QString>

/// What went wrong, grouped by what the user can do about it. failureText() has the texts.
enum class FailureKind {
    NotFound, ///< the source has no such flag; another source may have it
    Cancelled, ///< by the user
    NoNetwork, ///< no network is reachable; check the connection
    HostNotFound, ///< check the address
    ConnectionRefused, ///< no server listens there; check the address, or try later
    ConnectionLost, ///< closed before the answer was complete; try again
    Timeout, ///< too slow; try again, or allow more time
    Truncated, ///< the answer or the picture ended early; try again
    RateLimited, ///< the server refused for minutes because of too many requests; try later
    ServerError, ///< the server answered with an error; `status` is its HTTP status
    AccessDenied, ///< 401 or 403: the server requires credentials
    BadResponse, ///< an answer that cannot be trusted; use another source
    InterimAnswer, ///< 1xx, which Qt cannot skip; use another source
    Redirect, ///< a redirect that the program does not follow
    Tls, ///< the server's certificate or encryption is not valid
    Proxy, ///< the proxy failed, not the server
    TooLarge, ///< more bytes or pixels than a flag can have
    BlankPicture, ///< nothing is drawn in the picture
    NotAPicture, ///< the bytes are not a picture in a known format
    DrawingTooSlow, ///< a picture took more than 10 s to draw
    DrawingTooLarge, ///< a picture needed more memory than allowed
    DrawingFailed, ///< flagfetch-render could not draw the picture, or crashed
    RendererMissing, ///< flagfetch-render cannot be started; install it
    BadMetadata, ///< metadata.json cannot be parsed
    NoSpace, ///< the disk is full
    FolderDenied, ///< the folder cannot be created or written
    FolderNotEmpty, ///< files that the program did not create are not replaced; choose an empty folder
    WriteFailed, ///< the disk reported an error
    ReadFailed, ///< a file of the set cannot be read
    FolderInUse, ///< another program is working in the folder; wait for it
    NoSet, ///< the folder holds no set of flags
    NotInSet, ///< the set has no flag of the requested countries
    DamagedSet, ///< the manifest of the set cannot be parsed
    DamagedJournal, ///< the journal of the set cannot be parsed
    NewerSet, ///< written by a later version of the program; readable but not writable
    NameTaken, ///< a file that is no picture has the name of a flag to keep; remove it
    PartOfSet, ///< a file of a set has this name; choose another name
    RenditionMismatch, ///< this computer draws the rendition differently
    ContentMismatch, ///< the source has another picture than the one that belongs to the set
    SharedPicture, ///< an update got the picture of another country; `detail` is its code
    OtherFormat, ///< the source has the flag in another format, which does not fit the name of the file
    TooManyOpen, ///< no descriptors are left for files or connections; request fewer at once
    TooManyThreads, ///< the system lets this process start no more threads; request fewer at once
    PicturesMissing, ///< the built-in sources have no pictures; install them
    Internal, ///< a bug in the program
};

struct Failure
{
    FailureKind kind = FailureKind::Internal;
    int status = 0; ///< HTTP status if the server sent one, else 0
    QString detail; ///< technical cause; never contains credentials

    friend bool operator==(const Failure &, const Failure &) = default;
};

Q_DECLARE_METATYPE(Failure)

/// Whether another source may succeed. False if the disk, this program or the user is the cause.
[[nodiscard]] bool isFaultOfSource(FailureKind kind);

/// A stable, untranslated word for a kind, for machine-readable output: "not_found", "timeout".
[[nodiscard]] QString failureWord(FailureKind kind);

/// Two short sentences for the user: what happened to which flag, and what to do. `country` is the name to
/// show; empty for failures of the whole batch.
[[nodiscard]] QString failureText(const Failure &failure, const QString &country);

/// The first of these sentences, in the form for the middle of a sentence and without a full stop.
[[nodiscard]] QString failureCause(const Failure &failure);
