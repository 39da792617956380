#include "app/failures/failure.h"

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
