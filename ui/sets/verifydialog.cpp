#include "ui/sets/verifydialog.h"

#include "app/countries/catalogue.h"
#include "app/failures/failure.h"
#include "app/language/joining.h"
#include "app/sets/verification.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/textwidgets.h"
#include "ui/look/windowplacement.h"

#include <QDateTime>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>

namespace {
constexpr int rowUnit = CellMetrics::unit;
constexpr int preferredWidth = 60 * rowUnit;
constexpr int listHeight = 36 * rowUnit;
} // namespace

VerifyDialog::VerifyDialog(const QString &folder, const Catalogue &catalogue, QWidget *parent)
    : QDialog(parent)
    , m_folder(folder)
    , m_loading([this](const Result<LoadedSet> &set) { verify(set); })
    , m_verifying([this](const Verification &verification) { showVerification(verification); },
          [this](int checked, int files) {
              m_progress->setRange(0, files);
              m_progress->setValue(checked);
          })
    , m_message(wrappingLabel(tr("Checking the files in %1…").arg(QDir::toNativeSeparators(folder))))
    , m_progress(new QProgressBar)
    , m_files(new QTableView)
    , m_repair(new QPushButton(tr("&Repair")))
    , m_close(new QPushButton(tr("Cancel")))
{
    setWindowTitle(tr("Verify"));
    for (const Country &country : catalogue.countries() + catalogue.extras())
        m_names.insert(country.code, country.displayName);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, 0);
    m_files->setAccessibleName(tr("Files that are not intact"));
    m_files->setModel(&m_model);
    m_files->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_files->setShowGrid(false);
    m_files->setTabKeyNavigation(false);
    m_files->setTextElideMode(Qt::ElideMiddle);
    m_files->verticalHeader()->hide();
    m_files->horizontalHeader()->setStretchLastSection(true);
    m_files->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_files->horizontalHeader()->setHighlightSections(false);
    m_files->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * rowUnit, 2 * rowUnit, 2 * rowUnit, 2 * rowUnit);
    layout->setSpacing(2 * rowUnit);
    layout->addWidget(m_message);
    layout->addWidget(m_progress);
    layout->addWidget(m_files, 1);
    layout->addLayout(buttonRow());
    resize(preferredWidth, sizeHint().height());

    m_loading.start(*QThreadPool::globalInstance(),
        [folder = m_folder](const std::stop_token &stop) { return loadFilledSet(folder, stop); });
}

QLayout *VerifyDialog::buttonRow()
{
    m_repair->setToolTip(tr("Download what is missing, damaged or changed, exactly as it was"));
    m_repair->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(rowUnit);
    row->addStretch();
    row->addWidget(m_repair);
    row->addWidget(m_close);
    connect(m_repair, &QPushButton::clicked, this, &VerifyDialog::repair);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    return row;
}

void VerifyDialog::verify(const Result<LoadedSet> &set)
{
    if (!set)
        return showResult(failureText(set.error(), QDir::toNativeSeparators(m_folder)));
    if (!set->damage.isEmpty()) // the expected hashes are unknown
        return showResult(unreadableManifestText(set->damage));
    constexpr qint64 nanoseconds = 1'000'000;
    m_startedAt = QDateTime::currentMSecsSinceEpoch() * nanoseconds;
    m_isInUse = set->isInUse;
    m_verifying.start(*QThreadPool::globalInstance(),
        [folder = m_folder, manifest = set->manifest](const std::stop_token &stop,
            const ReportProgress &report) { return verifySet(folder, manifest, stop, report); });
}

void VerifyDialog::showVerification(const Verification &verification)
{
    m_badCodes = verification.badCodes();
    m_model.show(verification, m_names, palette(), devicePixelRatioF());
    QString text = verificationText(verification);
    if (const qsizetype unknown = verification.count(FileState::Untracked); unknown > 0)
        text = joinedSentences(
            {text, tr("%n other file(s) in the folder, left alone.", nullptr, int(unknown))});
    if (const QString older = wrongPicturesText(verification.wrongPictures()); !older.isEmpty())
        text += u'\n' + older;
    if (m_isInUse)
        text += u'\n'
            + tr("Another program is saving flags in this folder. Check it again when that is done.");
    if (m_model.rowCount() > 0) {
        m_files->resizeColumnsToContents();
        m_files->show();
    }
    m_repair->setVisible(!m_badCodes.isEmpty());
    showResult(text);
    if (m_model.rowCount() > 0)
        resize(width(), std::max(height(), listHeight));
    placeOverParent(*this); // it has grown
    Q_EMIT verified(latestCheckOf(verification, m_startedAt));
}

void VerifyDialog::showResult(const QString &text)
{
    m_message->setText(text);
    m_progress->hide();
    m_close->setText(tr("Close"));
    QPushButton *next = m_badCodes.isEmpty() ? m_close : m_repair;
    next->setDefault(true);
    next->setFocus();
}

void VerifyDialog::repair()
{
    accept();
    Q_EMIT repairRequested(m_badCodes);
}
