#pragma once

#include "app/measuring/limitmeasurement.h"

#include <QList>
#include <QTimer>
#include <QWidget>

#include <functional>

class Catalogue;
class LabExport;
class LabForm;
class LabResults;
class ProblemText;
class QPushButton;
class RemarkLabel;
class RunningActivity;
class SourceRegistry;

/// What LabWindow measures with.
struct LabContext
{
    const Catalogue &catalogue;
    const SourceRegistry &registry; ///< the sources that are offered
    QString picturesFolder; ///< of the built-in sources; may be empty
    TransferSettings transfer;
    RunningActivity &activity; ///< must outlive the measurements
    std::function<QList<Country>()> ticked = {}; ///< that are ticked in the main window; empty: none can be
};

/// A window that downloads the same flags into memory with several limits of requests in flight, draws time
/// and speed-up against the limit, and says what they show. Saves nothing but what is exported. Closing it
/// cancels the measurement, as does an operation that starts in the main window: each would change the times
/// of the other. Remembers its settings. Lives in the GUI thread, whose event loop sends the
/// requests.
class LabWindow final : public QWidget
{
    Q_OBJECT

public:
    /// The references need not outlive the constructor.
    explicit LabWindow(const LabContext &context, QWidget *parent = nullptr);
    ~LabWindow() override;
    Q_DISABLE_COPY_MOVE(LabWindow)

    /// Reads again which countries are ticked, as Run does. Does nothing while a measurement runs.
    void updateTicked();

    [[nodiscard]] const LimitMeasurement &measurement() const { return m_measurement; }

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *settingsPane();
    [[nodiscard]] QPushButton *newExportButton();
    void connectRun();
    [[nodiscard]] MeasurementRequest request() const;
    void run();
    void showProgress();
    void endRun(const Measurement &measurement);
    [[nodiscard]] QString outcomeOf(const Measurement &measurement) const;
    void onActivityChanged();
    void updateState();
    void previewCharts();
    [[nodiscard]] QString expectation() const;

    RunningActivity &m_activity;
    const std::function<QList<Country>()> m_readTicked;
    const QString m_picturesFolder;
    const TransferSettings m_transfer;
    const QList<Country> m_countries; // the first are the twenty
    QList<Country> m_ticked;
    LabForm *m_form;
    LabResults *m_results;
    RemarkLabel *m_status;
    ProblemText *m_problem;
    QPushButton *m_run;
    QPushButton *m_cancel;
    QPushButton *m_exportButton;
    LabExport *m_export;
    QTimer m_frames; // active while a measurement runs
    bool m_wasInterrupted = false; // by an operation of the main window
    LimitMeasurement m_measurement;
};
