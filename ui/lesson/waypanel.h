#pragma once

#include "app/countries/country.h"
#include "app/lesson/threeways.h"
#include "ui/lesson/waytexts.h"
#include "ui/timeline/figures.h"

#include <QHash>
#include <QList>
#include <QWidget>

#include <array>
#include <chrono>
#include <memory>

class FigureValue;
class QBoxLayout;
class QGridLayout;
class QLabel;
class QProgressBar;
class RemarkLabel;
class TimelineView;

/// One way of ThreeWaysWindow: its title, what it does, its timeline and its figures. It has no timer: its
/// owner calls follow(). Lives in the GUI thread.
class WayPanel final : public QWidget
{
    Q_OBJECT

public:
    /// The rows of the timeline have the order of `countries`.
    WayPanel(Way way, const QList<Country> &countries, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(WayPanel)

    /// The time that fills the bar of the elapsed time. The same for all ways, so that their bars compare.
    void setLongest(std::chrono::nanoseconds longest);
    /// The span that the timeline needs, and the one that it shows at least.
    [[nodiscard]] std::chrono::nanoseconds neededSpan() const;
    void setLeastSpan(std::chrono::nanoseconds span);
    /// What the first way has taken, from which the speed-up follows.
    void setFirstTime(std::chrono::nanoseconds elapsed);
    /// Shows that the way has not run.
    void clear();
    /// Shows the requests so far. Call it after the start of the way, then from time to time.
    void follow(RequestLog &log);
    /// Shows what the way took. Call follow() before.
    void end(const WayResult &result);

    /// Puts the timeline at the right of the rest, where that needs less height; else between title and
    /// figures.
    void setWide(bool isWide);

    [[nodiscard]] const Timeline &timeline() const { return *m_timeline; }
    /// The figures as they are shown.
    [[nodiscard]] QString text(Figure figure) const;
    [[nodiscard]] QString text(Cost cost) const;
    [[nodiscard]] const QProgressBar *elapsedBar() const { return m_bar; }
    [[nodiscard]] const TimelineView *view() const { return m_view; }

private:
    // The sum of the single times is left out: the first way has measured it.
    static constexpr std::array shownFigures{Figure::Elapsed, Figure::SpeedUp, Figure::MostInFlight};

    [[nodiscard]] QGridLayout *figuresLayout();
    [[nodiscard]] FigureValue *addFigure(
        QGridLayout &layout, const QString &name, const QString &explanation);
    void showFigures(SteadyTime now);
    void showBar();
    void showSpeedUp();

    std::shared_ptr<Timeline> m_timeline;
    std::chrono::nanoseconds m_elapsed{0};
    std::chrono::nanoseconds m_longest{0};
    std::chrono::nanoseconds m_firstTime{0}; // 0: unknown
    bool m_isComplete = false; // it has run, and was not cancelled
    QLabel *m_title;
    RemarkLabel *m_outcome;
    QProgressBar *m_bar;
    TimelineView *m_view;
    QHash<Figure, FigureValue *> m_figures;
    std::array<FigureValue *, allCosts.size()> m_costs{};
    QBoxLayout *m_layout;
};
