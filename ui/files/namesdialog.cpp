#include "ui/files/namesdialog.h"

#include "ui/files/conflictchoice.h"
#include "ui/files/conversionchoice.h"
#include "ui/files/namepreview.h"
#include "ui/files/templatefield.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/textwidgets.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

NamesDialog::NamesDialog(const FileRules &rules, const NameExamples &examples, QWidget *parent)
    : QDialog(parent)
    , m_examples(examples)
    , m_field(new TemplateField)
    , m_preview(new NamePreview)
    , m_conflict(new ConflictChoice)
    , m_conversion(new ConversionChoice)
    , m_widthProblem(new ProblemText(2))
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
    layout->addLayout(templateRow());
    layout->addWidget(m_preview);
    layout->addWidget(m_conflict);
    layout->addWidget(m_conversion);
    layout->addWidget(m_widthProblem);
    layout->addStretch();
    layout->addWidget(m_buttons);

    connect(m_conversion, &ConversionChoice::changed, this, &NamesDialog::check);
    connect(m_field, &QComboBox::editTextChanged, this, &NamesDialog::readTemplate);
    connect(defaults, &QPushButton::clicked, this, [this] { setRules({}); });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setRules(rules);
    m_field->lineEdit()->selectAll();
}

FileRules NamesDialog::rules() const
{
    return {.nameTemplate = m_template,
        .conflict = m_conflict->policy(),
        .conversion = m_conversion->conversion()};
}

QLayout *NamesDialog::templateRow()
{
    auto *label = new QLabel(tr("&Template"));
    label->setBuddy(m_field);
    auto *menu = new PlaceholderMenu(this);
    auto *insert = new QPushButton(tr("&Insert placeholder"));
    insert->setToolTip(tr("The placeholders for a file name"));
    insert->setAutoDefault(false);
    insert->setMenu(menu);
    insert->setMinimumWidth(insert->sizeHint().width() + 2 * CellMetrics::unit); // for the arrow of the menu
    connect(menu, &PlaceholderMenu::chosen, m_field, &TemplateField::insert);

    auto *row = new QHBoxLayout;
    row->setSpacing(CellMetrics::unit);
    row->addWidget(label);
    row->addWidget(m_field, 1);
    row->addWidget(insert);
    return row;
}

void NamesDialog::setRules(const FileRules &rules)
{
    m_field->setEditText(rules.nameTemplate.text());
    m_conflict->setPolicy(rules.conflict);
    m_conversion->setConversion(rules.conversion);
    readTemplate(m_field->currentText());
}

void NamesDialog::readTemplate(const QString &text)
{
    const auto parsed = NameTemplate::parse(text);
    if (parsed)
        m_template = *parsed;
    else
        m_preview->showProblem(tr("This template cannot be used: %1.").arg(parsed.error()));
    m_isTemplateUsable = parsed.has_value();
    check();
}

void NamesDialog::check()
{
    if (m_isTemplateUsable)
        m_preview->showExamples(m_examples.examplesFor(m_template, m_conversion->conversion()));
    const QString problem = m_conversion->problem();
    m_widthProblem->setText(problem);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(m_isTemplateUsable && problem.isEmpty());
}
