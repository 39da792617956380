#pragma once

#include <QMetaType>
#include <QString>

/// What went wrong, named after what a person can do about it. failuretext.h has the words for each.
enum class FailureKind {
    NotFound, ///< the source has no such flag: another source may have it
    Cancelled, ///< by the person
    NoNetwork, ///< no route to anywhere: check the connection
    HostNotFound, ///< check the address
    ConnectionRefused, ///< nothing listens there: check the address, or come back later
    ConnectionLost, ///< closed before the answer was whole: try again
    Timeout, ///< too slow: try again, or allow more time
    Truncated, ///< the answer or the picture ended early: try again
    RateLimited, ///< the server refuses for minutes because it is asked too often: come back later
    ServerError, ///< the server answered, but not with what was asked: `status` says how
    AccessDenied, ///< 401, 403: the server wants credentials
    BadResponse, ///< an answer that cannot be trusted: use another source
    InterimAnswer, ///< 1xx, which Qt cannot read past: use another source
    Redirect, ///< sent to a place where the program will not follow
    Tls, ///< the server's identity or encryption is not right
    Proxy, ///< the proxy is the trouble, not the server
    TooLarge, ///< more bytes or pixels than a flag can have
    NotAPicture, ///< the bytes are no picture that the program knows
    DrawingTooSlow, ///< a picture took more than 10 s to draw
    DrawingTooLarge, ///< a picture needed more memory than one may have
    DrawingFailed, ///< the program that draws pictures could not draw this one, or crashed
    RendererMissing, ///< flagfetch-render cannot be started: install it
    BadMetadata, ///< metadata.json cannot be understood
    NoSpace, ///< the disk is full
    FolderDenied, ///< the folder cannot be made or written
    FolderNotEmpty, ///< what the program did not put there is not replaced: choose an empty one
    WriteFailed, ///< the disk reported an error
    ReadFailed, ///< a file of the set cannot be read
    FolderInUse, ///< another program works in the folder: wait for it
    NoSet, ///< the folder holds no set of flags
    NotInSet, ///< the set has no flag of the country that is named
    DamagedSet, ///< what describes the set cannot be understood
    NewerSet, ///< a later version of the program wrote it: it may be read, not written
    PartOfSet, ///< a file of a set of flags is in the way of something else: choose another name
    RenditionMismatch, ///< what was made of the flag comes out otherwise on this computer
    ContentMismatch, ///< the source has another picture than the one that belongs to the set
    OtherFormat, ///< the source has the flag in another format than the set: its file's name would be wrong
    TooManyOpen, ///< no descriptors left for files or connections: ask for less at once
    PicturesMissing, ///< the built-in sources have nothing to serve: install the pictures
    Internal, ///< a fault of the program itself
};

struct Failure
{
    FailureKind kind = FailureKind::Internal;
    int status = 0; ///< HTTP status where the server gave one, else 0
    QString detail; ///< technical cause for those who want it; never holds credentials

    friend bool operator==(const Failure &, const Failure &) = default;
};

/// Whether another source may do better: not where the disk, this program or the person was the cause.
[[nodiscard]] bool isFaultOfSource(FailureKind kind);

Q_DECLARE_METATYPE(Failure)
