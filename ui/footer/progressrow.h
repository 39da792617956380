#pragma once

#include "app/downloads/batchprogress.h"

#include <QWidget>

class CountsLabel;
class QLabel;
class QProgressBar;

/// How far the batch is: a bar, the counts and the time or "Paused" while it runs, and one plain sentence at
/// its end.
/// Takes its room from the beginning, so that nothing moves when a batch starts.
class ProgressRow final : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressRow(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ProgressRow)

    void showRunning(const BatchProgress &progress);
    void showFinished(const BatchProgress &progress);
    void clear();

    /// On a row of its own, all of the text fits one line; beside something else it may need two.
    void setAlone(bool alone);

    /// The counts, or the sentence.
    [[nodiscard]] QString text() const;

private:
    QProgressBar *m_bar;
    CountsLabel *m_counts;
    QLabel *m_elapsed;
};
