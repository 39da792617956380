#include "tests/ui/activeaccessibility.h"

#ifdef FLAGFETCH_HAS_QPA
#include <QAccessible>
#include <qpa/qplatformaccessibility.h>
#include <qpa/qplatformintegration.h>

#include <private/qguiapplication_p.h>
#endif

bool activateAccessibility()
{
#ifdef FLAGFETCH_HAS_QPA
    QGuiApplicationPrivate::platformIntegration()->accessibility()->setActive(true);
    return QAccessible::isActive();
#else
    return false;
#endif
}
