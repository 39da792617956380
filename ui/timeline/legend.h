#pragma once

#include "ui/timeline/phase.h"

#include <QRect>
#include <QWidget>

#include <variant>

class QFontMetrics;

/// An entry of the legend: how a phase or a mark looks, and its name.
struct LegendEntry
{
    std::variant<Phase, Mark> what;
    QRect place = {};

    [[nodiscard]] QString name() const;
    [[nodiscard]] QString explanation() const;
};

/// All entries, side by side, in as many lines as the width needs.
[[nodiscard]] QList<LegendEntry> placedLegend(const QFontMetrics &font, int width, bool isMirrored);
[[nodiscard]] int heightOfLegend(const QList<LegendEntry> &entries);
void paintLegend(
    QPainter &painter, const QList<LegendEntry> &entries, const QPalette &palette, bool isMirrored);
/// The swatch alone.
void paintSwatch(QPainter &painter, const QRect &place, const LegendEntry &entry, const QPalette &palette);

/// The legend below the timeline. Each entry has a tooltip of one sentence. Owned by TimelinePage.
class TimelineLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineLegend(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(TimelineLegend)

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QList<LegendEntry> m_entries;
};
