#include "ui/accessible/accessiblefactory.h"

#include "ui/accessible/buttonaccessible.h"
#include "ui/accessible/gridaccessible.h"
#include "ui/grid/flaggrid.h"
#include "ui/look/textwidgets.h"

#include <QAccessibleWidget>
#include <QPushButton>
#include <QToolButton>

namespace {

/// A label of the class `Label`, whose text() is its name. The text is read when it is requested, so that a
/// label that changes often needs no event.
template <typename Label>
class LabelAccessible final : public QAccessibleWidget
{
public:
    explicit LabelAccessible(Label *label)
        : QAccessibleWidget(label, QAccessible::StaticText)
        , m_label(label)
    {
    }

    [[nodiscard]] QString text(QAccessible::Text type) const override
    {
        return type == QAccessible::Name ? m_label->text() : QAccessibleWidget::text(type);
    }

private:
    const Label *m_label; // an interface is destroyed before its object
};

/// A plain widget. Its role is read when it is requested: most widgets get their parent after Qt has created
/// this object.
class PlainAccessible final : public QAccessibleWidget
{
public:
    explicit PlainAccessible(QWidget *widget)
        : QAccessibleWidget(widget)
    {
    }

    [[nodiscard]] QAccessible::Role role() const override
    {
        if (widget()->windowType() == Qt::Window)
            return QAccessible::Window;
        return widget()->accessibleName().isEmpty() ? QAccessible::Client : QAccessible::Grouping;
    }
};

// Qt calls it for each class of the object, from the most derived one to QObject.
QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    if (auto *grid = qobject_cast<FlagGrid *>(object))
        return new FlagGridAccessible(grid);
    if (auto *label = qobject_cast<CountsLabel *>(object))
        return new LabelAccessible<CountsLabel>(label);
    if (auto *label = qobject_cast<ElidedLabel *>(object))
        return new LabelAccessible<ElidedLabel>(label);
    if (auto *button = qobject_cast<QToolButton *>(object); button != nullptr && button->autoExclusive())
        return new ExclusiveButtonAccessible(button);
    if (auto *button = qobject_cast<QPushButton *>(object); button != nullptr && button->menu() != nullptr)
        return new MenuButtonAccessible(button);
    if (auto *widget = qobject_cast<QWidget *>(object);
        widget != nullptr && className == QLatin1StringView("QWidget"))
        return new PlainAccessible(widget);
    return nullptr;
}

} // namespace

void registerAccessibleClasses()
{
    QAccessible::installFactory(&makeInterface);
}
