#include "ui/exports/exportform.h"

#include "ui/exports/languagechoice.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/textwidgets.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace {
constexpr auto kindKey = "export/kind"_L1;
constexpr auto languageKey = "export/language"_L1;
constexpr auto titleKey = "export/title"_L1;
constexpr auto columnsKey = "export/columns"_L1;
constexpr auto paperKey = "export/paper"_L1;
constexpr auto cellKey = "export/cell"_L1;

QString paperName(Paper paper)
{
    switch (paper) {
    case Paper::A4:
        return ExportForm::tr("A4");
    case Paper::A4Landscape:
        return ExportForm::tr("A4, landscape");
    case Paper::A3:
        return ExportForm::tr("A3");
    case Paper::A3Landscape:
        return ExportForm::tr("A3, landscape");
    case Paper::Letter:
        return ExportForm::tr("Letter");
    case Paper::LetterLandscape:
        return ExportForm::tr("Letter, landscape");
    }
    Q_UNREACHABLE();
}
} // namespace

ExportForm::ExportForm(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_kind(new QComboBox)
    , m_flags(new QComboBox)
    , m_language(new LanguageChoice)
    , m_usualLanguage(m_language->language())
    , m_title(new QLineEdit)
    , m_columns(new QSpinBox)
    , m_paper(new QComboBox)
    , m_cell(new QSpinBox)
{
    for (const ExportKind kind : allExportKinds)
        m_kind->addItem(titleOf(kind), int(kind));
    for (const Paper paper : everyPaper)
        m_paper->addItem(paperName(paper), wordFor(paper));
    m_title->setPlaceholderText(tr("none"));
    keepPlaceholderReadable(m_title);
    m_columns->setRange(0, maximalSheetColumns);
    m_columns->setSpecialValueText(tr("Automatic"));
    m_columns->setToolTip(tr("Flags side by side"));
    m_cell->setRange(minimalSpriteWidth, maximalSpriteWidth);
    m_cell->setSuffix(tr(" px"));
    m_cell->setToolTip(
        tr("Of each flag on a web page. The picture has twice as many, for high-resolution screens"));
    m_cell->setSingleStep(CellMetrics::unit);

    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setSpacing(CellMetrics::unit);
    m_form->addRow(tr("&Make"), m_kind);
    m_form->addRow(tr("&Flags"), m_flags);
    m_form->addRow(tr("&Language of names"), m_language);
    m_form->addRow(tr("&Title"), m_title);
    m_form->addRow(tr("&Columns"), m_columns);
    m_form->addRow(tr("&Paper"), m_paper);
    m_form->addRow(tr("&Width of a flag"), m_cell);
    setTicked(0);
    restoreSettings();
    updateVisibleFields();

    connect(m_kind, &QComboBox::currentIndexChanged, this, &ExportForm::updateVisibleFields);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ExportForm::kindChanged);
    connect(m_flags, &QComboBox::currentIndexChanged, this, &ExportForm::flagsChanged);
    connect(m_language, &QComboBox::currentIndexChanged, this, &ExportForm::flagsChanged);
    connect(m_title, &QLineEdit::textChanged, this, &ExportForm::lookChanged);
    connect(m_columns, &QSpinBox::valueChanged, this, &ExportForm::lookChanged);
    connect(m_paper, &QComboBox::currentIndexChanged, this, &ExportForm::lookChanged);
    connect(m_cell, &QSpinBox::valueChanged, this, &ExportForm::lookChanged);
}

ExportKind ExportForm::kind() const
{
    return ExportKind(m_kind->currentData().toInt());
}

QString ExportForm::language() const
{
    return m_language->language();
}

bool ExportForm::isTickedOnly() const
{
    return m_flags->currentData().toBool();
}

decltype(ExportRequest::what) ExportForm::what() const
{
    const SheetOptions sheet{.title = m_title->text(),
        .columns = m_columns->value(),
        .paper = paperFromWord(m_paper->currentData().toString()).value_or(Paper::A4),
        .language = language()};
    switch (kind()) {
    case ExportKind::SheetPdf:
        return SheetSpec{sheet, SheetFormat::Pdf};
    case ExportKind::SheetPng:
        return SheetSpec{sheet, SheetFormat::Png};
    case ExportKind::Sprite:
        return SpriteOptions{.title = m_title->text(),
            .width = m_cell->value(),
            .columns = m_columns->value(),
            .language = language()};
    case ExportKind::DataCsv:
        return DataFormat::Csv;
    case ExportKind::DataJson:
        return DataFormat::Json;
    }
    Q_UNREACHABLE();
}

void ExportForm::setTicked(qsizetype count)
{
    m_flags->clear();
    m_flags->addItem(tr("All in the folder"), false);
    if (count > 0)
        m_flags->addItem(tr("Only those of the %n ticked countries", nullptr, int(count)), true);
    m_flags->setEnabled(count > 0);
}

void ExportForm::saveSettings() const
{
    QSettings settings;
    settings.setValue(kindKey, exportKindWord(kind()));
    if (language() == m_usualLanguage) // so that the names follow a later change
        settings.remove(languageKey);
    else
        settings.setValue(languageKey, language());
    settings.setValue(titleKey, m_title->text());
    settings.setValue(columnsKey, m_columns->value());
    settings.setValue(paperKey, m_paper->currentData());
    settings.setValue(cellKey, m_cell->value());
}

void ExportForm::restoreSettings()
{
    const QSettings settings;
    if (const auto kind = exportKindFromWord(settings.value(kindKey).toString()))
        m_kind->setCurrentIndex(m_kind->findData(int(*kind)));
    if (settings.contains(languageKey))
        m_language->setLanguage(settings.value(languageKey).toString());
    m_title->setText(settings.value(titleKey).toString());
    m_columns->setValue(settings.value(columnsKey).toInt());
    m_paper->setCurrentIndex(std::max(0, m_paper->findData(settings.value(paperKey))));
    m_cell->setValue(settings.value(cellKey, SpriteOptions().width).toInt());
}

void ExportForm::updateVisibleFields()
{
    const bool isData = kind() == ExportKind::DataCsv || kind() == ExportKind::DataJson;
    const auto setVisible = [this](QWidget *field, bool visible) {
        field->setVisible(visible);
        m_form->labelForField(field)->setVisible(visible);
    };
    setVisible(m_title, !isData);
    setVisible(m_columns, !isData);
    setVisible(m_paper, kind() == ExportKind::SheetPdf);
    setVisible(m_cell, kind() == ExportKind::Sprite);
}
