#include "app/failures/failureword.h"

using namespace Qt::StringLiterals;

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
