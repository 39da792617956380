#include "ui/window/detailscontrol.h"

#include "ui/details/detailspanel.h"
#include "ui/details/detailssplitter.h"
#include "ui/details/flagactions.h"
#include "ui/footer/footerbar.h"
#include "ui/grid/countrymenu.h"
#include "ui/sets/setcontrol.h"
#include "ui/window/downloadcommands.h"
#include "ui/window/sessionclient.h"

#include <QAction>

DetailsControl::DetailsControl(const WindowParts &parts, const Others &others, QWidget &window)
    : QObject(&window)
{
    DetailsSplitter &details = parts.details;
    DetailsPanel *panel = details.panel();
    connect(&others.session, &SessionClient::stateChanged, panel,
        [panel, &session = others.session] { panel->setBatchRunning(session.isRunning()); });
    connect(panel, &DetailsPanel::downloadRequested, &others.commands, &DownloadCommands::downloadCountry);
    connect(panel, &DetailsPanel::repairRequested, &others.set, &SetControl::repairCountry);
    // Licences and times come from the set, and the model does not signal that it has them.
    connect(&others.set, &SetControl::summaryRead, &details, &DetailsSplitter::refresh);
    connect(&details.actions(), &FlagActions::notice, &others.footer, &FooterBar::showNotice);
    connect(&details.actions(), &FlagActions::error, &others.footer, &FooterBar::showError);

    auto *show = new QAction(tr("Show detai&ls"), this);
    connect(show, &QAction::triggered, panel, &DetailsPanel::open);
    others.menu.setFlagActions(QList<QAction *>{show} + details.actions().all());
}
