#include "ui/files/templatefield.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

TemplateField::TemplateField(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    setCompleter(nullptr); // would finish what a person is still typing
    setAccessibleName(tr("Template of file names"));
    setToolTip(tr("What stands in braces differs from flag to flag; \"/\" makes a folder"));
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
