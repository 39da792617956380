// The languages of the program's texts.
#pragma once

#include <QList>
#include <QString>

class QCoreApplication;

/// A language that the program's texts are translated into.
struct InterfaceLanguage
{
    QString tag; ///< BCP 47: "zh-CN"
    QString name; ///< in the language: "简体中文"
};

/// English first.
[[nodiscard]] QList<InterfaceLanguage> interfaceLanguages();

/// The tag of the language in which installTranslation() shows texts: the first language of the default
/// locale that the program has, else "en". Countries are named in it too. Every Chinese locale in simplified
/// characters gets "zh-CN"; for traditional ones there is no translation, and English is better than the
/// wrong characters.
[[nodiscard]] QString interfaceLanguage();

/// The tag of the language of the program's texts for a BCP 47 tag. Empty if there are no texts in it.
[[nodiscard]] QString interfaceLanguageFor(const QString &tag);

/// Makes the language the default locale, with the formats of the user's territory where they exist. An empty
/// or unknown tag leaves the locale of the system. Call it before the application is constructed.
void setInterfaceLanguage(const QString &tag);

/// Installs the translation into interfaceLanguage(), and that of Qt's own texts. English has one too, for
/// its plurals. Call it once for each application, before any text is created.
void installTranslation(QCoreApplication &application);
