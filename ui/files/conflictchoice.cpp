#include "ui/files/conflictchoice.h"

#include "ui/look/cellmetrics.h"

#include <QRadioButton>
#include <QVBoxLayout>

ConflictChoice::ConflictChoice(QWidget *parent)
    : QGroupBox(tr("If a file of that name is there already"), parent)
    , m_ask(new QRadioButton(tr("&Ask each time")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(CellMetrics::unit / 2);
    const auto add = [this, layout](ConflictPolicy policy, const QString &text) {
        auto *button = new QRadioButton(text);
        layout->addWidget(button);
        m_buttons.insert(policy, button);
    };
    layout->addWidget(m_ask);
    add(ConflictPolicy::Overwrite, tr("&Replace it"));
    add(ConflictPolicy::Skip, tr("&Keep it"));
    add(ConflictPolicy::Rename, tr("Keep &both: the new one gets a number behind its name"));
    setPolicy({});
}

void ConflictChoice::setPolicy(const std::optional<ConflictPolicy> &policy)
{
    (policy ? m_buttons.value(*policy) : m_ask)->setChecked(true);
}

std::optional<ConflictPolicy> ConflictChoice::policy() const
{
    for (auto button = m_buttons.cbegin(); button != m_buttons.cend(); ++button) {
        if (button.value()->isChecked())
            return button.key();
    }
    return {};
}
