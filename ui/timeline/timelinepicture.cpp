#include "ui/timeline/timelinepicture.h"

#include "ui/timeline/legend.h"
#include "ui/timeline/timelinepainter.h"

#include <QBuffer>
#include <QFontMetrics>
#include <QPainter>
#include <QSvgGenerator>

namespace {

constexpr int marginOfPicture = 2 * CellMetrics::unit;
constexpr qint64 mostPixels = 32'000'000; // 128 MB in memory
constexpr int mostHeight = 32'000; // pixels of a picture with two for each device-independent one

/// Where the parts of a picture are.
class PictureLayout final
{
public:
    explicit PictureLayout(const TimelinePicture &picture)
        : m_picture(picture)
        , m_metrics(picture.font)
        , m_legend(
              placedLegend(legendOf(picture.timeline, false), m_metrics, innerWidth(), picture.isMirrored))
    {
        m_layout.setSizes(TimelineSizes(m_metrics));
        m_layout.setViewport({innerWidth(), 1}, picture.isMirrored);
        m_layout.update(picture.timeline, picture.now);
        m_layout.setViewport({innerWidth(), m_layout.wholeHeight()}, picture.isMirrored);
    }

    [[nodiscard]] QSize size() const
    {
        return {m_picture.width, legendTop() + heightOfLegend(m_legend) + marginOfPicture};
    }

    void paint(QPainter &painter) const
    {
        const QPalette &palette = m_picture.palette;
        painter.fillRect(QRect({}, size()), palette.color(QPalette::Base));
        painter.setLayoutDirection(m_picture.isMirrored ? Qt::RightToLeft : Qt::LeftToRight);
        painter.setFont(m_picture.font);
        painter.setPen(palette.color(QPalette::Text));
        painter.drawText(QRect(marginOfPicture, marginOfPicture, innerWidth(), m_metrics.height()),
            int(Qt::AlignLeft), m_picture.title);
        paintTimeline(painter);
        painter.translate(marginOfPicture, legendTop());
        painter.setFont(m_picture.font);
        paintLegend(painter, m_legend, palette, m_picture.isMirrored);
    }

private:
    [[nodiscard]] int innerWidth() const { return m_picture.width - 2 * marginOfPicture; }
    [[nodiscard]] int timelineTop() const { return 2 * marginOfPicture + m_metrics.height(); }
    [[nodiscard]] int legendTop() const
    {
        return timelineTop() + m_layout.viewport().height() + marginOfPicture;
    }

    void paintTimeline(QPainter &painter) const
    {
        TimelinePainter timeline;
        timeline.setNames(m_picture.names);
        timeline.setLook(m_picture.palette, m_picture.font);
        painter.save();
        painter.translate(marginOfPicture, timelineTop());
        timeline.paint(painter, m_layout,
            {.timeline = m_picture.timeline,
                .now = m_picture.timeline.endOr(m_picture.now),
                .inFlight = inFlightLineOf(m_picture.timeline, m_picture.now)});
        painter.restore();
    }

    const TimelinePicture &m_picture;
    QFontMetrics m_metrics;
    QList<LegendEntry> m_legend;
    TimelineLayout m_layout;
};

} // namespace

QSize sizeOf(const TimelinePicture &picture)
{
    return PictureLayout(picture).size();
}

FileContent pngOf(const TimelinePicture &picture)
{
    const PictureLayout layout(picture);
    const QSize size = layout.size();
    const bool isLarge
        = size.height() * 2 > mostHeight || qint64(size.width()) * size.height() * 4 > mostPixels;
    return drawnImage(size, isLarge ? 1 : 2, [&layout](QPainter &painter) {
        layout.paint(painter);
    }).and_then(&encodedPng);
}

QByteArray svgOf(const TimelinePicture &picture)
{
    const PictureLayout layout(picture);
    QBuffer svg;
    QSvgGenerator generator;
    generator.setOutputDevice(&svg);
    generator.setSize(layout.size());
    generator.setViewBox(QRect({}, layout.size()));
    generator.setResolution(96);
    QPainter painter(&generator);
    layout.paint(painter);
    painter.end();
    return svg.data();
}
