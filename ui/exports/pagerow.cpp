#include "ui/exports/pagerow.h"

#include "app/exports/exportpreview.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/stepbutton.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

PageRow::PageRow(QWidget *parent)
    : QWidget(parent)
    , m_previous(stepButton(StepDirection::Back,
          {.text = {}, .toolTip = tr("Previous page"), .key = QKeySequence(Qt::Key_PageUp)}))
    , m_text(new QLabel)
    , m_next(stepButton(StepDirection::Forward,
          {.text = {}, .toolTip = tr("Next page"), .key = QKeySequence(Qt::Key_PageDown)}))
{
    m_text->setAlignment(Qt::AlignCenter);
    setFixedHeight(
        m_previous->sizeHint().height()); // also without buttons, so that the preview keeps its size
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    layout->addStretch();
    layout->addWidget(m_previous);
    layout->addWidget(m_text);
    layout->addWidget(m_next);
    layout->addStretch();
    connect(m_previous, &QToolButton::clicked, this, [this] { Q_EMIT pageChosen(m_page - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { Q_EMIT pageChosen(m_page + 1); });
    showPreview({}, 0);
}

void PageRow::showPreview(const ExportPreview &preview, int flags)
{
    m_page = preview.page;
    const bool hasPages = flags > 0 && preview.pages > 1;
    m_previous->setVisible(hasPages);
    m_next->setVisible(hasPages);
    const bool hasPrevious = m_page > 0;
    const bool hasNext = m_page + 1 < preview.pages;
    // The focus would leave the row with the button that gets disabled.
    if (!hasNext && hasPrevious && m_next->hasFocus())
        m_previous->setFocus();
    else if (!hasPrevious && hasNext && m_previous->hasFocus())
        m_next->setFocus();
    m_previous->setEnabled(hasPrevious);
    m_next->setEnabled(hasNext);
    const QLocale locale;
    m_text->setText(flags == 0 ? QString()
            : hasPages         ? tr("Page %1 of %2, %n flag(s)", nullptr, flags)
                             .arg(locale.toString(m_page + 1), locale.toString(preview.pages))
                       : tr("%n flag(s)", nullptr, flags));
}

QString PageRow::text() const
{
    return m_text->text();
}
