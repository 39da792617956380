#pragma once

#include "app/lesson/threeways.h"
#include "ui/lesson/waypanel.h"

#include <QTimer>
#include <QWidget>

#include <array>

class Catalogue;
class QBoxLayout;
class QCheckBox;
class QLabel;
class QPushButton;
class RemarkLabel;
class RunningActivity;
class WayFields;

/// A window that downloads the same flags in three ways, one after another, and shows the timelines and
/// figures side by side; in a narrow window, one below the other. Measures only while nothing else runs, and
/// an operation that starts cancels it, because the figures are those of the whole process. Nothing is saved.
/// Closing it cancels the run. Lives in the GUI thread, whose event loop the first and the third way use.
class ThreeWaysWindow final : public QWidget
{
    Q_OBJECT

public:
    /// `slow` is the built-in source with delays, and `pictures` the folder of its pictures, which may be
    /// empty. `activity` must outlive the runs.
    ThreeWaysWindow(const Catalogue &catalogue, const Source &slow, const QString &pictures,
        RunningActivity &activity, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ThreeWaysWindow)

    [[nodiscard]] const ThreeWays &ways() const { return m_ways; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QLayout *fieldsLayout();
    [[nodiscard]] QWidget *panelArea();
    [[nodiscard]] QLayout *footLayout();
    void addKeys();
    void arrange(bool isNarrow);
    void connectRun();
    void run();
    void beginWay(Way way);
    void endWay(const WayResult &result);
    void endRun();
    void followWay();
    void applyScale();
    void onActivityChanged();
    void updateState();
    [[nodiscard]] QString expectation() const;
    [[nodiscard]] LessonRequest request() const;
    [[nodiscard]] WayPanel *panelOf(Way way) const { return m_panels[static_cast<std::size_t>(way)]; }

    RunningActivity &m_activity;
    const QList<Country> m_countries; // the first are the twenty
    const Source m_slow;
    const QString m_pictures;
    WayFields *m_fields;
    QPushButton *m_run;
    QPushButton *m_cancel;
    QCheckBox *m_sameScale;
    RemarkLabel *m_expected;
    QLabel *m_conclusion;
    std::array<WayPanel *, allWays.size()> m_panels{};
    QBoxLayout *m_columns = nullptr;
    QList<WayResult> m_results; // of the ways that have ended
    Way m_current = Way::OneAtATime;
    QTimer m_frames; // active while a way runs
    bool m_wasInterrupted = false; // by an operation of the main window
    ThreeWays m_ways; // last, because its destructor ends the threads
};
