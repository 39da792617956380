#include "ui/exports/exportdialog.h"

#include "app/exports/exportflag.h"
#include "app/failures/failure.h"
#include "ui/exports/exportform.h"
#include "ui/exports/exporttarget.h"
#include "ui/exports/previewpane.h"
#include "ui/look/cellmetrics.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>

namespace {
constexpr int unit = CellMetrics::unit;
constexpr QSize defaultSize(92 * unit, 66 * unit);
} // namespace

ExportDialog::ExportDialog(const QString &folder, const QStringList &ticked, QWidget *parent)
    : QDialog(parent)
    , m_folder(folder)
    , m_ticked(ticked)
    , m_loading([this](const Result<SetFlags> &set) { onFlagsLoaded(set); })
    , m_form(new ExportForm)
    , m_destination(new DestinationRow(QFileInfo(folder).path(), QDir(folder).dirName()))
    , m_preview(new PreviewPane)
    , m_message(new QLabel)
    , m_progress(new QProgressBar)
    , m_export(new QPushButton(tr("&Export")))
    , m_open(new QPushButton(tr("&Open")))
    , m_close(new QPushButton(tr("Close")))
{
    setWindowTitle(tr("Export flags"));
    m_message->setWordWrap(true);
    m_message->setMinimumHeight(
        3 * m_message->fontMetrics().lineSpacing()); // so that the layout does not move
    m_message->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_message->setTextFormat(Qt::PlainText);
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_form->setTicked(ticked.size());

    auto *options = new QVBoxLayout;
    options->addWidget(m_form);
    options->addStretch();
    auto *upper = new QHBoxLayout;
    upper->setSpacing(2 * unit);
    upper->addLayout(options);
    upper->addWidget(m_preview, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit);
    layout->setSpacing(unit);
    layout->addLayout(upper, 1);
    layout->addWidget(m_destination);
    layout->addWidget(m_message);
    layout->addLayout(buttonRow());
    resize(defaultSize);

    connect(m_form, &ExportForm::kindChanged, this, &ExportDialog::changeKind);
    connect(m_form, &ExportForm::flagsChanged, this, &ExportDialog::load);
    connect(m_form, &ExportForm::lookChanged, this, &ExportDialog::updatePreview);
    connect(m_destination, &DestinationRow::changed, this, &ExportDialog::updatePreview);
    connect(m_preview, &PreviewPane::drawn, this, &ExportDialog::updateButtons);
    connect(&m_job, &ExportJob::advanced, this, &ExportDialog::showProgress);
    connect(&m_job, &ExportJob::finished, this, &ExportDialog::finish);
    m_destination->setKind(m_form->kind());
    load();
}

ExportDialog::~ExportDialog()
{
    m_form->saveSettings();
}

QLayout *ExportDialog::buttonRow()
{
    m_open->setToolTip(tr("Show the result"));
    m_open->setEnabled(false);
    m_open->setAutoDefault(false);
    m_close->setAutoDefault(false);
    m_export->setDefault(true);
    m_progress->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(unit);
    row->addWidget(m_progress, 1);
    row->addStretch();
    row->addWidget(m_open);
    row->addWidget(m_export);
    row->addWidget(m_close);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::startOrCancel);
    connect(m_open, &QPushButton::clicked, this, &ExportDialog::openResult);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    return row;
}

void ExportDialog::load()
{
    const SetChoice choice{.folder = m_folder,
        .codes = m_form->isTickedOnly() ? m_ticked : QStringList(),
        .language = m_form->language()};
    m_loading.start(*QThreadPool::globalInstance(),
        [choice](const std::stop_token &stop) { return flagsOfSet(choice, stop); });
    updateButtons();
}

void ExportDialog::onFlagsLoaded(const Result<SetFlags> &set)
{
    m_flags = set ? set->flags : QList<ExportFlag>();
    m_damage = set ? set->damage : QString();
    if (!set)
        m_preview->showMessage(failureText(set.error(), QDir::toNativeSeparators(m_folder)));
    else if (m_flags.isEmpty())
        m_preview->showMessage(tr("The folder has no flag of the ticked countries. Download them first."));
    updatePreview();
}

void ExportDialog::changeKind()
{
    m_destination->setKind(m_form->kind());
    updatePreview();
}

void ExportDialog::updatePreview()
{
    clearOutcome();
    if (!m_flags.isEmpty())
        m_preview->showRequest(request());
    updateButtons();
}

void ExportDialog::updateButtons()
{
    const bool isRunning = m_job.isRunning();
    const QString problem = m_destination->problem();
    const std::optional<Failure> &refusal = m_preview->shown().refusal;
    m_form->setEnabled(!isRunning);
    m_destination->setEnabled(!isRunning);
    m_progress->setVisible(isRunning);
    m_export->setText(isRunning ? tr("Ca&ncel") : tr("&Export"));
    m_export->setEnabled(
        isRunning || (problem.isEmpty() && !refusal && !m_flags.isEmpty() && !m_loading.isRunning()));
    m_open->setEnabled(!m_result.isEmpty());
    const bool replaces = !isRunning && m_preview->shown().replaces;
    m_message->setText(!m_outcome.isEmpty() ? m_outcome
            : !problem.isEmpty()            ? problem
            : refusal                       ? exportFailureText(*refusal, m_destination->path())
            : !m_damage.isEmpty()           ? damagedSetText(QDir::toNativeSeparators(m_folder), m_damage)
            : replaces                      ? tr("The export replaces the file or folder of this name.")
                                            : QString());
}

void ExportDialog::startOrCancel()
{
    if (m_job.isRunning()) {
        m_job.cancel();
        return;
    }
    // The file dialog does not ask, and a typed or default path has met none.
    const QFileInfo existing(m_destination->path());
    if (existing.exists() || existing.isSymLink())
        askWhetherToReplace();
    else
        start();
}

void ExportDialog::askWhetherToReplace()
{
    auto *question = new QMessageBox(QMessageBox::Question, tr("Replace the existing export?"),
        tr("%1 exists already. Replace it?").arg(QDir::toNativeSeparators(m_destination->path())),
        QMessageBox::Cancel, this);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setDefaultButton(QMessageBox::Cancel);
    const QPushButton *replace = question->addButton(tr("&Replace"), QMessageBox::AcceptRole);
    connect(replace, &QPushButton::clicked, this, &ExportDialog::start);
    question->open();
}

void ExportDialog::start()
{
    clearOutcome();
    m_progress->setRange(0, int(m_flags.size()));
    m_progress->setValue(0);
    m_job.start(request());
    updateButtons();
}

void ExportDialog::showProgress(int done, int total)
{
    m_progress->setRange(0, total);
    m_progress->setValue(done);
}

void ExportDialog::finish(const ExportOutcome &outcome)
{
    if (!outcome.failure)
        m_result = outcome.path;
    m_outcome = outcome.failure ? exportFailureText(*outcome.failure, outcome.path)
                                : tr("Saved as %1.").arg(QDir::toNativeSeparators(outcome.path));
    if (!outcome.failure && !outcome.leftOut.isEmpty())
        m_outcome += u'\n' + leftOutText(outcome.leftOut);
    updateButtons();
}

void ExportDialog::clearOutcome()
{
    m_result.clear();
    m_outcome.clear();
}

void ExportDialog::openResult()
{
    QString path = m_result;
    if (m_form->kind() == ExportKind::Sprite)
        path += QStringLiteral("/index.html");
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
        m_outcome = tr("No program can show the result. It is in %1.").arg(QDir::toNativeSeparators(path));
    updateButtons();
}

ExportRequest ExportDialog::request() const
{
    const auto what = m_form->what();
    const bool isData = std::holds_alternative<DataFormat>(what);
    return {.flags = isData ? m_flags : onePerCountry(m_flags), .what = what, .path = m_destination->path()};
}
