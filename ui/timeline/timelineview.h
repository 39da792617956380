#pragma once

#include "ui/timeline/timelinegestures.h"
#include "ui/timeline/timelinepainter.h"

#include <QAbstractScrollArea>

#include <memory>
#include <optional>

/// Shows the requests of a run along a time axis. The wheel scrolls, Ctrl and the wheel, +, - and 0 zoom in
/// time, dragging moves, the arrow keys move the current request. While the run lasts, the view follows its
/// end until the user scrolls. It has no timer: its owner calls refresh(). Lives in the GUI thread.
class TimelineView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TimelineView(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(TimelineView)

    /// `names` has the display names of the countries by their code.
    void setNames(const QHash<QString, QString> &names) { m_painter.setNames(names); }
    /// What the view shows without a timeline.
    void setEmptyText(const QString &text);
    /// Null: nothing to show. A run that grows is the same object; call refresh() after each change.
    void setTimeline(std::shared_ptr<const Timeline> timeline, SteadyTime now);
    /// The number in flight of another run is drawn with that of this one, and the whole run means the longer
    /// of both. Null: none.
    void setCompared(std::shared_ptr<const Timeline> timeline);
    /// As TimelineLayout::setOrder(), for later timelines.
    void setOrder(const QStringList &codes) { m_order = codes; }
    /// As TimeScale::setLeastSpan(), also for later timelines.
    void setLeastSpan(Timeline::Duration span);
    /// Shows the timeline as it is at this moment.
    void refresh(SteadyTime now);

    [[nodiscard]] const TimelineLayout &layoutOfRows() const { return m_layout; }
    [[nodiscard]] std::optional<int> currentRow() const { return m_current; }
    void setCurrentRow(int row);
    /// Shows the first rows, unless the user has scrolled.
    void showFirstRows();

    // In time. The middle of the visible part stays at its place.
    void zoomIn() { zoomBy(TimelineGestures::zoomStep, m_layout.time().width() / 2); }
    void zoomOut() { zoomBy(1 / TimelineGestures::zoomStep, m_layout.time().width() / 2); }
    void fit();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A click or Return on a request of this country.
    void countryActivated(const QString &code);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void applyLook();
    void showTime();
    void updateScrollBars();
    void zoomBy(double factor, double x);
    void moveBy(const QPoint &distance);
    void hover(const QPoint &point);
    void click(const QPoint &point);
    void activateCurrent();
    void announceCurrent();
    void moveCurrent(TimelineGestures::Step step);
    void updateLayout();
    [[nodiscard]] TimelineScene scene() const;

    std::shared_ptr<const Timeline> m_timeline;
    std::shared_ptr<const Timeline> m_comparedTimeline;
    std::optional<InFlightLine> m_compared;
    InFlightLine m_inFlight;
    SteadyTime m_now;
    QString m_emptyText;
    QStringList m_order;
    Timeline::Duration m_leastSpan{0};
    TimelineLayout m_layout;
    TimelinePainter m_painter;
    std::optional<int> m_current;
    std::optional<int> m_hoveredBlock;
    bool m_followsRows = true;
    bool m_isArranging = false; // the scroll bars change because of the layout
};
