#include "ui/look/heldenter.h"

#include <QKeyEvent>
#include <QWidget>

namespace {

class HeldEnterFilter final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress)
            return false;
        const auto *press = static_cast<const QKeyEvent *>(event);
        const bool isEnter = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
        return isEnter && press->isAutoRepeat();
    }
};

} // namespace

void ignoreHeldEnter(QWidget &widget)
{
    widget.installEventFilter(new HeldEnterFilter(&widget));
}
