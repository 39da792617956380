#include "ui/header/sizeslider.h"

#include "ui/look/cellmetrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QSlider>

namespace {
constexpr int stepWidth = 16;
}

SizeSlider::SizeSlider(QWidget *parent)
    : QWidget(parent)
    , m_slider(new QSlider(Qt::Horizontal))
{
    m_slider->setRange(CellMetrics::narrowestPicture, CellMetrics::widestPicture);
    m_slider->setSingleStep(stepWidth);
    m_slider->setPageStep(2 * stepWidth);
    m_slider->setValue(CellMetrics::usualPicture);
    m_slider->setFixedWidth(15 * CellMetrics::unit);
    m_slider->setAccessibleName(tr("Size of the flags"));
    m_slider->setToolTip(tr("Size of the flags (Ctrl and + or -)"));
    auto *label = new QLabel(tr("Si&ze"));
    label->setBuddy(m_slider);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    layout->addWidget(label);
    layout->addWidget(m_slider);

    connect(m_slider, &QSlider::valueChanged, this, &SizeSlider::pictureWidthChanged);
    connect(new QShortcut(QKeySequence::ZoomIn, this), &QShortcut::activated, this, [this] { step(1); });
    connect(new QShortcut(QKeySequence::ZoomOut, this), &QShortcut::activated, this, [this] { step(-1); });
}

void SizeSlider::setPictureWidth(int width)
{
    m_slider->setValue(width);
}

void SizeSlider::step(int direction)
{
    m_slider->setValue(m_slider->value() + direction * stepWidth);
}
