#include "ui/grid/emptysearchnotice.h"

#include "ui/look/cellmetrics.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

EmptySearchNotice::EmptySearchNotice(QWidget *covered)
    : QWidget(covered)
    , m_text(new QLabel)
{
    auto *clear = new QPushButton(tr("Clear search"));
    clear->setToolTip(tr("Shows every country again (Esc)"));
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setForegroundRole(QPalette::Text);
    QFont larger = font();
    larger.setPointSizeF(larger.pointSizeF() * 1.2);
    m_text->setFont(larger);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * CellMetrics::unit, 0, 4 * CellMetrics::unit, 0);
    layout->setSpacing(2 * CellMetrics::unit);
    layout->addStretch(2);
    layout->addWidget(m_text);
    layout->addWidget(clear, 0, Qt::AlignHCenter);
    layout->addStretch(3);

    connect(clear, &QPushButton::clicked, this, &EmptySearchNotice::clearRequested);
    covered->installEventFilter(this);
    resize(covered->size());
    hide();
}

void EmptySearchNotice::setSearch(const QString &search)
{
    m_text->setText(tr("No country matches “%1”.").arg(search.trimmed()));
}

bool EmptySearchNotice::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        resize(parentWidget()->size());
    return QWidget::eventFilter(watched, event);
}
