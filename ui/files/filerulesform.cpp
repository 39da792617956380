#include "ui/files/filerulesform.h"

#include "ui/files/conflictchoice.h"
#include "ui/files/conversionchoice.h"
#include "ui/files/templatefield.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/textwidgets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

FileRulesForm::FileRulesForm(const NameExamples &examples)
    : m_examples(examples)
    , m_field(new TemplateField)
    , m_preview(new NamePreview)
    , m_conflict(new ConflictChoice)
    , m_conversion(new ConversionChoice)
    , m_widthProblem(new ProblemText(2))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * CellMetrics::unit);
    layout->addLayout(templateRow());
    layout->addWidget(m_preview);
    layout->addWidget(m_conflict);
    layout->addWidget(m_conversion);
    layout->addWidget(m_widthProblem);

    connect(m_conflict, &ConflictChoice::changed, this, &FileRulesForm::changed);
    connect(m_conversion, &ConversionChoice::changed, this, &FileRulesForm::check);
    connect(m_field, &QComboBox::editTextChanged, this, &FileRulesForm::readTemplate);
    setRules({});
}

void FileRulesForm::setRules(const FileRules &rules)
{
    m_field->setEditText(rules.nameTemplate.text());
    m_conflict->setPolicy(rules.conflict);
    m_conversion->setConversion(rules.conversion);
    readTemplate(m_field->currentText());
}

FileRules FileRulesForm::rules() const
{
    return {.nameTemplate = m_template,
        .conflict = m_conflict->policy(),
        .conversion = m_conversion->conversion()};
}

bool FileRulesForm::isValid() const
{
    return m_isTemplateUsable && m_conversion->problem().isEmpty();
}

QLineEdit *FileRulesForm::nameField() const
{
    return m_field->lineEdit();
}

QLayout *FileRulesForm::templateRow()
{
    auto *label = new QLabel(tr("&Template"));
    label->setBuddy(m_field);
    // Qt draws an underlined "T" without kerning, so the text is wider than its size hint.
    label->setContentsMargins(0, 0, CellMetrics::unit / 2, 0);
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

void FileRulesForm::readTemplate(const QString &text)
{
    const auto parsed = NameTemplate::parse(text);
    if (parsed)
        m_template = *parsed;
    else
        m_preview->showProblem(tr("This template cannot be used: %1.").arg(parsed.error()));
    m_isTemplateUsable = parsed.has_value();
    check();
}

void FileRulesForm::check()
{
    if (m_isTemplateUsable)
        m_preview->showExamples(m_examples.examplesFor(m_template, m_conversion->conversion()));
    m_widthProblem->setText(m_conversion->problem());
    Q_EMIT changed();
}
