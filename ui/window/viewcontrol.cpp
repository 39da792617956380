#include "ui/window/viewcontrol.h"

#include "ui/footer/footerbar.h"
#include "ui/grid/countrypane.h"
#include "ui/header/categorybar.h"
#include "ui/header/headerbar.h"
#include "ui/header/headerfields.h"
#include "ui/window/downloadcommands.h"

#include <QWidget>

ViewControl::ViewControl(
    const WindowParts &parts, const DownloadCommands &commands, FooterBar &footer, QWidget &window)
    : QObject(&window)
    , m_parts(parts)
    , m_footer(footer)
{
    connect(&commands, &DownloadCommands::viewOfBatchRequested, this, &ViewControl::showBatch);
    connect(m_parts.header.categories(), &CategoryBar::categoryChosen, this, &ViewControl::onChosen);
    connect(&m_parts.countries, &CountryPane::searchAllRequested, this, &ViewControl::showAll);
    connect(&m_parts.countries, &CountryPane::groupRequested, this, &ViewControl::showGroup);
}

void ViewControl::showBatch(FlagCategory category)
{
    CategoryBar *categories = m_parts.header.categories();
    const bool isChosenByUser = categories->category() == category && !m_isOfBatch;
    m_isChoosing = true;
    categories->choose(category); // also the same one: it shows what is in it now
    m_isChoosing = false;
    if (isChosenByUser)
        return;
    m_isOfBatch = true;
    m_footer.setViewNotice(
        tr("The grid shows only “%1”. All (Alt+1) shows the others, too.").arg(categoryTitle(category)));
}

void ViewControl::onChosen()
{
    if (m_isChoosing)
        return;
    m_isOfBatch = false;
    m_footer.setViewNotice({});
}

void ViewControl::showAll()
{
    m_parts.header.categories()->choose(FlagCategory::All);
}

void ViewControl::showGroup(const QString &query)
{
    showAll();
    m_parts.header.search()->setText(query);
}
