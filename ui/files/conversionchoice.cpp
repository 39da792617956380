#include "ui/files/conversionchoice.h"

#include "app/images/rendition.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/textwidgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace {
/// An empty field means no widths. A comma at the end is not an error, because the next width is still being
/// typed.
tl::expected<QList<int>, BadWidths> widthsIn(const QLineEdit *field)
{
    QString text = field->text().trimmed();
    if (text.endsWith(u','))
        text.chop(1);
    return text.isEmpty() ? QList<int>() : widthsFromText(text);
}

void appendRenditions(Conversion &conversion, RenditionFormat format, const QLineEdit *field)
{
    const auto widths = widthsIn(field).value_or(QList<int>());
    for (const int width : widths)
        conversion.renditions.append({format, width});
}
} // namespace

ConversionChoice::ConversionChoice(QWidget *parent)
    : QGroupBox(tr("Also save as"), parent)
{
    auto *form = new QFormLayout(this);
    form->setSpacing(CellMetrics::unit);
    m_png = addWidths(tr("&PNG, widths"), tr("Widths of PNG files in pixels"));
    m_webP = addWidths(tr("&WebP, widths"), tr("Widths of WebP files in pixels"));

    m_crop = new QComboBox;
    m_crop->addItem(tr("The whole flag"), int(Crop::None));
    m_crop->addItem(tr("A square from its middle"), int(Crop::Square));
    m_crop->addItem(tr("A circle from its middle"), int(Crop::Circle));
    form->addRow(tr("&Shape"), m_crop);
    m_keepsOriginal = new QCheckBox(tr("Keep the ori&ginal too"));
    m_keepsOriginal->setToolTip(tr("The file as the source sent it"));
    form->addRow(QString(), m_keepsOriginal);

    for (const QLineEdit *field : {m_png, m_webP})
        connect(field, &QLineEdit::textChanged, this, &ConversionChoice::updateChoices);
    connect(m_crop, &QComboBox::currentIndexChanged, this, &ConversionChoice::changed);
    connect(m_keepsOriginal, &QCheckBox::toggled, this, &ConversionChoice::changed);
    setConversion({});
}

void ConversionChoice::setConversion(const Conversion &conversion)
{
    m_png->setText(widthsText(conversion, RenditionFormat::Png));
    m_webP->setText(widthsText(conversion, RenditionFormat::WebP));
    m_crop->setCurrentIndex(m_crop->findData(int(conversion.crop)));
    m_keepsOriginal->setChecked(conversion.keepsOriginal);
    updateChoices();
}

Conversion ConversionChoice::conversion() const
{
    Conversion conversion;
    appendRenditions(conversion, RenditionFormat::Png, m_png);
    appendRenditions(conversion, RenditionFormat::WebP, m_webP);
    if (conversion.renditions.isEmpty())
        return {};
    conversion.crop = Crop(m_crop->currentData().toInt());
    conversion.keepsOriginal = m_keepsOriginal->isChecked();
    return conversion;
}

QString ConversionChoice::problem() const
{
    for (const QLineEdit *field : {m_png, m_webP}) {
        if (const auto widths = widthsIn(field); !widths)
            return tr("These widths cannot be used: %1.").arg(widths.error().reason);
    }
    return {};
}

QLineEdit *ConversionChoice::addWidths(const QString &label, const QString &name)
{
    auto *field = new QLineEdit;
    field->setPlaceholderText(tr("none; for example 80, 160, 320"));
    keepPlaceholderReadable(field);
    field->setAccessibleName(name);
    field->setToolTip(tr("An SVG flag is drawn at exactly this width; other pictures are never enlarged"));
    field->setClearButtonEnabled(true);
    static_cast<QFormLayout *>(layout())->addRow(label, field);
    return field;
}

void ConversionChoice::updateChoices()
{
    const bool converts = !m_png->text().trimmed().isEmpty() || !m_webP->text().trimmed().isEmpty();
    m_crop->setEnabled(converts);
    m_keepsOriginal->setEnabled(converts);
    Q_EMIT changed();
}
