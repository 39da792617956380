#include "app/failures/failure.h"

#include "app/language/wordtable.h"

using namespace Qt::StringLiterals;

namespace {

constexpr auto failureWords = wordTable<FailureKind>({
    {FailureKind::NotFound, "not_found"_L1},
    {FailureKind::Cancelled, "cancelled"_L1},
    {FailureKind::NoNetwork, "no_network"_L1},
    {FailureKind::HostNotFound, "host_not_found"_L1},
    {FailureKind::ConnectionRefused, "connection_refused"_L1},
    {FailureKind::ConnectionLost, "connection_lost"_L1},
    {FailureKind::Timeout, "timeout"_L1},
    {FailureKind::Truncated, "truncated"_L1},
    {FailureKind::RateLimited, "rate_limited"_L1},
    {FailureKind::ServerError, "server_error"_L1},
    {FailureKind::AccessDenied, "access_denied"_L1},
    {FailureKind::BadResponse, "bad_response"_L1},
    {FailureKind::InterimAnswer, "interim_answer"_L1},
    {FailureKind::Redirect, "redirect"_L1},
    {FailureKind::Tls, "tls"_L1},
    {FailureKind::Proxy, "proxy"_L1},
    {FailureKind::TooLarge, "too_large"_L1},
    {FailureKind::BlankPicture, "blank_picture"_L1},
    {FailureKind::NotAPicture, "not_a_picture"_L1},
    {FailureKind::DrawingTooSlow, "drawing_too_slow"_L1},
    {FailureKind::DrawingTooLarge, "drawing_too_large"_L1},
    {FailureKind::DrawingFailed, "drawing_failed"_L1},
    {FailureKind::RendererMissing, "renderer_missing"_L1},
    {FailureKind::BadMetadata, "bad_metadata"_L1},
    {FailureKind::NoSpace, "no_space"_L1},
    {FailureKind::FolderDenied, "folder_denied"_L1},
    {FailureKind::FolderNotEmpty, "folder_not_empty"_L1},
    {FailureKind::WriteFailed, "write_failed"_L1},
    {FailureKind::ReadFailed, "read_failed"_L1},
    {FailureKind::FolderInUse, "folder_in_use"_L1},
    {FailureKind::NoSet, "no_set"_L1},
    {FailureKind::NotInSet, "not_in_set"_L1},
    {FailureKind::DamagedSet, "damaged_set"_L1},
    {FailureKind::DamagedJournal, "damaged_journal"_L1},
    {FailureKind::NewerSet, "newer_set"_L1},
    {FailureKind::NameTaken, "name_taken"_L1},
    {FailureKind::PartOfSet, "part_of_set"_L1},
    {FailureKind::RenditionMismatch, "drawn_otherwise"_L1},
    {FailureKind::ContentMismatch, "other_picture"_L1},
    {FailureKind::SharedPicture, "shared_picture"_L1},
    {FailureKind::OtherFormat, "other_format"_L1},
    {FailureKind::TooManyOpen, "too_many_open"_L1},
    {FailureKind::TooManyThreads, "too_many_threads"_L1},
    {FailureKind::PicturesMissing, "pictures_missing"_L1},
    {FailureKind::Internal, "internal"_L1},
});

} // namespace

bool isFaultOfSource(FailureKind kind)
{
    switch (kind) {
    case FailureKind::Cancelled:
    case FailureKind::NoSpace:
    case FailureKind::FolderDenied:
    case FailureKind::FolderNotEmpty:
    case FailureKind::WriteFailed:
    case FailureKind::ReadFailed:
    case FailureKind::FolderInUse:
    case FailureKind::NoSet:
    case FailureKind::NotInSet:
    case FailureKind::DamagedSet:
    case FailureKind::DamagedJournal:
    case FailureKind::NewerSet:
    case FailureKind::NameTaken:
    case FailureKind::PartOfSet:
    case FailureKind::RenditionMismatch:
    case FailureKind::ContentMismatch:
    case FailureKind::SharedPicture:
    case FailureKind::OtherFormat:
    case FailureKind::TooManyOpen:
    case FailureKind::TooManyThreads:
    case FailureKind::RendererMissing:
    case FailureKind::Internal:
        return false;
    case FailureKind::NotFound:
    case FailureKind::NoNetwork:
    case FailureKind::HostNotFound:
    case FailureKind::ConnectionRefused:
    case FailureKind::ConnectionLost:
    case FailureKind::Timeout:
    case FailureKind::Truncated:
    case FailureKind::RateLimited:
    case FailureKind::ServerError:
    case FailureKind::AccessDenied:
    case FailureKind::BadResponse:
    case FailureKind::InterimAnswer:
    case FailureKind::Redirect:
    case FailureKind::Tls:
    case FailureKind::Proxy:
    case FailureKind::TooLarge:
    case FailureKind::BlankPicture:
    case FailureKind::NotAPicture:
    case FailureKind::DrawingTooSlow:
    case FailureKind::DrawingTooLarge:
    case FailureKind::DrawingFailed:
    case FailureKind::BadMetadata:
    case FailureKind::PicturesMissing:
        return true;
    }
    Q_UNREACHABLE();
}

QString failureWord(FailureKind kind)
{
    return failureWords.wordOf(kind);
}
