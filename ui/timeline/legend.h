#pragma once

#include "ui/timeline/feature.h"
#include "ui/timeline/phase.h"

#include <QRect>
#include <QWidget>

#include <variant>

class QFontMetrics;
class Timeline;

/// An entry of the legend: how something looks, and its name.
struct LegendEntry
{
    std::variant<Phase, Mark, Feature> what;
    QRect place = {};

    friend bool operator==(const LegendEntry &, const LegendEntry &) = default;

    [[nodiscard]] QString name() const;
    [[nodiscard]] QString explanation() const;
};

/// All phases and marks, and those features without a caption that a timeline has.
[[nodiscard]] QList<LegendEntry> legendOf(const Timeline &timeline, bool isCompared);

/// The entries side by side, in as many lines as the width needs, and these about equally long.
[[nodiscard]] QList<LegendEntry> placedLegend(
    QList<LegendEntry> entries, const QFontMetrics &font, int width, bool isMirrored);
[[nodiscard]] int heightOfLegend(const QList<LegendEntry> &entries);
void paintLegend(
    QPainter &painter, const QList<LegendEntry> &entries, const QPalette &palette, bool isMirrored);
/// The swatch alone.
void paintSwatch(QPainter &painter, const QRect &place, const LegendEntry &entry, const QPalette &palette);

/// The legend below a timeline. Each entry has a tooltip. Owned by TimelinePage or ThreeWaysWindow.
class TimelineLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineLegend(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(TimelineLegend)

    /// Without their places.
    void setEntries(const QList<LegendEntry> &entries);
    [[nodiscard]] const QList<LegendEntry> &entries() const { return m_entries; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QList<LegendEntry> m_entries; // without places
    QList<LegendEntry> m_placed;
};
