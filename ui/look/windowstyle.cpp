#include "ui/look/windowstyle.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPointer>

#include <utility>

namespace {

bool isMotionReduced = false;

/// Loads an icon of a style when it is first painted.
class LateIcon final : public QIconEngine
{
public:
    LateIcon(const QStyle *style, QStyle::StandardPixmap icon)
        : m_style(style)
        , m_icon(icon)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        loaded().paint(painter, rect, Qt::AlignCenter, mode, state);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return loaded().pixmap(size, mode, state);
    }
    QSize actualSize(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return loaded().actualSize(size, mode, state);
    }
    QList<QSize> availableSizes(QIcon::Mode mode, QIcon::State state) override
    {
        return loaded().availableSizes(mode, state);
    }
    [[nodiscard]] QIconEngine *clone() const override { return new LateIcon(*this); }

private:
    [[nodiscard]] const QIcon &loaded()
    {
        if (m_loaded.isNull() && m_style)
            m_loaded = m_style->standardIcon(m_icon);
        return m_loaded;
    }

    QPointer<const QStyle> m_style;
    QStyle::StandardPixmap m_icon;
    QIcon m_loaded;
};

} // namespace

QIcon WindowStyle::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    if (icon == SP_ToolBarHorizontalExtensionButton)
        return QIcon(new LateIcon(baseStyle(), icon));
    return QProxyStyle::standardIcon(icon, option, widget);
}

int WindowStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returnData) const
{
    const bool moves = hint == SH_Widget_Animation_Duration || hint == SH_Widget_Animate;
    return moves && isMotionReduced ? 0 : QProxyStyle::styleHint(hint, option, widget, returnData);
}

void WindowStyle::setMotionReduced(bool reduced)
{
    static QList<Qt::UIEffect> disabled; // those that the desktop had enabled
    isMotionReduced = reduced;
    for (const Qt::UIEffect effect : std::as_const(disabled))
        QApplication::setEffectEnabled(effect, true);
    disabled.clear();
    for (const Qt::UIEffect effect : {Qt::UI_AnimateMenu, Qt::UI_FadeMenu, Qt::UI_AnimateCombo,
             Qt::UI_AnimateTooltip, Qt::UI_FadeTooltip, Qt::UI_AnimateToolBox}) {
        if (!reduced || !QApplication::isEffectEnabled(effect))
            continue;
        QApplication::setEffectEnabled(effect, false);
        disabled.append(effect);
    }
}
