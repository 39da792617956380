#include "ui/sources/sourceeditor.h"

#include "app/sources/sourceentry.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/textwidgets.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// The origin of a source's names of countries.
enum Naming {
    NoNames,
    PerCountry,
    OneFile,
};

/// Sets a key, or removes it if the text is empty.
void put(QJsonObject &entry, const QString &key, const QString &text)
{
    if (text.trimmed().isEmpty())
        entry.remove(key);
    else
        entry.insert(key, text.trimmed());
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
    , m_title(addLine(tr("&Name:"), {u"title"_s}, tr("The name in the list of sources")))
    , m_id(addLine(tr("&Id:"), {u"id"_s}, tr("A short word for the command line")))
    , m_image(addLine(tr("&Picture address:"), {u"image"_s, u"images"_s},
          tr("With {cc}, {CC}, {iso3}, {ISO3} or {num} where the country's code belongs, as in "
             "https://flags.example/{cc}.svg")))
    , m_naming(new QComboBox)
    , m_limit(new QSpinBox)
    , m_pause(new QSpinBox)
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(CellMetrics::unit / 2);
    m_form->setHorizontalSpacing(CellMetrics::unit);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_naming->addItem(tr("From this program"), NoNames);
    m_naming->addItem(tr("A JSON file for each country"), PerCountry);
    m_naming->addItem(tr("One JSON file for all countries"), OneFile);
    addRow(tr("Country na&mes:"), m_naming, {});
    m_names = addLine(tr("Names a&ddress:"), {u"metadata"_s, u"names"_s}, tr("Address of that file"));
    m_namePath = addLine(tr("Pat&h of the name:"), {u"metadataName"_s, u"namesName"_s},
        tr("The keys that lead to the name, with dots between them, as in name.common"));
    m_codePath = addLine(tr("Path of the c&ode:"), {u"namesCode"_s},
        tr("The keys that lead to the two-letter code; empty if the codes are keys themselves"));
    m_licence = addLine(tr("&Licence:"), {u"licence"_s}, tr("The licence of the flags"));
    m_limit->setRange(1, 1000);
    m_limit->setToolTip(tr("How many requests this source accepts at once"));
    m_pause->setRange(0, 60'000);
    m_pause->setSuffix(tr(" ms"));
    m_pause->setToolTip(tr("The minimum time between the starts of two requests"));
    addRow(tr("&Requests at once:"), m_limit, {u"limit"_s});
    addRow(tr("Pa&use between requests:"), m_pause, {u"pause"_s});

    const auto lines = findChildren<QLineEdit *>(); // includes those of the spin boxes
    for (const QLineEdit *line : lines)
        connect(line, &QLineEdit::textChanged, this, &SourceEditor::validate);
    connect(m_naming, &QComboBox::currentIndexChanged, this, &SourceEditor::showNamesFields);
    connect(m_naming, &QComboBox::currentIndexChanged, this, &SourceEditor::validate);
    connect(m_limit, &QSpinBox::valueChanged, this, &SourceEditor::validate);
    connect(m_pause, &QSpinBox::valueChanged, this, &SourceEditor::validate);
    keepPlaceholderReadable(m_image);
    showNamesFields();
}

void SourceEditor::edit(const QJsonObject &entry, const QStringList &taken)
{
    m_entry = entry;
    m_taken = taken;
    const QSignalBlocker blocker(this);
    const bool perCountry = entry.contains("metadata"_L1);
    m_title->setText(entry.value("title"_L1).toString());
    m_id->setText(entry.value("id"_L1).toString());
    m_image->setText(entry.value("image"_L1).toString());
    m_image->setEnabled(!entry.contains("images"_L1));
    m_image->setPlaceholderText(entry.contains("images"_L1)
            ? tr("Several kinds; they can be changed in the file")
            : u"https://flags.example/{cc}.svg"_s);
    m_naming->setCurrentIndex(perCountry ? PerCountry : entry.contains("names"_L1) ? OneFile : NoNames);
    m_names->setText(entry.value(perCountry ? "metadata"_L1 : "names"_L1).toString());
    m_namePath->setText(entry.value(perCountry ? "metadataName"_L1 : "namesName"_L1).toString());
    m_codePath->setText(entry.value("namesCode"_L1).toString());
    m_licence->setText(entry.value("licence"_L1).toString());
    m_limit->setValue(entry.value("limit"_L1).toInt(Source().limit));
    m_pause->setValue(entry.value("pause"_L1).toInt());
    validate();
}

void SourceEditor::setReadOnly(bool readOnly)
{
    const auto lines = findChildren<QLineEdit *>();
    for (QLineEdit *line : lines)
        line->setReadOnly(readOnly);
    m_naming->setEnabled(!readOnly);
    m_limit->setEnabled(!readOnly);
    m_pause->setEnabled(!readOnly);
}

QJsonObject SourceEditor::entry() const
{
    QJsonObject entry = m_entry;
    put(entry, u"title"_s, m_title->text());
    put(entry, u"id"_s, m_id->text());
    if (!entry.contains("images"_L1))
        put(entry, u"image"_s, m_image->text());
    for (const QString &key : {u"metadata"_s, u"metadataName"_s, u"names"_s, u"namesName"_s, u"namesCode"_s})
        entry.remove(key);
    if (m_naming->currentIndex() == PerCountry) {
        put(entry, u"metadata"_s, m_names->text());
        put(entry, u"metadataName"_s, m_namePath->text());
    } else if (m_naming->currentIndex() == OneFile) {
        put(entry, u"names"_s, m_names->text());
        put(entry, u"namesName"_s, m_namePath->text());
        put(entry, u"namesCode"_s, m_codePath->text());
    }
    put(entry, u"licence"_s, m_licence->text());
    put(entry, u"limit"_s, m_limit->value(), Source().limit);
    put(entry, u"pause"_s, m_pause->value(), 0);
    return entry;
}

QLineEdit *SourceEditor::addLine(const QString &label, const QStringList &keys, const QString &toolTip)
{
    auto *line = new QLineEdit;
    line->setToolTip(toolTip);
    line->setAccessibleDescription(toolTip);
    addRow(label, line, keys);
    return line;
}

void SourceEditor::addRow(const QString &label, QWidget *field, const QStringList &keys)
{
    m_form->addRow(label, field);
    if (keys.isEmpty())
        return;
    auto *problem = new QLabel;
    problem->setWordWrap(true);
    problem->setTextFormat(Qt::PlainText);
    problem->hide();
    m_form->addRow(QString(), problem);
    m_rows.append({keys, problem});
}

void SourceEditor::showNamesFields()
{
    const int naming = m_naming->currentIndex();
    m_form->setRowVisible(m_names, naming != NoNames);
    m_form->setRowVisible(m_namePath, naming != NoNames);
    m_form->setRowVisible(m_codePath, naming == OneFile);
}

// Shows the error below the field whose key it quotes, or below the first field.
void SourceEditor::validate()
{
    QString text = readFields();
    if (!text.isEmpty())
        text.front() = text.front().toUpper();
    const auto shows = [&text](const Row &row) {
        return std::ranges::any_of(
            row.keys, [&text](const QString &key) { return text.contains(u'"' + key + u'"'); });
    };
    const auto own = std::ranges::find_if(m_rows, shows);
    for (auto row = m_rows.begin(); row != m_rows.end(); ++row) {
        const bool isHere = !text.isEmpty() && (row == own || (own == m_rows.end() && row == m_rows.begin()));
        row->problem->setText(isHere ? text : QString());
        row->problem->setVisible(isHere);
    }
    Q_EMIT edited();
}

QString SourceEditor::readFields()
{
    m_source.reset();
    if (m_taken.contains(m_id->text().trimmed(), Qt::CaseInsensitive))
        return tr("The \"id\" is taken by another source of yours.");
    auto read = sourceFromEntry(entry());
    if (!read)
        return read.error();
    m_source = *std::move(read);
    return {};
}
