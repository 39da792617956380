#include "ui/header/selectmenu.h"

#include "app/countries/presets.h"
#include "ui/grid/flagfilter.h"
#include "ui/grid/flagmodel.h"

SelectMenu::SelectMenu(FlagModel &model, const FlagFilter &filter, QWidget *parent)
    : QMenu(parent)
    , m_model(model)
    , m_filter(filter)
    , m_all(addAction(QString(), this, [this] { apply(Change::Tick); }))
    , m_none(addAction(QString(), this, [this] { apply(Change::Untick); }))
    , m_invert(addAction(QString(), this, [this] { apply(Change::Invert); }))
{
    addSeparator();
    QAction *twenty = addAction(tr("&Twenty most populous"), this, &SelectMenu::tickTwenty);
    m_all->setShortcut(QKeySequence::SelectAll);
    m_none->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    m_invert->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_I));
    twenty->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    updateTexts();
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

void SelectMenu::tickTwenty()
{
    m_model.setTicked(twentyMostPopulous());
}
