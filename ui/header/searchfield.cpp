#include "ui/header/searchfield.h"

#include "ui/look/cellmetrics.h"
#include "ui/look/placeholdercolour.h"
#include "ui/look/stateappearance.h"
#include "ui/look/stateicons.h"
#include "ui/look/svgicon.h"

#include <QAction>
#include <QEvent>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace {
constexpr int longestSearch = 1000; // keeps every keystroke quick, whatever is pasted
} // namespace

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
    , m_icon(addAction(QIcon(), LeadingPosition))
{
    setPlaceholderText(tr("Search: name, code, emoji, continent:africa …"));
    setAccessibleName(tr("Search"));
    setToolTip(
        tr("Shows only the countries that match (Ctrl+F): names in any language, codes, emoji flags.<br>"
           "Also continent:africa, region:western-europe, group:eu and state:failed; a minus leaves out, as "
           "in -EG; a comma adds another search."));
    keepPlaceholderReadable(this);
    setMaxLength(longestSearch);
    setClearButtonEnabled(true);
    setMinimumWidth(18 * CellMetrics::unit);
    auto *find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, this, &SearchField::goThere);
    connect(m_icon, &QAction::triggered, this, &SearchField::goThere);
    updateColours();
}

void SearchField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColours();
}

void SearchField::goThere()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void SearchField::updateColours()
{
    m_icon->setIcon(svgPixmap(u"search"_s, StateIcons::side, mutedText(palette()), devicePixelRatioF()));
}
