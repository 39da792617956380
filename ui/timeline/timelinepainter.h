#pragma once

#include "ui/look/cellmetrics.h"
#include "ui/timeline/inflightgraph.h"
#include "ui/timeline/markimages.h"
#include "ui/timeline/timelinelayout.h"

#include <QFont>
#include <QHash>
#include <QPalette>
#include <QString>

#include <array>
#include <optional>
#include <utility>

class QPainter;

/// What is drawn, besides the layout.
struct TimelineScene
{
    const Timeline &timeline;
    SteadyTime now;
    InFlightLine inFlight;
    const InFlightLine *compared = nullptr;
    std::optional<int> currentRow = {};
    bool isFocused = false;
    std::optional<int> hoveredBlock = {};
};

/// Draws the visible part of a timeline: on the screen, into a picture, or into an SVG file. Keeps the laid
/// out texts between two calls. It uses no widget and no QPixmap, so a thread of a pool can draw with an own
/// one.
class TimelinePainter final
{
public:
    /// `names` has the display names of the countries by their code.
    void setNames(const QHash<QString, QString> &names);
    /// Copies images of the marks for a screen of this ratio, which is faster than to draw them.
    void useImages(qreal pixelRatio) { m_pixelRatio = pixelRatio; }
    void setLook(const QPalette &palette, const QFont &font);

    /// Returns how many rows it has drawn.
    int paint(QPainter &painter, const TimelineLayout &layout, const TimelineScene &scene);

    /// Paints a text in the place of a timeline.
    void paintEmpty(QPainter &painter, const QRect &area, const QString &text) const;

    /// "Brazil" for "BR", or what a request without a country is called.
    [[nodiscard]] QString nameOfBlock(const QString &code) const;

private:
    void paintBands(QPainter &painter, const TimelineLayout &layout, const TimelineScene &scene);
    void paintGrid(QPainter &painter, const TimelineLayout &layout);
    void paintNames(QPainter &painter, const TimelineLayout &layout);
    void paintName(QPainter &painter, const QRect &place, const QString &code, bool isMirrored);
    int paintRows(QPainter &painter, const TimelineLayout &layout, const TimelineScene &scene);
    void paintRow(QPainter &painter, const TimelineLayout &layout, const TimelineScene &scene, int row);
    void paintMarks(QPainter &painter, const TimelineLayout &layout, const TimelineScene &scene, int row);
    void paintSpans(QPainter &painter, const TimelineLayout &layout, const TimelineScene &scene,
        const QList<PhaseSpan> &spans, const QRect &place, int height);
    void paintCurrent(QPainter &painter, const TimelineLayout &layout, const TimelineScene &scene);
    void paintCaption(QPainter &painter, const QRect &place, const QString &text, bool isMirrored);
    [[nodiscard]] const QString &elided(const QString &text, int width);

    QHash<QString, QString> m_names;
    QPalette m_palette;
    QFont m_font;
    QColor m_muted; // mutedText(), which searches for its contrast
    std::array<QColor, allPhases.size()> m_colours;
    TextCache m_texts;
    MarkImages m_markImages;
    qreal m_pixelRatio = 0; // 0: no images
    QHash<std::pair<QString, int>, QString> m_elided; // by text and width
};
