#pragma once

#include "ui/timeline/runhistory.h"
#include "ui/timeline/timelinepicture.h"

#include <QElapsedTimer>
#include <QWidget>

class FiguresPanel;
class QLayout;
class QPushButton;
class QToolButton;
class RunChooser;
class TimelineExplanation;
class TimelineExport;
class TimelineLegend;
class TimelineView;

/// The content of the TimelinePanel: the choice of the run, the timeline with its legend, and the figures.
/// Created when it is first shown.
class TimelinePage final : public QWidget
{
    Q_OBJECT

public:
    /// `history` must outlive the page. `names` has the display names of the countries by code.
    TimelinePage(const RunHistory &history, const QHash<QString, QString> &names, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(TimelinePage)

    /// Shows the run that has begun.
    void showLatest();
    /// The run that has begun is complete. Shows its first rows, unless the user looks at other ones.
    void endLatest(SteadyTime now);
    /// Shows what the history has at this moment. Call it for each frame while a run goes on.
    void refresh(SteadyTime now);

    [[nodiscard]] TimelineView *view() const { return m_view; }
    [[nodiscard]] FiguresPanel *figures() const { return m_figures; }
    [[nodiscard]] RunChooser *runs() const { return m_runs; }
    [[nodiscard]] TimelineExport *exporting() const { return m_export; }
    /// The run that is shown, as a value that does not change with it.
    [[nodiscard]] TimelinePicture picture() const;

Q_SIGNALS:
    void countryActivated(const QString &code);
    void closeRequested();
    // Texts for people.
    void notice(const QString &text);
    void error(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateRuns();
    [[nodiscard]] QWidget *createTools();
    [[nodiscard]] QToolButton *createTool(const QString &text, const QString &name, const QString &toolTip);
    [[nodiscard]] QPushButton *createExportButton();
    [[nodiscard]] QLayout *createBody();
    void showChosen();
    void showFigures(SteadyTime now);
    void explain();
    void updateIcon();

    const RunHistory &m_history;
    const QHash<QString, QString> m_names;
    RunChooser *m_runs;
    QToolButton *m_close = nullptr;
    QPushButton *m_exportButton = nullptr;
    TimelineView *m_view;
    FiguresPanel *m_figures;
    TimelineLegend *m_legend;
    TimelineExport *m_export;
    TimelineExplanation *m_explanation = nullptr; // created when it is first opened
    QElapsedTimer m_sinceFigures;
};
