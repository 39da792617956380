#include "ui/header/selectmenu.h"

#include "app/countries/countrygroups.h"
#include "ui/grid/flagmodel.h"
#include "ui/grid/flagsearch.h"
#include "ui/header/savedselections.h"

using namespace Qt::StringLiterals;

SelectMenu::SelectMenu(
    FlagModel &model, const FlagFilter &filter, const Catalogue &catalogue, QWidget *parent)
    : QMenu(parent)
    , m_model(model)
    , m_filter(filter)
    , m_all(addAction(QString(), this, [this] { apply(Change::Tick); }))
    , m_none(addAction(QString(), this, [this] { apply(Change::Untick); }))
    , m_invert(addAction(QString(), this, [this] { apply(Change::Invert); }))
{
    m_all->setShortcut(QKeySequence::SelectAll);
    m_none->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    m_invert->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_I));

    addSeparator();
    addPresets(catalogue);
    auto *selections = new SelectionsMenu(model, this);
    addMenu(selections);
    connect(selections, &SelectionsMenu::notice, this, &SelectMenu::notice);
    addSeparator();
    addSources();
    updateTexts();
}

void SelectMenu::addPresets(const Catalogue &catalogue)
{
    const QList<Preset> groups = groupPresets(catalogue);
    for (const Preset &preset : groups)
        addPreset(*this, preset);
    QMenu *continents = addMenu(tr("&Continent"));
    const QList<Preset> presets = continentPresets(catalogue);
    for (const Preset &preset : presets)
        addPreset(*continents, preset);
}

void SelectMenu::addPreset(QMenu &menu, const Preset &preset)
{
    QAction *tick = menu.addAction(preset.title, this, [this, preset] { m_model.setTicked(preset.codes); });
    tick->setObjectName(preset.id);
    tick->setToolTip(
        tr("Tick these %n countries and no others", nullptr, static_cast<int>(preset.codes.size())));
    if (preset.id == "twenty"_L1)
        tick->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
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
}

void SelectMenu::apply(Change change)
{
    QStringList ticked = m_model.codesIn(FlagCategory::Ticked);
    const QSet<QString> before(ticked.cbegin(), ticked.cend());
    for (int row = 0; row < m_filter.rowCount(); ++row) {
        const QString code = m_filter.index(row, 0).data(FlagModel::CodeRole).toString();
        const bool wasTicked = before.contains(code);
        if (!wasTicked && change != Change::Untick)
            ticked.append(code);
        else if (wasTicked && change != Change::Tick)
            ticked.removeOne(code);
    }
    m_model.setTicked(ticked);
}
