#pragma once

#include <QProxyStyle>

/// The style of the desktop, which loads its icons only when they are painted. Otherwise Qt's menu bar loads
/// all plug-ins for pictures at start, for the icon of a button that only a very narrow window shows. Also
/// turns animations off for people who have reduced motion. Used in the GUI thread.
class WindowStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    [[nodiscard]] QIcon standardIcon(
        StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
        QStyleHintReturn *returnData) const override;
    using QProxyStyle::styleHint;

    /// Turns the animations of the program and of Qt's widgets off. If they are on, the style of the desktop
    /// decides about them.
    static void setMotionReduced(bool reduced);
};
