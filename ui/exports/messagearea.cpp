#include "ui/exports/messagearea.h"

#include "ui/look/textwidgets.h"

#include <QLabel>
#include <QVBoxLayout>

namespace {
constexpr int messageLines = 3;
}

MessageArea::MessageArea(QWidget *parent)
    : QWidget(parent)
    , m_problem(new ProblemText(messageLines))
    , m_notice(wrappingLabel())
{
    m_notice->setFixedHeight(messageLines * fontMetrics().lineSpacing());
    m_notice->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_problem);
    layout->addWidget(m_notice);
}

void MessageArea::showTexts(const QString &notice, const QString &problem)
{
    m_problem->setVisible(!problem.isEmpty()); // before its text is announced
    m_problem->setText(problem);
    m_notice->setText(notice);
    m_notice->setVisible(problem.isEmpty());
}
