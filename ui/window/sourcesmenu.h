#pragma once

#include "app/transfer/transfersettings.h"

#include <QMenu>
#include <QPointer>

class BuiltinServers;
class Catalogue;
class FlagModel;
class SourceRegistry;
class SourcesDialog;

/// The menu of what can be done with sources, and the windows that it opens.
class SourcesMenu final : public QMenu
{
    Q_OBJECT

public:
    /// Everything handed over by reference must outlive the menu.
    SourcesMenu(SourceRegistry &registry, const Catalogue &catalogue, BuiltinServers &servers,
        const FlagModel &model, const TransferSettings &transfer, QWidget *window);
    Q_DISABLE_COPY_MOVE(SourcesMenu)

    /// What a person looks at in the window, to begin with: a source and a country, either perhaps none.
    void setCurrent(const QString &sourceId, const QString &code);

    void manage();
    void compare();

private:
    SourceRegistry &m_registry;
    const Catalogue &m_catalogue;
    BuiltinServers &m_servers;
    const FlagModel &m_model;
    const TransferSettings m_transfer;
    QWidget *m_window;
    QPointer<SourcesDialog> m_dialog;
    QString m_sourceId;
    QString m_code;
};
