#include "ui/timeline/chartrole.h"

#include <QAccessibleWidget>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace {

QAccessibleInterface *createChart(const QString &className, QObject *object)
{
    return className == "TimelineView"_L1
        ? new QAccessibleWidget(qobject_cast<QWidget *>(object), QAccessible::Chart)
        : nullptr;
}

} // namespace

void installChartRole()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(&createChart);
        return true;
    }();
    Q_UNUSED(isInstalled)
}
