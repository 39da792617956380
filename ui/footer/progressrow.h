#pragma once

#include "app/downloads/flagresult.h"

#include <QWidget>

class CountsLabel;
class QProgressBar;

/// The progress of the batch: a bar, the counts and the elapsed time or "Paused", and one sentence at the
/// end. A pause begins when the running downloads have finished. Its height is constant, so that nothing
/// moves when a batch starts. Owned by FooterBar.
class ProgressRow final : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressRow(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ProgressRow)

    /// `inFlight` downloads run, also during a pause.
    void showRunning(const BatchProgress &progress, int inFlight);
    /// `sentence` is for people.
    void showFinished(const QString &sentence);
    void clear();

    /// Reserves one line for the text if the row has no neighbour, otherwise two.
    void setAlone(bool alone);

    /// The counts, or the sentence at the end.
    [[nodiscard]] QString text() const;

private:
    QProgressBar *m_bar;
    CountsLabel *m_counts;
    CountsLabel *m_elapsed;
};
