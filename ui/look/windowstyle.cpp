#include "ui/look/windowstyle.h"

#include <QIconEngine>
#include <QPainter>
#include <QPointer>

namespace {

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
