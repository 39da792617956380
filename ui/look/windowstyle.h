#pragma once

#include <QProxyStyle>

/// The style of the desktop, with these differences:
/// - Every control shows the focus with paintFocusRing(). Styles show it too faintly, or not at all on a
///   coloured button.
/// - Check boxes, radio buttons, fields, sliders and menus have an edge that is visible in dark colours, too.
/// - Buttons of dialogs have no icons. The style's are dark also in dark colours, and only some buttons
///   have one.
/// - Labels with a mnemonic have no kerning. QLabel measures with it and draws without, because the
///   underlined letter is separate, and cuts "Template" off.
/// - Entries of lists are high enough for the ring of the focus, which would cover their text.
/// - Windows appear over their parent, see keepOverParent().
/// - Animations are off for people who have reduced motion.
/// - Icons are loaded when they are painted. Otherwise Qt's menu bar loads all plug-ins for pictures at
///   start, for the icon of a button that only a very narrow window shows.
/// - Tab visits all buttons of a dialog. Qt enters a QDialogButtonBox at its leftmost button, from 6.8 at its
///   default button, but follows the order of their creation from there, and so skips some.
/// - Tooltips show plain text. They have texts from servers and shared files, and Qt would take one with a
///   tag for HTML and open the files that it names, in the GUI thread: a pipe would block the window for
///   ever.
/// Used in the GUI thread.
class WindowStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

    [[nodiscard]] QIcon standardIcon(
        StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
        QStyleHintReturn *returnData) const override;
    using QProxyStyle::styleHint;

    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
        const QWidget *widget) const override;

    /// Turns the animations of the program and of Qt's widgets off. If they are on, the style of the desktop
    /// decides about them.
    static void setMotionReduced(bool reduced);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget) const override;

private:
    void drawEdgeOf(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget) const;
};
