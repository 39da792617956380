#include "ui/window/sourcesmenu.h"

#include "app/countries/catalogue.h"
#include "ui/compare/comparewindow.h"
#include "ui/grid/flagmodel.h"
#include "ui/sources/sourcesdialog.h"

SourcesMenu::SourcesMenu(SourceRegistry &registry, const Catalogue &catalogue, BuiltinServers &servers,
    const FlagModel &model, const TransferSettings &transfer, QWidget *window)
    : QMenu(tr("&Sources"), window)
    , m_registry(registry)
    , m_catalogue(catalogue)
    , m_servers(servers)
    , m_model(model)
    , m_transfer(transfer)
    , m_window(window)
{
    addAction(tr("&Manage sources..."), this, &SourcesMenu::manage);
    addAction(tr("&Compare..."), this, &SourcesMenu::compare);
}

void SourcesMenu::setCurrent(const QString &sourceId, const QString &code)
{
    m_sourceId = sourceId;
    m_code = code;
}

void SourcesMenu::manage()
{
    if (!m_dialog) {
        m_dialog = new SourcesDialog(m_registry, m_catalogue, m_servers, m_transfer, m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_dialog->choose(m_sourceId);
    m_dialog->open();
}

void SourcesMenu::compare()
{
    const CompareCountries countries{.current = m_model.countries({m_code}),
        .ticked = m_model.countries(m_model.codesIn(FlagCategory::Ticked))};
    auto *window = new CompareWindow(m_registry, m_servers, m_transfer, countries, m_sourceId, m_window);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->show();
}
