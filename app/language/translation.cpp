// One function, see the header.
#include "app/language/translation.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

void installTranslation(QCoreApplication &application)
{
    const QString folder = u":/flagfetch/translations"_s;
    auto *translator = new QTranslator(&application);
    if (translator->load(QLocale(), u"flagfetch"_s, u"_"_s, folder)
        || translator->load(u"flagfetch_en"_s, folder))
        QCoreApplication::installTranslator(translator);
}
