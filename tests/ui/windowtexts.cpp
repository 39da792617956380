#include "tests/ui/windowtexts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace {

QString nameOf(const QWidget &widget)
{
    return QString::fromLatin1(widget.metaObject()->className()) + u' ' + widget.objectName();
}

QList<const QWidget *> visibleWidgets(const QWidget &window)
{
    QList<const QWidget *> visible;
    const auto widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (widget->isVisible() && widget->window() == &window)
            visible.append(widget);
    }
    return visible;
}

QStringList actionTexts(const QWidget &menu)
{
    QStringList texts;
    const auto actions = menu.actions();
    for (const QAction *action : actions) {
        texts.append(action->text());
        texts.append(action->toolTip());
        if (action->menu() != nullptr)
            texts += actionTexts(*action->menu());
    }
    return texts;
}

QStringList headerTexts(const QHeaderView &header)
{
    QStringList texts;
    for (int section = 0; section < header.count() && header.model() != nullptr; ++section)
        texts.append(header.model()->headerData(section, header.orientation()).toString());
    return texts;
}

QStringList ownTexts(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return {label->text()};
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return {button->text()};
    if (const auto *box = qobject_cast<const QGroupBox *>(&widget))
        return {box->title()};
    if (const auto *line = qobject_cast<const QLineEdit *>(&widget))
        return {line->placeholderText()};
    if (const auto *box = qobject_cast<const QSpinBox *>(&widget))
        return {box->prefix(), box->suffix()};
    if (const auto *box = qobject_cast<const QDoubleSpinBox *>(&widget))
        return {box->prefix(), box->suffix()};
    if (const auto *header = qobject_cast<const QHeaderView *>(&widget))
        return headerTexts(*header);
    if (qobject_cast<const QMenuBar *>(&widget) != nullptr)
        return actionTexts(widget);
    QStringList texts;
    if (const auto *combo = qobject_cast<const QComboBox *>(&widget)) {
        for (int row = 0; row < combo->count(); ++row)
            texts.append(combo->itemText(row));
    }
    if (const auto *bar = qobject_cast<const QTabBar *>(&widget)) {
        for (int tab = 0; tab < bar->count(); ++tab)
            texts.append(bar->tabText(tab));
    }
    return texts;
}

/// The width of a text with its mnemonic underlined, which separates its letter from the others, so that "Te"
/// is not kerned. QLabel::sizeHint() measures the text as a whole.
int underlinedWidth(const QString &text, const QFontMetricsF &metrics)
{
    const qsizetype mark = text.indexOf(QRegularExpression(u"&[^&]"_s));
    if (mark < 0)
        return int(metrics.horizontalAdvance(text));
    return int(metrics.horizontalAdvance(text.first(mark)) + metrics.horizontalAdvance(text.at(mark + 1))
        + metrics.horizontalAdvance(text.sliced(mark + 2)));
}

/// The width that a spin box needs for its current text.
int spinBoxWidth(const QAbstractSpinBox &box)
{
    const auto *line = box.findChild<QLineEdit *>();
    constexpr int marginsAndCursor = 5; // QLineEdit's
    return box.width() - line->width() + box.fontMetrics().horizontalAdvance(box.text()) + marginsAndCursor;
}

/// The size that the text of the widget needs; an invalid size if it shows none, or may elide it.
QSize neededSize(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        if (label->text().isEmpty())
            return {};
        if (label->wordWrap())
            return {0, label->heightForWidth(label->width())};
        const int underlined = label->buddy() == nullptr
            ? 0
            : underlinedWidth(label->text(), QFontMetricsF(label->font())) + 2 * label->margin();
        return label->sizeHint().expandedTo({underlined, 0});
    }
    if (const auto *combo = qobject_cast<const QComboBox *>(&widget))
        return combo->minimumContentsLength() > 0 || combo->isEditable() ? QSize() : combo->sizeHint();
    if (const auto *bar = qobject_cast<const QTabBar *>(&widget))
        return {bar->sizeHint().width(), 0};
    if (const auto *spin = qobject_cast<const QAbstractSpinBox *>(&widget))
        return widget.minimumSizeHint().expandedTo({spinBoxWidth(*spin), 0});
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    const bool isIcon
        = qobject_cast<const QLineEdit *>(widget.parentWidget()) != nullptr; // its text is not shown
    const bool isMeasured = (button != nullptr && !button->text().isEmpty() && !isIcon)
        || qobject_cast<const QGroupBox *>(&widget) != nullptr;
    return isMeasured ? widget.minimumSizeHint() : QSize();
}

/// Whether a scroll area can bring the widget into view.
bool isScrolled(const QWidget &widget)
{
    for (const QWidget *parent = widget.parentWidget(); parent != nullptr; parent = parent->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea *>(parent) != nullptr)
            return true;
    }
    return false;
}

} // namespace

QList<ShownText> textsShownIn(const QWidget &window)
{
    QList<ShownText> shown{{nameOf(window) + u", title"_s, window.windowTitle()}};
    for (const QWidget *widget : visibleWidgets(window)) {
        const QStringList own = ownTexts(*widget);
        for (const QString &text : own)
            shown.append({nameOf(*widget), text});
        shown.append({nameOf(*widget) + u", tooltip"_s, widget->toolTip()});
        shown.append({nameOf(*widget) + u", accessible name"_s, widget->accessibleName()});
    }
    return shown;
}

QStringList textsCutOffIn(const QWidget &window)
{
    QStringList cutOff;
    for (const QWidget *widget : visibleWidgets(window)) {
        const QSize needed = neededSize(*widget);
        const QString what = nameOf(*widget) + u": "_s + ownTexts(*widget).join(u" | "_s);
        if (needed.isValid() && (widget->width() < needed.width() || widget->height() < needed.height()))
            cutOff.append(u"%1 (%2 x %3, needs %4 x %5)"_s.arg(what)
                              .arg(widget->width())
                              .arg(widget->height())
                              .arg(needed.width())
                              .arg(needed.height()));
        const QRect place(widget->mapTo(&window, QPoint()), widget->size());
        if (needed.isValid() && !isScrolled(*widget) && !window.rect().contains(place))
            cutOff.append(what + u" reaches beyond its window"_s);
    }
    return cutOff;
}
