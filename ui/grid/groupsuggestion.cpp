#include "ui/grid/groupsuggestion.h"

#include "app/countries/catalogue.h"
#include "app/countries/countrygroups.h"
#include "app/countries/filternames.h"
#include "ui/look/cellmetrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {

QString kindText(const FilterValue &group, const QString &name)
{
    if (group.key == "continent"_L1)
        return GroupSuggestion::tr("“%1” is also a continent.").arg(name);
    if (group.key == "region"_L1)
        return GroupSuggestion::tr("“%1” is also a region of the world.").arg(name);
    return GroupSuggestion::tr("“%1” is also a group of countries.").arg(name);
}

qsizetype countOf(const FilterValue &group, const Catalogue &catalogue)
{
    const auto codes
        = filteredCodes({.kind = QueryTerm::Kind::Key, .key = group.key, .text = group.id}, catalogue);
    return codes ? codes->size() : 0;
}

} // namespace

GroupSuggestion::GroupSuggestion(const Catalogue &catalogue, QWidget *parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_text(new QLabel)
    , m_show(new QPushButton)
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_show->setFocusPolicy(Qt::TabFocus); // a click hides the line, so it does not take the focus
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(
        2 * CellMetrics::unit, CellMetrics::unit, 2 * CellMetrics::unit, CellMetrics::unit);
    layout->setSpacing(CellMetrics::unit);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_show);
    hide();
    connect(m_show, &QPushButton::clicked, this, [this] { Q_EMIT accepted(m_query); });
}

void GroupSuggestion::setSearch(const QString &search)
{
    const QString name = search.trimmed();
    const QList<FilterValue> groups = filtersNamed(name, m_catalogue); // continents come before regions
    const qsizetype count = groups.isEmpty() ? 0 : countOf(groups.first(), m_catalogue);
    setVisible(count > 0);
    m_query = count > 0 ? groups.first().query() : QString();
    if (count == 0)
        return;
    m_text->setText(kindText(groups.first(), name));
    m_show->setText(tr("Show its %n countries", nullptr, int(count)));
    m_show->setToolTip(tr("Searches for %1 (Ctrl+Shift+G)").arg(m_query));
    m_show->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G)); // setText() clears the shortcut
}
