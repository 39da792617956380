#include "ui/look/windowplacement.h"

#include <QEvent>
#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace {

/// Places its parent when that is shown.
class Placement final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Show || event->spontaneous())
            return false;
        // First what the window does itself: QMessageBox gets its size only now.
        watched->removeEventFilter(this);
        watched->event(event);
        watched->installEventFilter(this);
        placeOverParent(*static_cast<QWidget *>(watched));
        return true;
    }
};

int clampedTo(int wanted, int first, int last)
{
    return std::max(first, std::min(wanted, last));
}

} // namespace

void placeOverParent(QWidget &window)
{
    const QWidget *parent = window.parentWidget();
    if (parent == nullptr || !parent->window()->isVisible())
        return;
    const QWidget &below = *parent->window();
    // The window manager has not framed the window yet. Its frame will be like that of the parent.
    const QRect frameOfParent = below.frameGeometry();
    const QRect faceOfParent = below.geometry();
    const QMargins frame(faceOfParent.left() - frameOfParent.left(), faceOfParent.top() - frameOfParent.top(),
        frameOfParent.right() - faceOfParent.right(), frameOfParent.bottom() - faceOfParent.bottom());
    const QRect screen = below.screen()->availableGeometry();
    window.resize(window.size().boundedTo(screen.size().shrunkBy(frame)));
    QRect place({}, window.size().grownBy(frame));
    place.moveCenter(frameOfParent.center());
    place.moveLeft(clampedTo(place.left(), screen.left(), screen.right() + 1 - place.width()));
    place.moveTop(clampedTo(place.top(), screen.top(), screen.bottom() + 1 - place.height()));
    window.move(place.topLeft());
}

void keepOverParent(QWidget &window)
{
    const bool isPlaced = std::ranges::any_of(window.children(),
        [](const QObject *child) { return dynamic_cast<const Placement *>(child) != nullptr; });
    const Qt::WindowType type = window.windowType();
    if (window.parentWidget() != nullptr && (type == Qt::Dialog || type == Qt::Window) && !isPlaced)
        window.installEventFilter(new Placement(&window));
}
