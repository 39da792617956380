#pragma once

#include <QProxyStyle>

/// The style of the desktop, which loads its icons only when they are painted. Otherwise Qt's menu bar loads
/// all plug-ins for pictures at start, for the icon of a button that only a very narrow window shows.
class WindowStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    [[nodiscard]] QIcon standardIcon(
        StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const override;
};
