#pragma once

#include "app/images/renderrequest.h"
#include "app/render/composition.h"

#include <QByteArray>

#include <memory>

/// Answers the requests of the program, one after another. Owned by main() of flagfetch-render. A picture
/// that needs too much memory fails with DrawingTooLarge if the libraries report it.
class RenderService final
{
public:
    /// Returns a failure of kind Internal if the message is not a request.
    [[nodiscard]] QByteArray answerTo(const QByteArray &message);

private:
    [[nodiscard]] RenderAnswer answer(const PictureRequest &request);
    [[nodiscard]] RenderAnswer answer(const SheetRequest &request);
    [[nodiscard]] RenderAnswer answer(const SpriteRequest &request);
    [[nodiscard]] RenderAnswer answer(const AddRequest &request);
    [[nodiscard]] RenderAnswer answer(const FinishRequest &request);

    [[nodiscard]] RenderAnswer begin(Result<std::unique_ptr<Composition>> composition);
    void endComposition();

    std::unique_ptr<Composition> m_composition; // the current one; null if there is none
    int m_next = 0; // the smallest number that may be added
};
