#include "ui/preferences/appearancepage.h"

#include "ui/look/cellmetrics.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QSlider>
#include <QVBoxLayout>

AppearancePage::AppearancePage()
    : PreferencesPage({}, {})
    , m_colours(new QComboBox)
    , m_size(new QSlider(Qt::Horizontal))
    , m_reducesMotion(new QCheckBox(tr("&Reduce motion")))
{
    m_colours->addItem(tr("Like the system"), QVariant::fromValue(ColourScheme::System));
    m_colours->addItem(tr("Light"), QVariant::fromValue(ColourScheme::Light));
    m_colours->addItem(tr("Dark"), QVariant::fromValue(ColourScheme::Dark));
    m_colours->setToolTip(tr("The colours of the window"));
    m_size->setRange(CellMetrics::minimumPictureWidth, CellMetrics::maximumPictureWidth);
    m_size->setSingleStep(2 * CellMetrics::unit);
    m_size->setPageStep(4 * CellMetrics::unit);
    m_size->setFixedWidth(20 * CellMetrics::unit);
    m_size->setToolTip(tr("The same as the slider in the window"));
    m_reducesMotion->setToolTip(tr("Flags appear at once, and menus and scroll bars do not move gradually"));

    auto *form = new QFormLayout;
    form->addRow(tr("Co&lours:"), m_colours);
    form->addRow(tr("&Size of the flags:"), m_size);
    content()->addLayout(form);
    content()->addWidget(m_reducesMotion);
    content()->addStretch();
    connect(m_colours, &QComboBox::currentIndexChanged, this, &PreferencesPage::changed);
    connect(m_size, &QSlider::valueChanged, this, &PreferencesPage::changed);
    connect(m_reducesMotion, &QCheckBox::toggled, this, &PreferencesPage::changed);
}

void AppearancePage::setValues(const PreferenceValues &values)
{
    m_colours->setCurrentIndex(int(values.preferences.colours)); // the entries are in the order of the values
    m_size->setValue(values.pictureWidth);
    m_reducesMotion->setChecked(values.preferences.reducesMotion);
}

void AppearancePage::collect(PreferenceValues &values) const
{
    values.preferences.colours = m_colours->currentData().value<ColourScheme>();
    values.pictureWidth = m_size->value();
    values.preferences.reducesMotion = m_reducesMotion->isChecked();
}
