#pragma once

#include "app/images/renderrequest.h"
#include "app/render/composition.h"

#include <QByteArray>

#include <memory>

/// Answers requests, one after another: what flagfetch-render does. A picture that needs more memory than
/// there is fails with DrawingTooLarge, as far as the libraries report it.
class RenderService final
{
public:
    /// Of a message that is no request, a failure of kind Internal.
    [[nodiscard]] QByteArray answerTo(const QByteArray &message);

private:
    [[nodiscard]] RenderAnswer answer(const PictureRequest &request);
    [[nodiscard]] RenderAnswer answer(const SheetRequest &request);
    [[nodiscard]] RenderAnswer answer(const SpriteRequest &request);
    [[nodiscard]] RenderAnswer answer(const AddRequest &request);
    [[nodiscard]] RenderAnswer answer(const FinishRequest &request);

    [[nodiscard]] RenderAnswer begin(std::variant<std::unique_ptr<Composition>, Failure> composition);
    void endComposition();

    std::unique_ptr<Composition> m_composition; // that is under way
    int m_next = 0; // the least number that may be added to it
};
