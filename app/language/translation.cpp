#include "app/language/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSet>
#include <QTranslator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Empty if the program has no texts in this language.
QString tagFor(const QLocale &locale)
{
    if (locale.language() == QLocale::English)
        return u"en"_s;
    const bool isSimplified
        = locale.language() == QLocale::Chinese && locale.script() == QLocale::SimplifiedHanScript;
    return isSimplified ? u"zh-CN"_s : QString();
}

/// Qt's texts, such as those of the file dialog.
void installTranslationOfQt(QCoreApplication &application, const QLocale &locale)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(translator);
}

} // namespace

QList<InterfaceLanguage> interfaceLanguages()
{
    return {{u"en"_s, u"English"_s}, {u"zh-CN"_s, u"简体中文"_s}};
}

QString interfaceLanguage()
{
    // Newer versions of Qt list "zh" after "zh-TW", too, and take it for simplified characters.
    QSet<QLocale::Language> refused;
    const QStringList wanted = QLocale().uiLanguages();
    for (const QString &language : wanted) {
        const QLocale locale(language);
        const bool isOnlyLanguage = !language.contains(u'-') && !language.contains(u'_');
        const bool isRefused = isOnlyLanguage && refused.contains(locale.language());
        if (const QString tag = tagFor(locale); !tag.isEmpty() && !isRefused)
            return tag;
        refused.insert(locale.language());
    }
    return u"en"_s;
}

QString interfaceLanguageFor(const QString &tag)
{
    return tagFor(QLocale(tag));
}

void setInterfaceLanguage(const QString &tag)
{
    const QList<InterfaceLanguage> languages = interfaceLanguages();
    if (std::ranges::find(languages, tag, &InterfaceLanguage::tag) == languages.cend())
        return;
    const QLocale wanted(tag);
    const QLocale here(wanted.language(), wanted.script(), QLocale::system().territory());
    // There is no Chinese of Germany in simplified characters, and Qt would return another territory's.
    QLocale::setDefault(tagFor(here) == tag ? here : wanted);
}

void installTranslation(QCoreApplication &application)
{
    QString language = interfaceLanguage();
    installTranslationOfQt(application, QLocale(language));
    auto *translator = new QTranslator(&application);
    const QString file = u"flagfetch_"_s + language.replace(u'-', u'_');
    if (translator->load(file, u":/flagfetch/translations"_s))
        QCoreApplication::installTranslator(translator);
}
