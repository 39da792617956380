#include "ui/exports/exportdialog.h"

#include "app/exports/exportflag.h"
#include "app/failures/failure.h"
#include "app/language/joining.h"
#include "ui/desktop/openurl.h"
#include "ui/exports/exportform.h"
#include "ui/exports/exporttarget.h"
#include "ui/exports/messagearea.h"
#include "ui/exports/pagerow.h"
#include "ui/exports/previewpane.h"
#include "ui/look/cellmetrics.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
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
    , m_ticked(int(ticked.size()))
    , m_folderFlags(folder, ticked)
    , m_form(new ExportForm)
    , m_destination(new DestinationRow(QFileInfo(folder).path(), QDir(folder).dirName()))
    , m_preview(new PreviewPane)
    , m_pages(new PageRow)
    , m_message(new MessageArea)
    , m_progress(new QProgressBar)
    , m_download(new QPushButton(tr("&Download the %n ticked flag(s)", nullptr, m_ticked)))
    , m_export(new QPushButton(tr("&Export")))
    , m_open(new QPushButton(tr("&Open")))
    , m_close(new QPushButton(tr("Close")))
{
    setWindowTitle(tr("Print or export flags"));
    m_progress->setAccessibleName(tr("Progress of the export"));

    auto *options = new QVBoxLayout;
    options->addWidget(m_form);
    options->addStretch();
    auto *shown = new QVBoxLayout;
    shown->setSpacing(0);
    shown->addWidget(m_preview, 1);
    shown->addWidget(m_pages);
    auto *upper = new QHBoxLayout;
    upper->setSpacing(2 * unit);
    upper->addLayout(options);
    upper->addLayout(shown, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit);
    layout->setSpacing(unit);
    layout->addLayout(upper, 1);
    layout->addWidget(m_destination);
    layout->addWidget(m_message);
    layout->addLayout(buttonRow());
    resize(defaultSize);

    connect(m_form, &ExportForm::kindChanged, this, &ExportDialog::changeKind);
    connect(m_form, &ExportForm::languageChanged, this, &ExportDialog::load);
    connect(m_form, &ExportForm::flagsChanged, this, &ExportDialog::chooseFlags);
    connect(m_form, &ExportForm::lookChanged, this, &ExportDialog::updatePreview);
    connect(m_destination, &DestinationRow::changed, this, &ExportDialog::updatePreview);
    connect(m_preview, &PreviewPane::drawn, this, &ExportDialog::showDrawn);
    connect(m_pages, &PageRow::pageChosen, m_preview, &PreviewPane::showPage);
    connect(&m_folderFlags, &ExportFlags::loaded, this, &ExportDialog::onFlagsLoaded);
    connect(&m_folderFlags, &ExportFlags::checked, this, &ExportDialog::updateButtons);
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
    m_download->setToolTip(tr("Download the ticked flags. This dialog opens again at the end."));
    m_download->setAutoDefault(false);
    m_download->hide();
    m_close->setAutoDefault(false);
    m_export->setDefault(true);
    m_progress->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(unit);
    row->addWidget(m_progress, 1);
    row->addWidget(m_download);
    row->addStretch();
    row->addWidget(m_open);
    row->addWidget(m_export);
    row->addWidget(m_close);
    connect(m_download, &QPushButton::clicked, this, &ExportDialog::download);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::startOrCancel);
    connect(m_open, &QPushButton::clicked, this, &ExportDialog::openResult);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    return row;
}

void ExportDialog::load()
{
    m_folderFlags.load(m_form->language());
    updateButtons();
}

void ExportDialog::onFlagsLoaded()
{
    using Choice = ExportFlags::Choice;
    m_form->setCounts(m_folderFlags.countries(Choice::All), m_folderFlags.countries(Choice::Ticked));
    chooseFlags();
}

void ExportDialog::chooseFlags()
{
    m_flags = m_folderFlags.flags(m_form->flags());
    QStringList codes;
    for (const ExportFlag &flag : onePerCountry(m_flags))
        codes.append(flag.code);
    m_form->setCountries(codes);
    if (m_flags.isEmpty())
        explainMissingFlags();
    updatePreview();
}

void ExportDialog::explainMissingFlags()
{
    const std::optional<Failure> &failure = m_folderFlags.failure();
    const bool isEmpty = !failure || failure->kind == FailureKind::NoSet;
    m_preview->showMessage(isEmpty ? tr("There are no flags in this folder yet.")
                                   : failureText(*failure, QDir::toNativeSeparators(m_folder)));
    m_pages->showPreview({}, 0);
    m_download->setVisible(isEmpty && m_ticked > 0);
    m_download->setDefault(m_download->isVisibleTo(this));
}

void ExportDialog::download()
{
    close();
    Q_EMIT downloadRequested();
}

void ExportDialog::changeKind()
{
    m_destination->setKind(m_form->kind());
    updatePreview();
}

void ExportDialog::updatePreview()
{
    clearOutcome();
    m_destination->setTitle(m_form->title());
    if (!m_flags.isEmpty())
        m_preview->showRequest(request());
    updateButtons();
}

void ExportDialog::showDrawn()
{
    m_form->showColumns(m_preview->shown().columns);
    m_pages->showPreview(m_preview->shown(), int(onePerCountry(m_flags).size()));
    updateButtons();
}

void ExportDialog::updateButtons()
{
    const bool isRunning = m_job.isRunning();
    const bool isReady = m_destination->problem().isEmpty() && !m_preview->shown().refusal
        && !m_flags.isEmpty() && !m_folderFlags.isLoading() && !m_folderFlags.isChecking();
    m_form->setEnabled(!isRunning);
    m_destination->setEnabled(!isRunning);
    m_progress->setVisible(isRunning);
    m_export->setText(isRunning ? tr("Ca&ncel") : tr("&Export"));
    m_export->setEnabled(isRunning || isReady);
    m_open->setEnabled(m_outcome && !m_outcome->failure);
    m_message->showTexts(notice(), problem());
}

QString ExportDialog::problem() const
{
    if (m_outcome && m_outcome->failure)
        return exportFailureText(*m_outcome->failure, m_outcome->path);
    if (m_outcome && !m_openProblem.isEmpty())
        return m_openProblem;
    if (m_outcome)
        return m_outcome->leftOut.isEmpty() ? QString() : notice() + u'\n' + leftOutText(m_outcome->leftOut);
    if (const QString problem = m_destination->problem(); !problem.isEmpty())
        return problem;
    if (const auto &refusal = m_preview->shown().refusal)
        return exportFailureText(*refusal, m_destination->path());
    if (!m_folderFlags.damage().isEmpty())
        return damagedSetText(QDir::toNativeSeparators(m_folder), m_folderFlags.damage());
    return leftOutWarning();
}

QString ExportDialog::leftOutWarning() const
{
    return std::holds_alternative<DataFormat>(m_form->what())
        ? QString()
        : leftOutText(m_folderFlags.undrawable(m_form->flags()));
}

QString ExportDialog::notice() const
{
    const QString path = QDir::toNativeSeparators(m_destination->path());
    if (m_outcome)
        return tr("Saved as %1.").arg(QDir::toNativeSeparators(m_outcome->path));
    QStringList notices;
    const int missing = m_folderFlags.missing();
    if (m_form->flags() == ExportFlags::Choice::Ticked && missing > 0)
        notices.append(tr("%n ticked flag(s) are not in the folder yet.", nullptr, missing));
    if (!m_job.isRunning() && m_preview->shown().replaces)
        notices.append(m_form->kind() == ExportKind::Sprite
                ? tr("The export replaces the folder %1.").arg(path)
                : tr("The export replaces the file %1.").arg(path));
    return joinedSentences(notices);
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
    question->setInformativeText(leftOutWarning());
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setDefaultButton(QMessageBox::Cancel);
    const QPushButton *replace = question->addButton(tr("&Replace"), QMessageBox::AcceptRole);
    connect(replace, &QPushButton::clicked, this, &ExportDialog::start);
    question->open();
}

void ExportDialog::start()
{
    clearOutcome();
    showProgress(0, int(m_flags.size()));
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
    m_outcome = outcome;
    updateButtons();
    Q_EMIT exported();
}

void ExportDialog::clearOutcome()
{
    m_outcome.reset();
    m_openProblem.clear();
}

void ExportDialog::openResult()
{
    const bool isSprite = m_form->kind() == ExportKind::Sprite;
    const QString path = m_outcome->path + (isSprite ? QStringLiteral("/index.html") : QString());
    openOnDesktop(QUrl::fromLocalFile(path), *this, [this, path = QDir::toNativeSeparators(path)] {
        m_openProblem = tr("No program can show the result. It is in %1.").arg(path);
        updateButtons();
    });
}

ExportRequest ExportDialog::request() const
{
    const auto what = m_form->what();
    const bool isData = std::holds_alternative<DataFormat>(what);
    return {.flags = isData ? m_flags : onePerCountry(m_flags), .what = what, .path = m_destination->path()};
}
