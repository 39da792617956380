#include "ui/files/namesdialog.h"

#include "ui/files/filerulesform.h"
#include "ui/look/cellmetrics.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

NamesDialog::NamesDialog(const FileRules &rules, const NameExamples &examples, QWidget *parent)
    : QDialog(parent)
    , m_form(new FileRulesForm(examples))
    , m_buttons(new QDialogButtonBox(
          QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults))
{
    setWindowTitle(tr("File names and formats"));
    QPushButton *defaults = m_buttons->button(QDialogButtonBox::RestoreDefaults);
    defaults->setText(tr("Restore &defaults"));
    defaults->setToolTip(tr("Name files %1, ask about files that already exist, and convert nothing")
                             .arg(NameTemplate().text()));

    constexpr int preferredWidth = 70 * CellMetrics::unit;
    constexpr int margin = 2 * CellMetrics::unit;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(margin);
    layout->addStrut(preferredWidth - 2 * margin); // a fixed minimum would cut a larger font off
    layout->addWidget(m_form);
    layout->addStretch();
    layout->addWidget(m_buttons);

    connect(m_form, &FileRulesForm::changed, this, &NamesDialog::check);
    connect(defaults, &QPushButton::clicked, this, [this] { m_form->setRules({}); });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_form->setRules(rules);
    m_form->nameField()->selectAll();
}

FileRules NamesDialog::rules() const
{
    return m_form->rules();
}

void NamesDialog::check()
{
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(m_form->isValid());
}
