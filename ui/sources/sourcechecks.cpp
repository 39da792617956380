#include "ui/sources/sourcechecks.h"

#include "app/builtin/builtinservers.h"
#include "app/builtin/picturefolders.h"
#include "app/countries/catalogue.h"
#include "app/downloads/summarytext.h"
#include "app/failures/failure.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/textwidgets.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize pictureSize{CellMetrics::defaultPictureWidth, CellMetrics::defaultPictureWidth * 3 / 4};
const auto defaultCountry = u"BR"_s; // initially selected

} // namespace

SourceTest::SourceTest(
    const Catalogue &catalogue, BuiltinServers &servers, const TransferSettings &transfer, QWidget *parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_servers(servers)
    , m_transfer(transfer)
    , m_country(new QComboBox)
    , m_start(new QPushButton(tr("&Test")))
    , m_picture(new QLabel)
    , m_text(wrappingLabel())
{
    for (const Country &country : catalogue.countries())
        m_country->addItem(country.displayName, country.code);
    m_country->setCurrentIndex(m_country->findData(defaultCountry));
    m_country->setToolTip(tr("Country whose flag is fetched for the test"));
    auto *label = new QLabel(tr("Try with the &flag of:"));
    label->setBuddy(m_country);
    m_country->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_start->setToolTip(tr("Fetch this country's flag to check whether the source works"));
    m_start->setAutoDefault(false);
    m_picture->setFixedSize(pictureSize);
    m_picture->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *upper = new QHBoxLayout;
    upper->setSpacing(CellMetrics::unit);
    upper->addWidget(label);
    upper->addWidget(m_country, 1);
    upper->addWidget(m_start);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(2 * CellMetrics::unit);
    lower->addWidget(m_picture);
    lower->addWidget(m_text, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    layout->addLayout(upper);
    layout->addLayout(lower);

    connect(m_start, &QPushButton::clicked, this, &SourceTest::run);
    connect(&m_trial, &SourceTrial::finished, this, &SourceTest::show);
    setSource({});
}

void SourceTest::setSource(const std::optional<Source> &source)
{
    if (source && source == m_source)
        return;
    m_trial.cancel();
    m_source = source;
    m_start->setEnabled(source.has_value());
    showText(source ? tr("Test whether this source works.") : tr("Nothing to test yet."));
}

void SourceTest::run()
{
    const auto addressed = m_servers.resolveAddresses(*m_source);
    if (!addressed)
        return showText(failureText(addressed.error(), {}));
    showText(tr("Fetching..."));
    m_trial.start(*addressed, m_catalogue.countryFor(m_country->currentData().toString()), m_transfer,
        pictureSize * devicePixelRatioF());
}

void SourceTest::show(const FlagResult &result)
{
    if (result.state != FlagState::Fetched)
        return showText(failureText(result.failure, result.country.displayName));
    const auto taken = std::chrono::duration_cast<std::chrono::milliseconds>(
        result.ended.value_or(result.queued) - result.queued);
    showText(tr("It works: %1, %2, %3.", "name, size, time")
                 .arg(result.name, QLocale().formattedDataSize(result.bytes, 1, QLocale::DataSizeSIFormat),
                     elapsedText(taken)));
    QPixmap picture = QPixmap::fromImage(result.thumbnail);
    picture.setDevicePixelRatio(devicePixelRatioF());
    m_picture->setPixmap(picture);
    m_picture->setAccessibleName(result.name);
}

void SourceTest::showText(const QString &text)
{
    m_picture->clear();
    describe(*m_picture, {});
    m_text->setText(text);
}

PicturesCheck::PicturesCheck(const BuiltinServers &servers, QObject *parent)
    : QObject(parent)
    , m_servers(servers)
    , m_counting([this](const QString &text) {
        if (!m_folder.isEmpty())
            Q_EMIT notice(text);
    })
{
}

void PicturesCheck::check(const Source &source)
{
    const auto pictures = m_servers.picturesOf(source);
    const QString folder = pictures && pictures->isFallback ? pictures->path : QString();
    if (folder == m_folder)
        return;
    m_folder = folder;
    if (folder.isEmpty())
        Q_EMIT notice({});
    else
        m_counting.start(*QThreadPool::globalInstance(), [folder] { return fallbackNotice(folder); });
}
