#include "ui/lab/labform.h"

#include "app/language/joining.h"
#include "app/measuring/limitlist.h"
#include "app/sources/sourcetexts.h"
#include "app/transfer/transfersettings.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/textwidgets.h"
#include "ui/sources/sourceregistry.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int charactersOfSource = 14; // the list shows whole titles

QSpinBox *newLabField(int most, const QString &suffix, const QString &explanation)
{
    auto *field = new QSpinBox;
    field->setRange(0, most);
    field->setSuffix(suffix);
    field->setToolTip(explanation);
    return field;
}

} // namespace

LabForm::LabForm(const SourceRegistry &registry, int mostFlags, QWidget *parent)
    : QWidget(parent)
    , m_source(new QComboBox)
    , m_limits(new QLineEdit)
    , m_flags(newLabField(mostFlags, {}, tr("How many flags each run downloads")))
    , m_usesTicked(new QCheckBox)
    , m_server(new QGroupBox(tr("Built-in server")))
    , m_delay(newLabField(LabSettings::longestDelay, tr(" ms"),
          tr("How long the server waits before each response, on average")))
    , m_jitter(newLabField(LabSettings::longestDelay, tr(" ms"),
          tr("How much a delay differs from the average at most, at random")))
    , m_errors(
          newLabField(100, tr(" %"), tr("The share of the requests that get an error instead of a flag")))
    , m_capacity(newLabField(TransferSettings::maximalLimit, {},
          tr("How many requests the server handles at once; more wait their turn")))
    , m_seed(newLabField(
          LabSettings::largestSeed, {}, tr("The same number gives the same delays and errors again")))
{
    for (const Source &source : registry.sources().sources())
        m_source->addItem(displayTitle(source), QVariant::fromValue(source));
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_source->setMinimumContentsLength(charactersOfSource);
    m_source->setToolTip(tr("Where the flags come from"));
    m_limits->setToolTip(tr("The limits of requests in flight that are measured, separated by commas"));
    m_usesTicked->setToolTip(tr("Download the countries that are ticked in the main window"));
    m_flags->setMinimum(1);
    m_capacity->setSpecialValueText(tr("Any number"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    addMain(*form);
    layout->addLayout(form);
    addServer();
    layout->addWidget(m_server);
    setTicked(0);
    connect(m_source, &QComboBox::currentIndexChanged, this, &LabForm::onChanged);
    connect(m_limits, &QLineEdit::textChanged, this, &LabForm::onChanged);
    connect(m_usesTicked, &QCheckBox::clicked, this, [this](bool isChecked) { m_wantsTicked = isChecked; });
    connect(m_usesTicked, &QCheckBox::toggled, this, &LabForm::onChanged);
    for (const QSpinBox *field : {m_flags, m_delay, m_jitter, m_errors, m_capacity, m_seed})
        connect(field, &QSpinBox::valueChanged, this, &LabForm::onChanged);
}

void LabForm::addMain(QFormLayout &form)
{
    form.addRow(tr("S&ource:"), m_source);
    form.addRow(tr("&Limits:"), m_limits);
    form.addRow(tr("&Flags:"), m_flags);
    form.addRow(m_usesTicked);
}

void LabForm::addServer()
{
    auto *form = new QFormLayout(m_server);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Delay:"), m_delay);
    form->addRow(tr("&Jitter:"), m_jitter);
    form->addRow(tr("&Errors:"), m_errors);
    form->addRow(tr("&At once:"), m_capacity);
    form->addRow(tr("&Seed:"), m_seed);
}

void LabForm::setSettings(const LabSettings &settings)
{
    const int row = rowOf(settings.sourceId); // none if its file of sources is not given this time
    m_source->setCurrentIndex(row >= 0 ? row : std::max(rowOf(LabSettings().sourceId), 0));
    m_limits->setText(limitsText(settings.limits));
    m_flags->setValue(settings.flags);
    m_wantsTicked = settings.usesTicked;
    m_usesTicked->setChecked(m_wantsTicked && m_usesTicked->isEnabled());
    m_delay->setValue(settings.delay);
    m_jitter->setValue(settings.jitter);
    m_errors->setValue(settings.errors);
    m_capacity->setValue(settings.capacity);
    m_seed->setValue(settings.seed);
    onChanged();
}

int LabForm::rowOf(const QString &sourceId) const
{
    for (int row = 0; row < m_source->count(); ++row) {
        if (m_source->itemData(row).value<Source>().id == sourceId)
            return row;
    }
    return -1;
}

LabSettings LabForm::settings() const
{
    LabSettings settings;
    settings.sourceId = source().id;
    settings.limits = readLimits(m_limits->text()).value_or(QList<int>());
    settings.flags = m_flags->value();
    settings.usesTicked = m_wantsTicked;
    settings.delay = m_delay->value();
    settings.jitter = m_jitter->value();
    settings.errors = m_errors->value();
    settings.capacity = m_capacity->value();
    settings.seed = m_seed->value();
    return settings;
}

Source LabForm::source() const
{
    return m_source->currentData().value<Source>();
}

void LabForm::setTicked(int count)
{
    m_usesTicked->setText(tr("The %n &ticked countries", nullptr, count));
    m_usesTicked->setEnabled(count > 0);
    m_usesTicked->setChecked(m_wantsTicked && count > 0);
    onChanged(); // another number takes another time
}

QString LabForm::problem() const
{
    const auto limits = readLimits(m_limits->text());
    return limits ? QString() : tr("These limits cannot be read; %1").arg(asSentence(limits.error()));
}

void LabForm::onChanged()
{
    describe(*m_limits, {}, problem());
    m_flags->setEnabled(!m_usesTicked->isChecked());
    m_server->setVisible(source().embedded == Embedded::Slow);
    Q_EMIT changed();
}
