#include "ui/exports/exportform.h"

#include "app/images/sheetoptions.h"
#include "app/storage/storedvalues.h"
#include "ui/exports/columnsfield.h"
#include "ui/exports/languagechoice.h"
#include "ui/exports/titlefield.h"
#include "ui/look/cellmetrics.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QSettings>
#include <QSignalBlocker>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace {
constexpr auto kindKey = "export/kind"_L1;
constexpr auto tickedKey = "export/ticked"_L1;
constexpr auto languageKey = "export/language"_L1;
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
    , m_title(new TitleField)
    , m_columns(new ColumnsField)
    , m_paper(new QComboBox)
    , m_cell(new QSpinBox)
{
    for (const ExportKind kind : allExportKinds)
        m_kind->addItem(titleOf(kind), int(kind));
    for (const Paper paper : everyPaper)
        m_paper->addItem(paperName(paper), wordFor(paper));
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
    setCounts(0, 0);
    restoreSettings();
    updateVisibleFields();

    connect(m_kind, &QComboBox::currentIndexChanged, this, &ExportForm::updateVisibleFields);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ExportForm::kindChanged);
    connect(m_flags, &QComboBox::currentIndexChanged, this, &ExportForm::rememberFlags);
    connect(m_language, &QComboBox::currentIndexChanged, this, &ExportForm::languageChanged);
    connect(m_title, &QLineEdit::textChanged, this, &ExportForm::lookChanged);
    connect(m_columns, &ColumnsField::changed, this, &ExportForm::lookChanged);
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

ExportFlags::Choice ExportForm::flags() const
{
    return m_flags->currentData().value<ExportFlags::Choice>();
}

decltype(ExportRequest::what) ExportForm::what() const
{
    const SheetOptions sheet{.title = m_title->text(),
        .columns = m_columns->columns(),
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
            .columns = m_columns->columns(),
            .language = language()};
    case ExportKind::DataCsv:
        return DataFormat::Csv;
    case ExportKind::DataJson:
        return DataFormat::Json;
    }
    Q_UNREACHABLE();
}

void ExportForm::setCounts(int all, int ticked)
{
    using Choice = ExportFlags::Choice;
    const QSignalBlocker blocker(m_flags);
    m_flags->clear();
    m_flags->addItem(tr("All %n in the folder", nullptr, all), QVariant::fromValue(Choice::All));
    if (ticked > 0)
        m_flags->addItem(tr("Only the %n ticked", nullptr, ticked), QVariant::fromValue(Choice::Ticked));
    m_flags->setEnabled(ticked > 0);
    const Choice preferred = ticked < all ? Choice::Ticked : Choice::All;
    m_flags->setCurrentIndex(ticked > 0 && m_wanted.value_or(preferred) == Choice::Ticked ? 1 : 0);
}

void ExportForm::rememberFlags()
{
    m_wanted = flags();
    Q_EMIT flagsChanged();
}

QString ExportForm::title() const
{
    return m_title->text();
}

void ExportForm::setCountries(const QStringList &codes)
{
    m_title->setCountries(codes);
}

void ExportForm::showColumns(int columns)
{
    m_columns->showUsed(columns);
}

void ExportForm::saveSettings() const
{
    QSettings settings;
    settings.setValue(kindKey, exportKindWord(kind()));
    if (language() == m_usualLanguage) // so that the names follow a later change
        settings.remove(languageKey);
    else
        settings.setValue(languageKey, language());
    if (m_wanted)
        settings.setValue(tickedKey, *m_wanted == ExportFlags::Choice::Ticked);
    m_title->save(settings);
    settings.setValue(columnsKey, m_columns->columns());
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
    if (const auto isTicked = storedSwitch(settings, tickedKey))
        m_wanted = *isTicked ? ExportFlags::Choice::Ticked : ExportFlags::Choice::All;
    m_title->restore(settings);
    m_columns->setColumns(
        storedNumber(settings, columnsKey, columnsForOnePage, maximalSheetColumns).value_or(0));
    m_paper->setCurrentIndex(std::max(0, m_paper->findData(settings.value(paperKey))));
    m_cell->setValue(storedNumber(settings, cellKey, m_cell->minimum(), m_cell->maximum())
                         .value_or(SpriteOptions().width));
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
    m_columns->setPaged(kind() == ExportKind::SheetPdf);
    setVisible(m_paper, kind() == ExportKind::SheetPdf);
    setVisible(m_cell, kind() == ExportKind::Sprite);
}
