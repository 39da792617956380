#include "app/failures/failure.h"
#include "app/language/joining.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct FailureText
{
    Q_DECLARE_TR_FUNCTIONS(FailureText)
};

/// Adds the technical cause in brackets.
QString withDetail(const QString &text, const QString &detail)
{
    QString words = detail.simplified();
    while (words.endsWith(u'.') || words.endsWith(u'。'))
        words.chop(1);
    return withRemark(text, words);
}

/// "503 (Service Unavailable)", with the reason phrase of RFC 9110, or the server's phrase if the RFC has
/// none.
QString statusText(const Failure &failure)
{
    struct Reason
    {
        int status;
        QLatin1StringView words;
    };
    static constexpr auto reasons = std::to_array<Reason>({
        {301, "Moved Permanently"_L1},
        {302, "Found"_L1},
        {303, "See Other"_L1},
        {305, "Use Proxy"_L1},
        {307, "Temporary Redirect"_L1},
        {308, "Permanent Redirect"_L1},
        {400, "Bad Request"_L1},
        {401, "Unauthorized"_L1},
        {403, "Forbidden"_L1},
        {404, "Not Found"_L1},
        {405, "Method Not Allowed"_L1},
        {407, "Proxy Authentication Required"_L1},
        {408, "Request Timeout"_L1},
        {410, "Gone"_L1},
        {418, "I'm a teapot"_L1},
        {425, "Too Early"_L1},
        {429, "Too Many Requests"_L1},
        {451, "Unavailable For Legal Reasons"_L1},
        {500, "Internal Server Error"_L1},
        {501, "Not Implemented"_L1},
        {502, "Bad Gateway"_L1},
        {503, "Service Unavailable"_L1},
        {504, "Gateway Timeout"_L1},
    });
    const auto found = std::ranges::find(reasons, failure.status, &Reason::status);
    const QString words = found == reasons.end() ? failure.detail : QString(found->words);
    return withDetail(QString::number(failure.status), words);
}

/// Whether the text for this kind includes the status, which makes the detail redundant.
bool isExplainedByStatus(const Failure &failure)
{
    return failure.status != 0
        && (failure.kind == FailureKind::NotFound || failure.kind == FailureKind::ServerError
            || failure.kind == FailureKind::AccessDenied || failure.kind == FailureKind::Redirect);
}

/// A refused redirect has a status only if its status is the reason: 305 and 306 name a proxy, and the other
/// statuses lack an address.
QString redirectText(const Failure &failure)
{
    constexpr int useProxy = 305;
    constexpr int switchProxy = 306;
    if (failure.status == 0)
        return FailureText::tr("the server redirects to an address that is not followed");
    if (failure.status == useProxy || failure.status == switchProxy)
        return FailureText::tr("the server redirects to a proxy, which is not used; it answered %1")
            .arg(statusText(failure));
    return FailureText::tr("the server redirects without an address; it answered %1")
        .arg(statusText(failure));
}

/// What happened, in the form for the middle of a sentence and without a full stop.
QString whatHappened(const Failure &failure)
{
    switch (failure.kind) {
    case FailureKind::NotFound:
        return failure.status == 0
            ? FailureText::tr("the source has no such flag")
            : FailureText::tr("the source has no such flag; it answered %1").arg(statusText(failure));
    case FailureKind::Cancelled:
        return FailureText::tr("it was cancelled before the flag was saved");
    case FailureKind::NoNetwork:
        return FailureText::tr("there is no network");
    case FailureKind::HostNotFound:
        return FailureText::tr("no server of this name was found");
    case FailureKind::ConnectionRefused:
        return FailureText::tr("the server refused the connection");
    case FailureKind::ConnectionLost:
        return FailureText::tr("the connection was lost before the answer was complete");
    case FailureKind::Timeout:
        return FailureText::tr("the server did not answer in time");
    case FailureKind::Truncated:
        return FailureText::tr("the answer ended too early");
    case FailureKind::RateLimited:
        return FailureText::tr("the server limits the number of requests, and gave no flag for minutes");
    case FailureKind::ServerError:
        return failure.status == 0 ? FailureText::tr("the server reported an error")
                                   : FailureText::tr("the server answered %1").arg(statusText(failure));
    case FailureKind::AccessDenied:
        return failure.status == 0
            ? FailureText::tr("the server denies access")
            : FailureText::tr("the server denies access; it answered %1").arg(statusText(failure));
    case FailureKind::BadResponse:
        return FailureText::tr("the server's answer cannot be trusted");
    case FailureKind::InterimAnswer:
        return failure.status == 0
            ? FailureText::tr("the server sends interim responses that this Qt cannot read")
            : FailureText::tr("the server sends interim responses (%1) that this Qt cannot read")
                  .arg(failure.status);
    case FailureKind::Redirect:
        return redirectText(failure);
    case FailureKind::Tls:
        return FailureText::tr("no secure connection could be made");
    case FailureKind::Proxy:
        return FailureText::tr("the proxy cannot be used");
    case FailureKind::TooLarge:
        return FailureText::tr("the picture is larger than a flag can be");
    case FailureKind::BlankPicture:
        return FailureText::tr("the picture that the server sent shows nothing");
    case FailureKind::NotAPicture:
        return FailureText::tr("the server did not send a readable picture");
    case FailureKind::DrawingTooSlow:
        return FailureText::tr("drawing it took more than 10 s");
    case FailureKind::DrawingTooLarge:
        return FailureText::tr("drawing it needed too much memory");
    case FailureKind::DrawingFailed:
        return FailureText::tr("the picture cannot be drawn");
    case FailureKind::RendererMissing:
        return FailureText::tr("the program flagfetch-render, which draws the pictures, cannot be started");
    case FailureKind::BadMetadata:
        return FailureText::tr("the country's metadata from the server is invalid");
    case FailureKind::NoSpace:
        return FailureText::tr("the disk is full");
    case FailureKind::FolderDenied:
        return FailureText::tr("the folder cannot be created or written");
    case FailureKind::FolderNotEmpty:
        return FailureText::tr("the folder holds other files, which are not replaced");
    case FailureKind::WriteFailed:
        return FailureText::tr("the file could not be written");
    case FailureKind::ReadFailed:
        return FailureText::tr("the file could not be read");
    case FailureKind::FolderInUse:
        return FailureText::tr("another program is saving flags in this folder");
    case FailureKind::NoSet:
        return FailureText::tr("there is no set of flags in this folder");
    case FailureKind::NotInSet:
        return FailureText::tr("the set of flags in this folder has none of the chosen countries");
    case FailureKind::DamagedSet:
        return FailureText::tr("the description of the set of flags is damaged");
    case FailureKind::DamagedJournal:
        return FailureText::tr("the journal of the last batch is damaged");
    case FailureKind::NewerSet:
        return FailureText::tr(
            "the set of flags was saved by a later version of Flagfetch, and is not changed");
    case FailureKind::NameTaken:
        return FailureText::tr("a link or a file that is no picture has its name, and is not replaced");
    case FailureKind::PartOfSet:
        return FailureText::tr("a set of flags has this file, and it is not replaced");
    case FailureKind::RenditionMismatch:
        return FailureText::tr("this computer draws the pictures differently from those in the set");
    case FailureKind::ContentMismatch:
        return FailureText::tr("the source now has another picture than the set had, and it was not saved");
    case FailureKind::SharedPicture:
        return FailureText::tr("the source now has the picture of another country, and it was not saved");
    case FailureKind::OtherFormat:
        return FailureText::tr("the source now has the flag in another format, and it was not saved");
    case FailureKind::TooManyOpen:
        return FailureText::tr("too many files and connections are open");
    case FailureKind::TooManyThreads:
        return FailureText::tr("the system does not let this process start so many threads");
    case FailureKind::PicturesMissing:
        return FailureText::tr("the pictures of the built-in sources were not found");
    case FailureKind::Internal:
        return FailureText::tr("something went wrong in the program itself");
    }
    Q_UNREACHABLE();
}

/// The second sentence.
QString whatToDo(FailureKind kind)
{
    switch (kind) {
    case FailureKind::NotFound:
        return FailureText::tr("Another source may have it.");
    case FailureKind::Cancelled:
        return FailureText::tr("Download it again.");
    case FailureKind::NoNetwork:
        return FailureText::tr("Check the connection and try again.");
    case FailureKind::HostNotFound:
        return FailureText::tr("Check the address of the source and the connection.");
    case FailureKind::ConnectionRefused:
        return FailureText::tr("Check the address of the source, or try again later.");
    case FailureKind::ConnectionLost:
    case FailureKind::Truncated:
        return FailureText::tr("Try again.");
    case FailureKind::Timeout:
        return FailureText::tr("Try again, or allow more time.");
    case FailureKind::RateLimited:
    case FailureKind::ServerError:
        return FailureText::tr("Try again later, or choose another source.");
    case FailureKind::AccessDenied:
    case FailureKind::BadResponse:
    case FailureKind::InterimAnswer:
    case FailureKind::Redirect:
    case FailureKind::TooLarge:
    case FailureKind::BlankPicture:
    case FailureKind::NotAPicture:
    case FailureKind::DrawingTooSlow:
    case FailureKind::DrawingTooLarge:
    case FailureKind::DrawingFailed:
    case FailureKind::BadMetadata:
        return FailureText::tr("Choose another source.");
    case FailureKind::RendererMissing:
        return FailureText::tr("Install it in the folder of flagfetch.");
    case FailureKind::Tls:
        return FailureText::tr("Check the date of this computer, or choose another source.");
    case FailureKind::Proxy:
        return FailureText::tr("Check the address of the proxy and its password.");
    case FailureKind::NoSpace:
        return FailureText::tr("Free some space, or choose another folder.");
    case FailureKind::FolderDenied:
        return FailureText::tr("Choose another folder.");
    case FailureKind::FolderNotEmpty:
        return FailureText::tr("Choose a new or an empty folder.");
    case FailureKind::WriteFailed:
        return FailureText::tr("Check the disk, or choose another folder.");
    case FailureKind::ReadFailed:
        return FailureText::tr("Check the disk and the permissions of the file.");
    case FailureKind::FolderInUse:
        return FailureText::tr("Wait until it is done, or choose another folder.");
    case FailureKind::NoSet:
        return FailureText::tr("Download flags into it, or choose another folder.");
    case FailureKind::NotInSet:
        return FailureText::tr("Download their flags into the folder first.");
    case FailureKind::DamagedSet:
        return FailureText::tr("Use another copy of it.");
    case FailureKind::DamagedJournal:
        return FailureText::tr("Remove it to use the set without that batch.");
    case FailureKind::NewerSet:
        return FailureText::tr("Use that version, or choose another folder.");
    case FailureKind::NameTaken:
        return FailureText::tr("Remove it, or choose another name.");
    case FailureKind::PartOfSet:
        return FailureText::tr("Choose another name.");
    case FailureKind::RenditionMismatch:
        return FailureText::tr("Update the set to draw them again.");
    case FailureKind::ContentMismatch:
        return FailureText::tr("Update the set to take the new one.");
    case FailureKind::SharedPicture:
        return FailureText::tr("Download it again to take it.");
    case FailureKind::OtherFormat:
        return FailureText::tr("Download it again to keep both files.");
    case FailureKind::TooManyOpen:
    case FailureKind::TooManyThreads:
        return FailureText::tr("Allow fewer requests at once, or close other programs.");
    case FailureKind::PicturesMissing:
        return FailureText::tr("Install the package iso-flags-svg, or choose another source.");
    case FailureKind::Internal:
        return FailureText::tr("Try again, and report it if it happens again.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString failureText(const Failure &failure, const QString &country)
{
    QString what = failureCause(failure);
    if (country.isEmpty())
        what.front() = what.front().toUpper();
    else
        what = FailureText::tr("%1: %2", "country: what happened to its flag").arg(country, what);
    return joinedSentences({asSentence(what), whatToDo(failure.kind)});
}

QString failureCause(const Failure &failure)
{
    const QString what = whatHappened(failure);
    return isExplainedByStatus(failure) ? what : withDetail(what, failure.detail);
}
