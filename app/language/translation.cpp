// One function, see the header.
#include "app/language/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

void installTranslation(QCoreApplication &application)
{
    const QString folder = u":/flagfetch/translations"_s;
    auto *translator = new QTranslator(&application);
    if (translator->load(QLocale(), u"flagfetch"_s, u"_"_s, folder)) {
        // Qt's texts, such as those of the file dialog. Only in a language of the program, not to mix two.
        auto *ofQt = new QTranslator(&application);
        if (ofQt->load(QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(ofQt);
        QCoreApplication::installTranslator(translator);
    } else if (translator->load(u"flagfetch_en"_s, folder)) {
        QCoreApplication::installTranslator(translator);
    }
}
