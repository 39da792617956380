#include "app/countries/shippedfile.h"

#include <QFile>

using namespace Qt::StringLiterals;

QByteArray shippedFile(const QString &name)
{
    QFile file(u":/flagfetch/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The program was built without %s", qPrintable(name));
    return file.readAll();
}
