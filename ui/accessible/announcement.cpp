#include "ui/accessible/announcement.h"

#include <QAccessible>
#include <QString>
#include <QWidget>

void announce(QWidget &status, const QString &text)
{
    if (text.isEmpty() || !QAccessible::isActive())
        return;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(&status, text);
    QAccessible::updateAccessibility(&event);
#else
    for (const auto type : {QAccessible::NameChanged, QAccessible::Alert}) {
        QAccessibleEvent event(&status, type);
        QAccessible::updateAccessibility(&event);
    }
#endif
}
