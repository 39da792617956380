#pragma once

#include "app/images/renderrequest.h"

#include <QByteArray>

/// Answers requests, one after another: what flagfetch-render does. Throws std::bad_alloc nowhere; a picture
/// that needs more memory than there is fails with DrawingTooLarge.
class RenderService final
{
public:
    /// Of a message that is no request, a failure of kind Internal.
    [[nodiscard]] QByteArray answerTo(const QByteArray &message);

private:
    [[nodiscard]] RenderAnswer answer(const PictureRequest &request);
};
