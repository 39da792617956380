#include "ui/look/enterkey.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QWidget>

namespace {

/// The event as a press of Return or Enter; null if it is none.
const QKeyEvent *enterIn(const QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return nullptr;
    const auto *press = static_cast<const QKeyEvent *>(event);
    return press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter ? press : nullptr;
}

class HeldEnterFilter final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *, QEvent *event) override
    {
        const QKeyEvent *press = enterIn(event);
        return press != nullptr && press->isAutoRepeat();
    }
};

/// Gets the presses that no widget of the window has used.
class EnterFilter final : public QObject
{
public:
    EnterFilter(QWidget &window, QPushButton &usual)
        : QObject(&window)
        , m_window(window)
        , m_usual(usual)
    {
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        const QKeyEvent *press = enterIn(event);
        if (press == nullptr)
            return false;
        auto *focused = qobject_cast<QPushButton *>(m_window.focusWidget());
        if (!press->isAutoRepeat())
            (focused != nullptr ? *focused : m_usual).click();
        return true;
    }

private:
    const QWidget &m_window;
    QPushButton &m_usual;
};

} // namespace

void pressOnEnter(QWidget &window, QPushButton &usual)
{
    window.installEventFilter(new EnterFilter(window, usual));
}

void ignoreHeldEnter(QWidget &widget)
{
    widget.installEventFilter(new HeldEnterFilter(&widget));
}
