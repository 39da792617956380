#include "app/downloads/sourcerefusal.h"

#include "app/failures/failuretext.h"

using namespace Qt::StringLiterals;

QString SourceRefusal::text() const
{
    return u"%1: %2"_s.arg(title, failureText(failure, {}));
}
