#include "ui/timeline/runchooser.h"

#include "ui/look/cellmetrics.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

namespace {

constexpr int shortest = 8; // characters; the list shows the whole texts

/// Its list is as wide as the texts, also if the box is narrower.
class RunBox final : public QComboBox
{
public:
    void showPopup() override
    {
        view()->setMinimumWidth(view()->sizeHintForColumn(0) + 2 * CellMetrics::unit);
        QComboBox::showPopup();
    }
};

QComboBox *createBox(const QString &toolTip)
{
    auto *box = new RunBox;
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(shortest);
    box->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    box->setToolTip(toolTip);
    return box;
}

void addRun(QComboBox *box, const TimelineRun &run)
{
    box->addItem(run.text, run.id);
    box->setItemData(box->count() - 1, run.text, Qt::ToolTipRole);
}

void chooseId(QComboBox *box, int id)
{
    box->setCurrentIndex(std::max(0, box->findData(id)));
}

} // namespace

RunChooser::RunChooser(QWidget *parent)
    : QWidget(parent)
    , m_shown(createBox(tr("The run that the timeline shows: the last ten since the start")))
    , m_compared(createBox(tr("Another run, whose figures and number in flight are shown beside it")))
{
    auto *shown = new QLabel(tr("Ru&n"));
    shown->setBuddy(m_shown);
    auto *compared = new QLabel(tr("Co&mpare with"));
    compared->setBuddy(m_compared);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    layout->addWidget(shown);
    layout->addWidget(m_shown, 3);
    layout->addWidget(compared);
    layout->addWidget(m_compared, 2);
    connect(m_shown, &QComboBox::currentIndexChanged, this, [this] {
        fillCompared();
        Q_EMIT changed();
    });
    connect(m_compared, &QComboBox::currentIndexChanged, this, &RunChooser::changed);
    setRuns({});
}

void RunChooser::setRuns(const QList<TimelineRun> &runs, std::optional<int> chosen)
{
    m_runs = runs;
    const int id = chosen.value_or(shown());
    {
        const QSignalBlocker quiet(m_shown);
        m_shown->clear();
        for (const TimelineRun &run : runs)
            addRun(m_shown, run);
        chooseId(m_shown, id);
        m_shown->setEnabled(!runs.isEmpty());
    }
    fillCompared();
}

int RunChooser::shown() const
{
    return m_shown->currentData().toInt();
}

int RunChooser::compared() const
{
    return m_compared->currentData().toInt();
}

// All runs but the one that is shown.
void RunChooser::fillCompared()
{
    const int id = compared();
    const QSignalBlocker quiet(m_compared);
    m_compared->clear();
    m_compared->addItem(tr("nothing", "to compare with"), 0);
    for (const TimelineRun &run : m_runs) {
        if (run.id != shown())
            addRun(m_compared, run);
    }
    chooseId(m_compared, id);
    m_compared->setEnabled(m_compared->count() > 1);
}
