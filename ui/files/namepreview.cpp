#include "ui/files/namepreview.h"

#include "ui/look/cellmetrics.h"
#include "ui/look/elidedlabel.h"
#include "ui/look/stateappearance.h"
#include "ui/look/stateicons.h"
#include "ui/look/svgicon.h"

#include <QDir>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

NamePreview::NamePreview(QWidget *parent)
    : QStackedWidget(parent)
    , m_examples(new QWidget)
    , m_grid(new QGridLayout(m_examples))
    , m_icon(new QLabel)
    , m_problem(new QLabel)
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(2 * CellMetrics::unit);
    m_grid->setVerticalSpacing(CellMetrics::unit / 2);
    m_grid->setColumnStretch(1, 1);
    addWidget(m_examples);
    addWidget(problemPage());
    updateColours();
}

void NamePreview::showExamples(const QList<NameExample> &examples)
{
    while (m_rows.size() < examples.size())
        addRow();
    for (qsizetype i = 0; i < examples.size(); ++i) {
        const QString path = QDir::toNativeSeparators(examples[i].path);
        m_rows[i].country->setText(examples[i].country);
        m_rows[i].path->setText(path);
        m_rows[i].path->setToolTip(path);
    }
    setCurrentIndex(0);
}

void NamePreview::showProblem(const QString &text)
{
    m_problem->setText(text);
    setCurrentIndex(1);
}

void NamePreview::changeEvent(QEvent *event)
{
    QStackedWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColours();
}

QWidget *NamePreview::problemPage()
{
    constexpr int mostLines = 4;
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_problem->setMinimumHeight(mostLines * fontMetrics().lineSpacing());
    m_icon->setAlignment(Qt::AlignTop);

    auto *page = new QWidget;
    auto *layout = new QHBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    layout->addWidget(m_icon);
    layout->addWidget(m_problem, 1);
    return page;
}

void NamePreview::addRow()
{
    const Row row{.country = new QLabel, .path = new ElidedLabel(Qt::ElideMiddle)};
    row.country->setTextFormat(Qt::PlainText);
    row.path->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const int line = int(m_rows.size());
    m_grid->addWidget(row.country, line, 0);
    m_grid->addWidget(row.path, line, 1);
    m_rows.append(row);
    m_grid->setRowStretch(line, 0);
    m_grid->setRowStretch(line + 1, 1); // whatever room is left stands below
    updateColours();
}

// The countries are read second; the paths are what matters.
void NamePreview::updateColours()
{
    for (const Row &row : std::as_const(m_rows)) {
        QPalette muted;
        muted.setColor(QPalette::WindowText, mutedText(palette()));
        row.country->setPalette(muted);
    }
    m_icon->setPixmap(svgPixmap(
        u"failed"_s, StateIcons::side, stateColour(FlagState::Failed, palette()), devicePixelRatioF()));
}
