#pragma once

#include "ui/window/windowstate.h"

#include <QObject>

class CountryMenu;
class DownloadCommands;
class FooterBar;
class SessionClient;
class SetControl;

/// Connects the details with the rest of the window. Owned by the window.
class DetailsControl final : public QObject
{
    Q_OBJECT

public:
    /// What the details are connected to.
    struct Others
    {
        SessionClient &session;
        DownloadCommands &commands;
        SetControl &set;
        CountryMenu &menu;
        FooterBar &footer;
    };

    /// `window` becomes the parent. Everything must outlive this object.
    DetailsControl(const WindowParts &parts, const Others &others, QWidget &window);
    Q_DISABLE_COPY_MOVE(DetailsControl)
};
