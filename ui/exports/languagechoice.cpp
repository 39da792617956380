#include "ui/exports/languagechoice.h"

#include <QCollator>
#include <QLocale>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// Languages as they call themselves, with the shortest of their tags.
QMap<QString, QString> tagsByName()
{
    QMap<QString, QString> tags;
    const auto locales
        = QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
    for (const QLocale &locale : locales) {
        const QString tag = QLocale(locale.language(), locale.script(), QLocale::AnyTerritory).bcp47Name();
        const QString name = locale.nativeLanguageName();
        if (name.isEmpty() || locale.language() == QLocale::C)
            continue;
        QString &known = tags[name];
        if (known.isEmpty() || tag.size() < known.size())
            known = tag;
    }
    return tags;
}
} // namespace

LanguageChoice::LanguageChoice(QWidget *parent)
    : QComboBox(parent)
{
    const QMap<QString, QString> tags = tagsByName();
    QStringList names = tags.keys();
    const QCollator collator;
    std::ranges::sort(
        names, [&collator](const QString &one, const QString &other) { return collator(one, other); });
    for (const QString &name : std::as_const(names))
        addItem(name, tags.value(name));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setLanguage(QLocale().bcp47Name());
}

void LanguageChoice::setLanguage(const QString &tag)
{
    for (const QString &candidate : {tag, tag.section(u'-', 0, 0), u"en"_s}) {
        if (const int row = findData(candidate); row >= 0) {
            setCurrentIndex(row);
            return;
        }
    }
}
