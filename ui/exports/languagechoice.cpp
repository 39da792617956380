#include "ui/exports/languagechoice.h"

#include "app/countries/countrynames.h"
#include "ui/look/cellmetrics.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int visibleLanguages = 12;

QString textOf(const LanguageName &language)
{
    return language.native == language.english
        ? LanguageChoice::tr("%1 (%2)", "language, code").arg(language.native, language.tag)
        : LanguageChoice::tr("%1 – %2 (%3)", "language, English name, code")
              .arg(language.native, language.english, language.tag);
}
} // namespace

LanguageChoice::LanguageChoice(QWidget *parent)
    : QComboBox(parent)
{
    // Both before the items: setEditable() would measure them all, in every script, and Qt warns on the
    // terminal of each font that lacks one.
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setEditable(true);
    for (const LanguageName &language : languageNames())
        addItem(textOf(language), language.tag);
    setInsertPolicy(NoInsert);
    setMaxVisibleItems(visibleLanguages);
    setToolTip(tr("Type part of the name, or the code"));
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setMaxVisibleItems(visibleLanguages);
    // The matches can be wider than the field.
    completer()->popup()->setMinimumWidth(40 * CellMetrics::unit);
    setLanguage(QLocale().bcp47Name());
    connect(lineEdit(), &QLineEdit::editingFinished, this, &LanguageChoice::commitText);
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

// The first Return commits the typed text; only the next one presses the dialog's default button.
void LanguageChoice::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isReturn || currentText() == itemText(currentIndex()))
        return QComboBox::keyPressEvent(event);
    commitText();
    completer()->popup()->hide(); // the popup does not get this key
    event->accept();
}

// Chooses the language that fits the typed text best. Restores the previous one if none fits.
void LanguageChoice::commitText()
{
    if (const int row = rowFor(currentText().trimmed()); row >= 0)
        setCurrentIndex(row);
    setEditText(itemText(currentIndex()));
    lineEdit()->setCursorPosition(0); // shows the beginning, which is the name
}

int LanguageChoice::rowFor(const QString &text) const
{
    if (text.isEmpty())
        return -1;
    if (const int row = findText(text, Qt::MatchFixedString); row >= 0)
        return row;
    const QList<LanguageName> &names = languageNames();
    const auto find = [&names](const auto &fits) {
        const auto found = std::ranges::find_if(names, fits);
        return found == names.cend() ? -1 : int(found - names.cbegin());
    };
    const auto isCode
        = [&text](const LanguageName &name) { return name.tag.compare(text, Qt::CaseInsensitive) == 0; };
    const auto begins = [&text](const LanguageName &name) {
        return name.native.startsWith(text, Qt::CaseInsensitive)
            || name.english.startsWith(text, Qt::CaseInsensitive);
    };
    const auto contains
        = [&text](const LanguageName &name) { return textOf(name).contains(text, Qt::CaseInsensitive); };
    for (const int row : {find(isCode), find(begins), find(contains)}) {
        if (row >= 0)
            return row;
    }
    return -1;
}
