#include "app/sources/sourcepicture.h"

using namespace Qt::StringLiterals;

QString SourcePicture::templateFor(int width) const
{
    QString concrete = urlTemplate;
    return concrete.replace("{width}"_L1, QString::number(width));
}
