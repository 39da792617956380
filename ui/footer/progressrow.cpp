#include "ui/footer/progressrow.h"

#include "app/downloads/summarytext.h"
#include "ui/accessible/announcement.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/textwidgets.h"

#include <QHBoxLayout>
#include <QProgressBar>

#include <algorithm>

using namespace Qt::StringLiterals;

ProgressRow::ProgressRow(QWidget *parent)
    : QWidget(parent)
    , m_bar(new QProgressBar)
    , m_counts(new CountsLabel)
    , m_elapsed(new CountsLabel)
{
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(CellMetrics::unit);
    m_bar->setMinimumWidth(6 * CellMetrics::unit);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->hide();
    m_elapsed->setMinimumWidth(fontMetrics().horizontalAdvance(u"0000.00 s"_s));
    m_elapsed->hide();

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    layout->addStretch();
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_counts);
    layout->addWidget(m_elapsed);
}

void ProgressRow::showRunning(const BatchProgress &progress, int inFlight)
{
    const bool isPausing = progress.isPaused && inFlight > 0;
    // Otherwise QProgressBar repaints the window at once, in the middle of other changes.
    m_bar->setUpdatesEnabled(false);
    m_bar->setRange(0, std::max(progress.total, 1));
    m_bar->setValue(progress.done());
    m_bar->setUpdatesEnabled(true);
    m_counts->setText(
        isPausing ? tr("Pausing: %n running download(s) finish", nullptr, inFlight) : progressText(progress));
    m_elapsed->setText(progress.isPaused && !isPausing ? tr("Paused") : elapsedText(progress.elapsed));
    m_bar->show();
    m_elapsed->show();
}

void ProgressRow::showFinished(const QString &sentence)
{
    m_counts->setText(sentence);
    announce(*m_counts, m_counts->text());
    m_bar->hide();
    m_elapsed->hide();
}

void ProgressRow::clear()
{
    m_counts->setText({});
    m_bar->hide();
    m_elapsed->hide();
}

void ProgressRow::setAlone(bool alone)
{
    m_counts->setLines(alone ? 1 : 2);
}

QString ProgressRow::text() const
{
    return m_counts->text();
}
