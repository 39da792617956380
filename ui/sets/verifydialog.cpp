#include "ui/sets/verifydialog.h"

#include "app/countries/catalogue.h"
#include "app/failures/failure.h"
#include "app/failures/taskresult.h"
#include "app/sets/verification.h"
#include "ui/look/cellmetrics.h"

#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QtConcurrentRun>

namespace {
constexpr int rowUnit = CellMetrics::unit;
constexpr int preferredWidth = 60 * rowUnit;
constexpr int listHeight = 36 * rowUnit;
} // namespace

VerifyDialog::VerifyDialog(const QString &folder, const Catalogue &catalogue, QWidget *parent)
    : QDialog(parent)
    , m_folder(folder)
    , m_message(new QLabel(tr("Checking the files in %1…").arg(QDir::toNativeSeparators(folder))))
    , m_progress(new QProgressBar)
    , m_files(new QTableView)
    , m_repair(new QPushButton(tr("&Repair")))
    , m_close(new QPushButton(tr("Cancel")))
{
    setWindowTitle(tr("Verify"));
    for (const Country &country : catalogue.countries() + catalogue.extras())
        m_names.insert(country.code, country.displayName);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, 0);
    m_files->setAccessibleName(tr("Files that are not as they should be"));
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

    connect(&m_loading, &QFutureWatcherBase::finished, this, &VerifyDialog::verify);
    connect(&m_verifying, &QFutureWatcherBase::progressRangeChanged, m_progress, &QProgressBar::setRange);
    connect(&m_verifying, &QFutureWatcherBase::progressValueChanged, m_progress, &QProgressBar::setValue);
    connect(&m_verifying, &QFutureWatcherBase::finished, this,
        [this] { showVerification(resultOf(m_verifying)); });
    m_loading.setFuture(QtConcurrent::run(&loadFilledSet, m_folder, m_stop.get_token()));
}

VerifyDialog::~VerifyDialog()
{
    m_loading.disconnect(this);
    m_verifying.disconnect(this);
    m_stop.request_stop();
    m_verifying.cancel();
}

QLayout *VerifyDialog::buttonRow()
{
    m_repair->setToolTip(tr("Download what is missing or altered, exactly as it was"));
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

void VerifyDialog::verify()
{
    const auto loaded = resultOf(m_loading);
    if (const auto *failure = std::get_if<Failure>(&loaded))
        return showResult(failureText(*failure, QDir::toNativeSeparators(m_folder)));
    const auto &set = std::get<LoadedSet>(loaded);
    if (!set.damage.isEmpty()) // the expected hashes are unknown
        return showResult(unreadableManifestText(set.damage));
    m_verifying.setFuture(QtConcurrent::run(&verifySet, m_folder, set.manifest));
}

void VerifyDialog::showVerification(const Verification &verification)
{
    m_badCodes = verification.badCodes();
    m_model.show(verification, m_names, palette(), devicePixelRatioF());
    QString text = verificationText(verification);
    if (const qsizetype unknown = verification.count(FileState::Untracked); unknown > 0)
        text += u' ' + tr("%n other file(s) in the folder, left alone.", nullptr, int(unknown));
    if (const QString older = wrongPicturesText(verification.wrongPictures()); !older.isEmpty())
        text += u'\n' + older;
    if (m_model.rowCount() > 0) {
        m_files->resizeColumnsToContents();
        m_files->show();
    }
    m_repair->setVisible(!m_badCodes.isEmpty());
    showResult(text);
    if (m_model.rowCount() > 0)
        resize(width(), std::max(height(), listHeight));
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
