#include "ui/details/savecopydialog.h"

#include "app/storage/storedvalues.h"
#include "ui/details/savefiledialog.h"
#include "ui/look/cellmetrics.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr auto formatKey = "copy/format"_L1;
constexpr auto widthKey = "copy/width"_L1;
constexpr int defaultWidth = 512; // pixels
constexpr int smallestWidth = 44 * CellMetrics::unit; // so that the title is legible

} // namespace

SaveCopyDialog::SaveCopyDialog(const FlagFile &file, QWidget *parent)
    : QDialog(parent)
    , m_file(file)
    , m_format(new QComboBox)
    , m_width(new QSpinBox)
{
    setWindowTitle(tr("Save a copy: %1").arg(file.name));
    const QString original = QFileInfo(file.path).suffix().toUpper();
    m_format->addItem(u"PNG"_s, suffixOf(RenditionFormat::Png));
    m_format->addItem(u"WebP"_s, suffixOf(RenditionFormat::WebP));
    m_format->addItem(tr("As it is (%1)").arg(original), QString());
    m_format->setToolTip(tr("The format of the copy"));
    m_width->setRange(1, maximalRenditionWidth);
    m_width->setSuffix(tr(" pixels", "after a number in a field"));
    m_width->setToolTip(tr("A picture with fewer pixels than this is not enlarged"));

    const QSettings settings;
    m_format->setCurrentIndex(
        std::max(0, m_format->findData(settings.value(formatKey, u"png"_s).toString())));
    m_width->setValue(storedNumber(settings, widthKey, 1, maximalRenditionWidth).value_or(defaultWidth));

    auto *form = new QFormLayout;
    form->setSpacing(CellMetrics::unit);
    form->addRow(tr("&Format"), m_format);
    form->addRow(tr("&Width"), m_width);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto *save = buttons->addButton(tr("&Save as…"), QDialogButtonBox::AcceptRole);
    save->setToolTip(tr("Choose the folder and the name of the copy"));
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(buttons);
    save->setDefault(true); // in its dialog, otherwise another button becomes the default
    setMinimumWidth(smallestWidth);

    connect(m_format, &QComboBox::currentIndexChanged, this, &SaveCopyDialog::updateWidth);
    connect(buttons, &QDialogButtonBox::accepted, this, &SaveCopyDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SaveCopyDialog::reject);
    updateWidth();
}

void SaveCopyDialog::accept()
{
    QFileDialog *dialog = saveFileDialog(m_file, suffix(), this);
    connect(dialog, &QFileDialog::fileSelected, this, &SaveCopyDialog::finish);
    dialog->open();
}

std::optional<RenditionFormat> SaveCopyDialog::format() const
{
    return renditionFormatFromSuffix(m_format->currentData().toString());
}

QString SaveCopyDialog::suffix() const
{
    return format() ? suffixOf(*format()) : QFileInfo(m_file.path).suffix();
}

void SaveCopyDialog::updateWidth()
{
    m_width->setEnabled(format().has_value());
}

void SaveCopyDialog::finish(const QString &path)
{
    QSettings settings;
    settings.setValue(formatKey, m_format->currentData());
    settings.setValue(widthKey, m_width->value());
    rememberCopyFolder(path);
    CopySpec spec{.rendition = {}, .path = path};
    if (const auto chosen = format())
        spec.rendition = RenditionSpec{*chosen, m_width->value()};
    Q_EMIT saveRequested(m_file, spec);
    QDialog::accept();
}
