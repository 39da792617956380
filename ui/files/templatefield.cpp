#include "ui/files/templatefield.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

PlaceholderMenu::PlaceholderMenu(QWidget *parent)
    : QMenu(parent)
{
    add(u"{CC}"_s, tr("Code of two letters, in upper case: JP"));
    add(u"{cc}"_s, tr("The same in lower case: jp"));
    add(u"{iso3}"_s, tr("Code of three letters: jpn"));
    add(u"{num}"_s, tr("Number of the country: 392"));
    addSeparator();
    add(u"{country}"_s, tr("Name, as the source has it: Japan"));
    add(u"{country:fr}"_s, tr("Name in a language, such as fr, zh or pt-BR: Japon"));
    add(u"{continent}"_s, tr("Continent: asia"));
    addSeparator();
    add(u"{source}"_s, tr("Name of the source: flag-icons"));
    add(u"{width}"_s, tr("Width of the picture in pixels: 320"));
    add(u"{ext}"_s, tr("Suffix of the file, which is always added: svg"));
}

// QMenu aligns the text after a tab.
void PlaceholderMenu::add(const QString &placeholder, const QString &meaning)
{
    addAction(meaning + u'\t' + placeholder, this, [this, placeholder] { Q_EMIT chosen(placeholder); });
}

TemplateField::TemplateField(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    setCompleter(nullptr); // it would complete a template while the user types
    setAccessibleName(tr("Template of file names"));
    setToolTip(tr("Text in braces differs for each flag; \"/\" makes a folder"));
    addItems({u"{CC}-{country}"_s, u"{cc}"_s, u"{iso3}"_s, u"{country}"_s, u"{continent}/{CC}-{country}"_s,
        u"{country:fr}"_s});
}

void TemplateField::insert(const QString &placeholder)
{
    QLineEdit *line = lineEdit();
    line->insert(placeholder);
    line->setFocus();
    if (const qsizetype colon = placeholder.indexOf(u':'); colon >= 0) {
        const qsizetype language = placeholder.size() - colon - 2; // without the colon and the brace
        line->setSelection(line->cursorPosition() - int(language) - 1, int(language));
    }
}
