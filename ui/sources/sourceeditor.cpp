#include "ui/sources/sourceeditor.h"

#include "app/sources/sourceentry.h"
#include "app/sources/sourceid.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/wheelguard.h"
#include "ui/sources/fieldrow.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int linesOfAddress = 3; // what the longest problem of an address takes in a narrow dialog

/// The origin of a source's names of countries.
enum Naming {
    NoNames,
    PerCountry,
    OneFile,
};

/// Sets a key, or removes it if the text is empty.
void put(QJsonObject &entry, const QString &key, const QString &text)
{
    if (text.isEmpty())
        entry.remove(key);
    else
        entry.insert(key, text);
}

void put(QJsonObject &entry, const QString &key, int number, int usual)
{
    if (number == usual)
        entry.remove(key);
    else
        entry.insert(key, number);
}

} // namespace

SourceEditor::SourceEditor(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_naming(new QComboBox)
    , m_limit(new QSpinBox)
    , m_pause(new QSpinBox)
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(CellMetrics::unit / 2);
    m_form->setHorizontalSpacing(CellMetrics::unit);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addFields();
    for (const FieldRow *row : rows())
        connect(row, &FieldRow::textChanged, this, &SourceEditor::validate);
    connect(m_title, &FieldRow::edited, this, &SourceEditor::proposeId);
    connect(m_id, &FieldRow::edited, this, &SourceEditor::onIdEdited);
    connect(m_naming, &QComboBox::currentIndexChanged, this, &SourceEditor::updateNamesFields);
    connect(m_naming, &QComboBox::currentIndexChanged, this, &SourceEditor::validate);
    connect(m_limit, &QSpinBox::valueChanged, this, &SourceEditor::validate);
    connect(m_pause, &QSpinBox::valueChanged, this, &SourceEditor::validate);
    keepWheelForScrolling(*this);
    setFocusProxy(m_title);
    edit({});
}

void SourceEditor::addFields()
{
    m_title = addField(tr("&Name:"), tr("The name in the list of sources"), 1);
    m_id = addField(tr("&Id:"), tr("A short word for the command line"), 1);
    m_image = addField(tr("&Picture address:"),
        tr("With {cc}, {CC}, {iso3}, {ISO3} or {num} where the country's code belongs, as in "
           "https://flags.example/{cc}.svg"),
        linesOfAddress);
    m_naming->addItem(tr("From this program"), NoNames);
    m_naming->addItem(tr("A JSON file for each country"), PerCountry);
    m_naming->addItem(tr("One JSON file for all countries"), OneFile);
    m_naming->setAccessibleName(tr("Country names"));
    m_choice = new ChoiceRow(m_naming);
    addBox(tr("Country na&mes:"), m_choice, m_naming, tr("Where the names of the countries come from"));
    m_names = addField(tr("Names a&ddress:"),
        tr("The address of that file; with {cc} if there is one for each country"), linesOfAddress);
    m_namePath = addField(tr("Pat&h of the name:"),
        tr("Where the name is in that file, with dots between the steps, as in name.common"));
    m_codePath = addField(tr("Path of the c&ode:"),
        tr("Where the two-letter code is in that file; empty if the names are listed by their codes"));
    m_licence = addField(tr("&Licence:"), tr("The licence of the flags"));
    m_limit->setRange(1, 1000);
    m_pause->setRange(0, 60'000);
    m_pause->setSuffix(tr(" ms"));
    addBox(tr("&Requests at once:"), m_limit, m_limit, tr("How many requests this source accepts at once"));
    addBox(tr("Pa&use between requests:"), m_pause, m_pause,
        tr("The minimum time between the starts of two requests"));
}

FieldRow *SourceEditor::addField(const QString &label, const QString &hint, int hintLines)
{
    auto *row = new FieldRow(label, hint, hintLines);
    m_form->addRow(row->labelWidget(), row);
    return row;
}

void SourceEditor::addBox(const QString &text, QWidget *row, QWidget *field, const QString &toolTip)
{
    field->setToolTip(toolTip);
    field->setAccessibleDescription(toolTip);
    auto *label = new QLabel(text);
    label->setBuddy(field);
    m_form->addRow(label, row);
}

void SourceEditor::edit(const EditedSource &source)
{
    const QScopedValueRollback showing(m_isShowing, true);
    m_edited = source;
    for (FieldRow *row : rows())
        row->hideProblem();
    showEntry(source.saved);
    m_initial = entry();
    m_followsName = source.isNew && source.draft && source.draft->followsName;
    if (source.draft)
        showEntry(source.draft->entry);
    setReadOnly(source.isReadOnly);
    updateNamesFields();
    validate();
}

void SourceEditor::showEntry(const QJsonObject &entry)
{
    m_shown = entry;
    const bool isPerCountry = entry.contains("metadata"_L1);
    const auto text = [&entry](QLatin1StringView key) { return entry.value(key).toString(); };
    m_title->setText(text("title"_L1));
    m_id->setText(text("id"_L1));
    m_image->setText(entry.contains("embedded"_L1) ? QString() : text("image"_L1));
    m_image->line()->setPlaceholderText(entry.contains("embedded"_L1) ? tr("Pictures of this program")
            : entry.contains("images"_L1) ? tr("Several kinds; they can be changed in the file")
                                          : u"https://flags.example/{cc}.svg"_s);
    m_naming->setCurrentIndex(isPerCountry ? PerCountry : entry.contains("names"_L1) ? OneFile : NoNames);
    m_names->setText(text(isPerCountry ? "metadata"_L1 : "names"_L1));
    m_namePath->setText(text(isPerCountry ? "metadataName"_L1 : "namesName"_L1));
    m_codePath->setText(text("namesCode"_L1));
    m_licence->setText(text("licence"_L1));
    m_limit->setValue(entry.value("limit"_L1).toInt(Source().limit));
    m_pause->setValue(entry.value("pause"_L1).toInt());
}

void SourceEditor::setReadOnly(bool readOnly)
{
    const bool isEmbedded = m_shown.contains("embedded"_L1);
    for (FieldRow *row : {m_title, m_id, m_licence})
        row->setReadOnly(readOnly);
    m_image->setReadOnly(readOnly || isEmbedded || m_shown.contains("images"_L1));
    for (FieldRow *row : {m_names, m_namePath, m_codePath})
        row->setReadOnly(readOnly || isEmbedded);
    m_choice->setReadOnly(readOnly || isEmbedded);
    showReadOnly(m_limit, readOnly);
    showReadOnly(m_pause, readOnly);
}

QJsonObject SourceEditor::entry() const
{
    QJsonObject entry = m_shown;
    put(entry, u"title"_s, m_title->text());
    put(entry, u"id"_s, m_id->text());
    put(entry, u"licence"_s, m_licence->text());
    put(entry, u"limit"_s, m_limit->value(), Source().limit);
    put(entry, u"pause"_s, m_pause->value(), 0);
    if (entry.contains("embedded"_L1))
        return entry;
    if (!entry.contains("images"_L1))
        put(entry, u"image"_s, m_image->text());
    for (const QString &key : {u"metadata"_s, u"metadataName"_s, u"names"_s, u"namesName"_s, u"namesCode"_s})
        entry.remove(key);
    if (m_naming->currentIndex() == PerCountry) {
        entry.insert(u"metadata"_s, m_names->text());
        put(entry, u"metadataName"_s, m_namePath->text());
    } else if (m_naming->currentIndex() == OneFile) {
        entry.insert(u"names"_s, m_names->text());
        put(entry, u"namesName"_s, m_namePath->text());
        put(entry, u"namesCode"_s, m_codePath->text());
    }
    return entry;
}

bool SourceEditor::isModified() const
{
    return entry() != m_initial;
}

SourceDraft SourceEditor::draft() const
{
    return {.entry = entry(), .followsName = m_followsName};
}

bool SourceEditor::showProblems()
{
    FieldRow *first = nullptr;
    for (FieldRow *row : rows()) {
        row->showProblem();
        if (first == nullptr && row->hasProblem())
            first = row;
    }
    if (first == nullptr)
        return false;
    first->setFocus();
    first->line()->selectAll();
    return true;
}

void SourceEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        setReadOnly(m_edited.isReadOnly);
    }
}

// The fields that are not used stay where they are, so that the others do not move.
void SourceEditor::updateNamesFields()
{
    const int naming = m_naming->currentIndex();
    m_names->setUsed(naming != NoNames);
    m_namePath->setUsed(naming != NoNames);
    m_codePath->setUsed(naming == OneFile);
    m_namePath->line()->setPlaceholderText(naming == PerCountry ? Source().metadataName : QString());
}

void SourceEditor::proposeId()
{
    if (m_followsName)
        m_id->setText(sourceIdOfName(m_title->text(), m_edited.taken + m_edited.known));
}

// An emptied id follows the name again.
void SourceEditor::onIdEdited()
{
    m_followsName = m_edited.isNew && m_id->text().isEmpty();
}

void SourceEditor::validate()
{
    const QJsonObject current = entry();
    const auto problems = problemsOfForm(current, m_edited.taken);
    for (FieldRow *row : {m_title, m_id, m_image, m_names}) {
        const auto isHere = [this, row](const SourceFieldProblem &each) { return rowOf(each.field) == row; };
        const auto problem = std::ranges::find_if(problems, isHere);
        row->setProblem(problem == problems.end() ? QString() : problem->text);
    }
    m_source.reset();
    if (problems.isEmpty())
        m_source = sourceFromEntry(current).value();
    if (!m_isShowing)
        Q_EMIT edited();
}

FieldRow *SourceEditor::rowOf(SourceField field) const
{
    switch (field) {
    case SourceField::Name:
        return m_title;
    case SourceField::Id:
        return m_id;
    case SourceField::PictureAddress:
        return m_image;
    case SourceField::NamesAddress:
        return m_names;
    }
    Q_UNREACHABLE();
}

QList<FieldRow *> SourceEditor::rows() const
{
    return {m_title, m_id, m_image, m_names, m_namePath, m_codePath, m_licence};
}
