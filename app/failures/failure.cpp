#include "app/failures/failure.h"

using namespace Qt::StringLiterals;

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
    case FailureKind::NewerSet:
    case FailureKind::PartOfSet:
    case FailureKind::RenditionMismatch:
    case FailureKind::ContentMismatch:
    case FailureKind::OtherFormat:
    case FailureKind::TooManyOpen:
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
    switch (kind) {
    case FailureKind::NotFound:
        return u"not_found"_s;
    case FailureKind::Cancelled:
        return u"cancelled"_s;
    case FailureKind::NoNetwork:
        return u"no_network"_s;
    case FailureKind::HostNotFound:
        return u"host_not_found"_s;
    case FailureKind::ConnectionRefused:
        return u"connection_refused"_s;
    case FailureKind::ConnectionLost:
        return u"connection_lost"_s;
    case FailureKind::Timeout:
        return u"timeout"_s;
    case FailureKind::Truncated:
        return u"truncated"_s;
    case FailureKind::RateLimited:
        return u"rate_limited"_s;
    case FailureKind::ServerError:
        return u"server_error"_s;
    case FailureKind::AccessDenied:
        return u"access_denied"_s;
    case FailureKind::BadResponse:
        return u"bad_response"_s;
    case FailureKind::InterimAnswer:
        return u"interim_answer"_s;
    case FailureKind::Redirect:
        return u"redirect"_s;
    case FailureKind::Tls:
        return u"tls"_s;
    case FailureKind::Proxy:
        return u"proxy"_s;
    case FailureKind::TooLarge:
        return u"too_large"_s;
    case FailureKind::NotAPicture:
        return u"not_a_picture"_s;
    case FailureKind::DrawingTooSlow:
        return u"drawing_too_slow"_s;
    case FailureKind::DrawingTooLarge:
        return u"drawing_too_large"_s;
    case FailureKind::DrawingFailed:
        return u"drawing_failed"_s;
    case FailureKind::RendererMissing:
        return u"renderer_missing"_s;
    case FailureKind::BadMetadata:
        return u"bad_metadata"_s;
    case FailureKind::NoSpace:
        return u"no_space"_s;
    case FailureKind::FolderDenied:
        return u"folder_denied"_s;
    case FailureKind::FolderNotEmpty:
        return u"folder_not_empty"_s;
    case FailureKind::WriteFailed:
        return u"write_failed"_s;
    case FailureKind::ReadFailed:
        return u"read_failed"_s;
    case FailureKind::FolderInUse:
        return u"folder_in_use"_s;
    case FailureKind::NoSet:
        return u"no_set"_s;
    case FailureKind::NotInSet:
        return u"not_in_set"_s;
    case FailureKind::DamagedSet:
        return u"damaged_set"_s;
    case FailureKind::NewerSet:
        return u"newer_set"_s;
    case FailureKind::PartOfSet:
        return u"part_of_set"_s;
    case FailureKind::RenditionMismatch:
        return u"drawn_otherwise"_s;
    case FailureKind::ContentMismatch:
        return u"other_picture"_s;
    case FailureKind::OtherFormat:
        return u"other_format"_s;
    case FailureKind::TooManyOpen:
        return u"too_many_open"_s;
    case FailureKind::PicturesMissing:
        return u"pictures_missing"_s;
    case FailureKind::Internal:
        return u"internal"_s;
    }
    Q_UNREACHABLE();
}
