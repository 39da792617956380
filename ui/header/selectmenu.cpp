#include "ui/header/selectmenu.h"

#include "app/countries/countrygroups.h"
#include "ui/grid/flagmodel.h"
#include "ui/grid/flagsearch.h"
#include "ui/grid/tickhistory.h"
#include "ui/header/savedselections.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

SelectMenu::SelectMenu(
    TickHistory &ticks, const FlagFilter &filter, const Catalogue &catalogue, QWidget *parent)
    : QMenu(tr("Se&lect"), parent)
    , m_ticks(ticks)
    , m_filter(filter)
    , m_all(addAction(QString(), this, [this] { apply(Change::Tick); }))
    , m_none(addAction(QString(), this, [this] { apply(Change::Untick); }))
    , m_invert(addAction(QString(), this, [this] { apply(Change::Invert); }))
    , m_onlyShown(new QAction(this))
{
    m_all->setShortcut(QKeySequence::SelectAll);
    m_none->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    m_invert->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_I));
    m_onlyShown->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I));
    connect(m_onlyShown, &QAction::triggered, this, &SelectMenu::tickOnlyShown);

    addSeparator();
    addPresets(catalogue);
    auto *selections = new SelectionsMenu(ticks, this);
    addMenu(selections);
    connect(selections, &SelectionsMenu::notice, this, &SelectMenu::notice);
    addSeparator();
    addSources();
    updateTexts();
}

void SelectMenu::addPresets(const Catalogue &catalogue)
{
    QMenu *only = addMenu(tr("&Tick only"));
    QMenu *also = addMenu(tr("A&dd to the ticks"));
    only->addAction(m_onlyShown);
    only->addSeparator();
    const QList<Preset> groups = groupPresets(catalogue);
    for (const Preset &preset : groups)
        addPreset(*only, *also, preset);
    only->addSeparator();
    also->addSeparator();
    addContinents(*only, *also, catalogue);
}

// The members of the UN and all countries of a continent, one above the other.
void SelectMenu::addContinents(QMenu &only, QMenu &also, const Catalogue &catalogue)
{
    only.setToolTipsVisible(true);
    also.setToolTipsVisible(true);
    const QList<Preset> members = memberPresets(catalogue);
    const QList<Preset> continents = continentPresets(catalogue);
    for (const Preset &continent : continents) {
        const auto ofUn = std::ranges::find(members, continent.id + u"-un"_s, &Preset::id);
        if (ofUn != members.cend())
            addPreset(only, also, *ofUn,
                tr("Without territories. In a search: %1").arg(u"continent:%1 group:un"_s.arg(continent.id)));
        Preset all = continent;
        all.title = tr("%1: all countries and territories").arg(continent.title);
        addPreset(only, also, all,
            tr("With territories, of which some use the flag of another country. In a search: %1")
                .arg(u"continent:"_s + continent.id));
    }
}

void SelectMenu::addPreset(QMenu &only, QMenu &also, const Preset &preset, const QString &toolTip)
{
    const QString text = tr("%1 (%2)", "group, number of countries")
                             .arg(preset.title, QLocale().toString(preset.codes.size()));
    QAction *replaces = only.addAction(text, this, [this, preset] {
        m_ticks.replace(preset.codes, tr("tick only “%1”", "undo step").arg(preset.title));
    });
    QAction *adds = also.addAction(text, this,
        [this, preset] { m_ticks.add(preset.codes, tr("add “%1”", "undo step").arg(preset.title)); });
    replaces->setToolTip(toolTip.isEmpty() ? text : toolTip);
    adds->setToolTip(replaces->toolTip());
    replaces->setObjectName(preset.id);
    adds->setObjectName(u"add-"_s + preset.id);
    if (preset.id != "twenty"_L1)
        return;
    replaces->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    adds->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
}

void SelectMenu::addSources()
{
    addAction(
        tr("Add from clip&board"), QKeySequence(Qt::CTRL | Qt::Key_V), this, &SelectMenu::clipboardRequested);
    addAction(
        tr("Add from a &file..."), QKeySequence(Qt::CTRL | Qt::Key_O), this, &SelectMenu::fileRequested);
}

void SelectMenu::updateTexts()
{
    const int shown = m_filter.rowCount();
    const bool part = m_filter.isActive();
    m_all->setText(part ? tr("&All %n shown", nullptr, shown) : tr("&All"));
    m_none->setText(part ? tr("&None of the %n shown", nullptr, shown) : tr("&None"));
    m_invert->setText(part ? tr("&Invert the %n shown", nullptr, shown) : tr("&Invert"));
    m_onlyShown->setText(tr("&Those shown (%1)", "countries, number").arg(QLocale().toString(shown)));
}

QStringList SelectMenu::shownCodes() const
{
    QStringList codes;
    for (int row = 0; row < m_filter.rowCount(); ++row)
        codes.append(m_filter.index(row, 0).data(FlagModel::CodeRole).toString());
    return codes;
}

void SelectMenu::tickOnlyShown()
{
    const QStringList shown = shownCodes();
    if (!shown.isEmpty()) // otherwise a misspelt search would untick everything
        m_ticks.replace(shown, tr("tick only those shown", "undo step"));
}

void SelectMenu::apply(Change change)
{
    QStringList ticked = m_ticks.model().codesIn(FlagCategory::Ticked);
    const QSet<QString> before(ticked.cbegin(), ticked.cend());
    const QStringList shown = shownCodes();
    for (const QString &code : shown) {
        const bool wasTicked = before.contains(code);
        if (!wasTicked && change != Change::Untick)
            ticked.append(code);
        else if (wasTicked && change != Change::Tick)
            ticked.removeOne(code);
    }
    m_ticks.replace(ticked, stepText(change));
}

QString SelectMenu::stepText(Change change) const
{
    const bool part = m_filter.isActive();
    switch (change) {
    case Change::Tick:
        return part ? tr("tick all shown", "undo step") : tr("tick all", "undo step");
    case Change::Untick:
        return part ? tr("untick all shown", "undo step") : tr("untick all", "undo step");
    case Change::Invert:
        return part ? tr("invert the shown ticks", "undo step") : tr("invert the ticks", "undo step");
    }
    Q_UNREACHABLE();
}
