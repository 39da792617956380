#include "ui/files/conflictchoice.h"

#include "ui/look/cellmetrics.h"

#include <QCheckBox>
#include <QDir>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

ConflictChoice::ConflictChoice(QWidget *parent)
    : QGroupBox(tr("If a file of that name already exists"), parent)
    , m_ask(new QRadioButton(tr("&Ask each time")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(CellMetrics::unit / 2);
    const auto add = [this, layout](ConflictPolicy policy, const QString &text) {
        auto *button = new QRadioButton(text);
        layout->addWidget(button);
        m_buttons.insert(policy, button);
        connect(button, &QRadioButton::toggled, this, &ConflictChoice::changed);
    };
    layout->addWidget(m_ask);
    connect(m_ask, &QRadioButton::toggled, this, &ConflictChoice::changed);
    add(ConflictPolicy::Overwrite, tr("&Replace it"));
    add(ConflictPolicy::Skip, tr("&Keep it"));
    add(ConflictPolicy::Rename, tr("Keep &both: the new one gets a number after its name"));
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

ConflictQuestion::ConflictQuestion(int there, int total, const QString &folder, QWidget *parent)
    : QMessageBox(parent)
{
    setIcon(QMessageBox::Question);
    setWindowTitle(tr("Flags that already exist"));
    setTextFormat(Qt::PlainText);
    const QString place = QDir::toNativeSeparators(folder);
    setText(total == 1 ? tr("The flag already exists in %1.").arg(place)
                       : tr("%1 of %n flag(s) already exist in %2.", nullptr, total)
                             .arg(QLocale().toString(there), place));
    setInformativeText(tr("Those that you keep are not downloaded again. If you keep both, the new files get "
                          "a number after their names."));
    QPushButton *replace
        = add(tr("&Replace"), tr("Download all, and replace the old files"), ConflictPolicy::Overwrite);
    QPushButton *keep
        = add(tr("&Keep"), tr("Download only the flags that do not exist yet"), ConflictPolicy::Skip);
    // The answer that overwrites no file, unless nothing would be downloaded then.
    setDefaultButton(there < total ? keep : replace);
    add(tr("Keep &both"), tr("Download all, and keep the old files unchanged"), ConflictPolicy::Rename);
    addButton(QMessageBox::Cancel);
    auto *remember = new QCheckBox(tr("Re&member my choice"));
    remember->setToolTip(tr("Do not ask again. File > File names and formats can change it."));
    setCheckBox(remember);
}

QPushButton *ConflictQuestion::add(const QString &text, const QString &toolTip, ConflictPolicy policy)
{
    QPushButton *button = addButton(text, QMessageBox::AcceptRole);
    button->setToolTip(toolTip);
    connect(button, &QPushButton::clicked, this,
        [this, policy] { Q_EMIT decided(policy, checkBox()->isChecked()); });
    return button;
}
