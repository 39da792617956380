#include "ui/look/wheelguard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QSlider>
#include <QWidget>

namespace {

/// Ignores the wheel for controls without the focus, so that Qt passes it to their parent.
class WheelGuard final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *control = qobject_cast<const QWidget *>(watched);
        if (event->type() != QEvent::Wheel || control == nullptr || control->hasFocus())
            return false;
        event->ignore();
        return true;
    }
};

bool usesWheel(const QWidget *widget)
{
    return qobject_cast<const QComboBox *>(widget) != nullptr
        || qobject_cast<const QAbstractSpinBox *>(widget) != nullptr
        || qobject_cast<const QSlider *>(widget) != nullptr;
}

} // namespace

void keepWheelForScrolling(QWidget &form)
{
    auto *guard = new WheelGuard(&form);
    const auto widgets = form.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!usesWheel(widget))
            continue;
        if (widget->focusPolicy() == Qt::WheelFocus)
            widget->setFocusPolicy(Qt::StrongFocus);
        widget->installEventFilter(guard);
    }
}
