#include "ui/grid/groupsuggestion.h"

#include "app/countries/catalogue.h"
#include "ui/look/cellmetrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace {

QString kindText(NamedGroup::Kind kind, const QString &name)
{
    switch (kind) {
    case NamedGroup::Kind::Continent:
        return GroupSuggestion::tr("“%1” is also a continent.").arg(name);
    case NamedGroup::Kind::Region:
        return GroupSuggestion::tr("“%1” is also a region of the world.").arg(name);
    case NamedGroup::Kind::Group:
        return GroupSuggestion::tr("“%1” is also a group of countries.").arg(name);
    }
    Q_UNREACHABLE();
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
    if (!name.isEmpty() && !m_names)
        m_names.emplace(m_catalogue);
    const auto group = name.isEmpty() ? std::nullopt : m_names->find(name);
    m_query = group ? group->query : QString();
    setVisible(group.has_value());
    if (!group)
        return;
    m_text->setText(kindText(group->kind, name));
    m_show->setText(tr("Show its %n countries", nullptr, group->countries));
    m_show->setToolTip(tr("Searches for %1 (Ctrl+Shift+G)").arg(m_query));
    m_show->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G)); // setText() clears the shortcut
}
