#include "ui/exports/exporttarget.h"

#include "app/language/wordtable.h"
#include "app/storage/filename.h"
#include "ui/look/cellmetrics.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {

constexpr auto exportKindWords = wordTable<ExportKind>({
    {ExportKind::SheetPdf, "pdf"_L1},
    {ExportKind::SheetPng, "png"_L1},
    {ExportKind::Sprite, "sprite"_L1},
    {ExportKind::DataCsv, "csv"_L1},
    {ExportKind::DataJson, "json"_L1},
});

struct ExportKindText
{
    Q_DECLARE_TR_FUNCTIONS(ExportKind)
};

QString withoutDefaultSuffix(const QString &path)
{
    for (const auto &suffixOfKind : {&defaultSuffixOf, &suffixOf}) {
        for (const ExportKind kind : allExportKinds) {
            const QString suffix = suffixOfKind(kind);
            if (!suffix.isEmpty() && path.endsWith(suffix, Qt::CaseInsensitive))
                return path.chopped(suffix.size());
        }
    }
    return path;
}

} // namespace

QString titleOf(ExportKind kind)
{
    switch (kind) {
    case ExportKind::SheetPdf:
        return ExportKindText::tr("Contact sheet to print (PDF)");
    case ExportKind::SheetPng:
        return ExportKindText::tr("Contact sheet as a picture (PNG)");
    case ExportKind::Sprite:
        return ExportKindText::tr("Sprite for web pages (PNG, CSS, JSON)");
    case ExportKind::DataCsv:
        return ExportKindText::tr("Data as a table (CSV)");
    case ExportKind::DataJson:
        return ExportKindText::tr("Data for programs (JSON)");
    }
    Q_UNREACHABLE();
}

QString exportKindWord(ExportKind kind)
{
    return exportKindWords.wordOf(kind);
}

std::optional<ExportKind> exportKindFromWord(const QString &word)
{
    return exportKindWords.valueOf(word);
}

QString suffixOf(ExportKind kind)
{
    return kind == ExportKind::Sprite ? QString() : u'.' + exportKindWord(kind);
}

QString defaultSuffixOf(ExportKind kind)
{
    switch (kind) {
    case ExportKind::Sprite:
        return u"-sprite"_s;
    case ExportKind::DataCsv:
    case ExportKind::DataJson:
        return u"-data"_s + suffixOf(kind);
    default:
        return suffixOf(kind);
    }
}

DestinationRow::DestinationRow(const QString &folder, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_folder(folder)
    , m_usualName(name)
    , m_path(new QLineEdit(QDir::toNativeSeparators(QDir(folder).filePath(name) + defaultSuffixOf(m_kind))))
    , m_choose(new QPushButton(tr("C&hoose…")))
{
    auto *label = new QLabel(tr("&Save as"));
    label->setBuddy(m_path);
    m_path->setAccessibleName(tr("File or folder of the result"));
    m_proposed = m_path->text();
    m_choose->setAutoDefault(false);
    m_choose->setToolTip(tr("Choose where the result goes"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    layout->addWidget(label);
    layout->addWidget(m_path, 1);
    layout->addWidget(m_choose);
    connect(m_path, &QLineEdit::textChanged, this, &DestinationRow::changed);
    connect(m_choose, &QPushButton::clicked, this, &DestinationRow::choose);
}

void DestinationRow::setKind(ExportKind kind)
{
    m_kind = kind;
    const QString path = withoutDefaultSuffix(m_path->text()) + defaultSuffixOf(kind);
    if (m_path->text() == m_proposed)
        propose(path);
    else
        m_path->setText(path);
}

void DestinationRow::setTitle(const QString &title)
{
    if (m_path->text() != m_proposed)
        return;
    const QString ofTitle = safeStem(title);
    const QString name = ofTitle.isEmpty() ? m_usualName : ofTitle;
    propose(QDir::toNativeSeparators(QDir(m_folder).filePath(name) + defaultSuffixOf(m_kind)));
}

void DestinationRow::propose(const QString &path)
{
    m_proposed = path;
    m_path->setText(path);
}

QString DestinationRow::path() const
{
    return QDir::cleanPath(QDir::fromNativeSeparators(m_path->text().trimmed()));
}

QString DestinationRow::problem() const
{
    if (m_path->text().trimmed().isEmpty())
        return tr("Enter where to save the result.");
    if (!QDir::isAbsolutePath(path()))
        return tr("Enter the whole path of the result, or choose it.");
    const QString suffix = suffixOf(m_kind);
    if (!path().endsWith(suffix, Qt::CaseInsensitive) || QFileInfo(path()).fileName() == suffix)
        return tr("The name of the result must end with %1.").arg(suffix);
    return {};
}

void DestinationRow::choose()
{
    auto *dialog = new QFileDialog(this, tr("Save the result as"), path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // the export dialog asks, also about a typed path
    if (!suffixOf(m_kind).isEmpty())
        dialog->setDefaultSuffix(suffixOf(m_kind).sliced(1));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this](const QString &file) { m_path->setText(QDir::toNativeSeparators(file)); });
    dialog->open();
}
