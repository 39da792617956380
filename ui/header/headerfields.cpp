#include "ui/header/headerfields.h"

#include "app/transfer/transfersettings.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/icons.h"
#include "ui/look/keys.h"
#include "ui/look/stateappearance.h"
#include "ui/look/textwidgets.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QShortcut>
#include <QSlider>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int maximumSearchLength = 1000; // characters; keeps each keystroke fast after pasting a long text
// Device-independent pixels.
constexpr int stepWidth = 16;
constexpr int usualSliderWidth = 15 * CellMetrics::unit; // less where the chips of the categories need it

} // namespace

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
    , m_icon(addAction(QIcon(), LeadingPosition))
{
    setPlaceholderText(tr("Search: name, code, emoji, continent:africa …"));
    setAccessibleName(tr("Search"));
    setToolTip(
        tr("Shows only the countries that match (Ctrl+F): names in any language, codes, emoji flags.<br>"
           "Also continent:africa, region:western-europe, group:eu and state:failed; a minus leaves out, as "
           "in -EG; a comma adds another search.")
            .replace(u'-', QChar(0x2011))); // non-breaking hyphen: "-EG" stays on one line
    m_icon->setText(tr("Search"));
    keepPlaceholderReadable(this);
    letShortcutsPass(*this);
    setMaxLength(maximumSearchLength);
    setMinimumWidth(15 * CellMetrics::unit);
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setWhatsThis(tr("Go to the search field"));
    connect(find, &QShortcut::activated, this, &SearchField::focusAndSelect);
    connect(m_icon, &QAction::triggered, this, &SearchField::focusAndSelect);
    // Not at start: QLineEdit loads the icon of its clear button at once.
    connect(this, &QLineEdit::textChanged, this, [this] { setClearButtonEnabled(true); });
    updateColours();
}

void SearchField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColours();
}

void SearchField::focusAndSelect()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void SearchField::updateColours()
{
    m_icon->setIcon(svgPixmap(u"search"_s, StateIcons::side, mutedText(palette()), devicePixelRatioF()));
}

LimitBox::LimitBox(QWidget *parent)
    : QSpinBox(parent)
{
    setRange(1, TransferSettings::maximalLimit);
    setSuffix(longSuffix());
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed); // down to the short suffix
    setAccessibleName(tr("Requests at once"));
    letShortcutsPass(*this);
    setStepType(AdaptiveDecimalStepType);
    setKeyboardTracking(false); // typing 100 must not set 1 and 10 first
    setAlignment(Qt::AlignRight);
    setSource({});
    connect(this, &QSpinBox::valueChanged, this, &LimitBox::storeChoice);
    connect(this, &QSpinBox::valueChanged, this, &LimitBox::fitSuffix);
}

QSize LimitBox::sizeHint() const
{
    return QSpinBox::sizeHint() + QSize(widerBy(longSuffix()), 0);
}

QSize LimitBox::minimumSizeHint() const
{
    // Not QSpinBox::minimumSizeHint(), which leaves the suffix out.
    return QSpinBox::sizeHint() + QSize(widerBy(shortSuffix()), 0);
}

void LimitBox::resizeEvent(QResizeEvent *event)
{
    QSpinBox::resizeEvent(event);
    fitSuffix();
}

void LimitBox::fitSuffix()
{
    if (const QString fitting = width() < sizeHint().width() ? shortSuffix() : longSuffix();
        fitting != suffix())
        setSuffix(fitting);
}

QString LimitBox::longSuffix() const
{
    return value() == 1 ? tr(" request at once", "number 1") : tr(" requests at once", "number");
}

QString LimitBox::shortSuffix() const
{
    return value() == 1 ? tr(" request", "number 1") : tr(" requests", "number");
}

int LimitBox::widerBy(const QString &other) const
{
    return fontMetrics().horizontalAdvance(other) - fontMetrics().horizontalAdvance(suffix());
}

void LimitBox::setSource(const Source &source)
{
    m_source = source;
    // People expect the number of flags.
    const QString perFlag = source.metadataTemplate.isEmpty()
        ? tr("A flag of this source takes one request.")
        : tr("A flag of this source takes two requests: one for the picture, one for the name.");
    const QString known
        = tr("The source is known to accept %1 at once.").arg(QLocale().toString(source.limit));
    setToolTip(perFlag + u'\n' + known); // screen readers read it as the description
    setValue(m_chosen.value(source.id, usualLimit()));
}

void LimitBox::setMostAtOnce(const std::optional<int> &most)
{
    m_mostAtOnce = most;
    setSource(m_source);
}

int LimitBox::usualLimit() const
{
    return std::min(m_source.limit, m_mostAtOnce.value_or(m_source.limit));
}

void LimitBox::setChosen(const QHash<QString, int> &limitOfSource)
{
    m_chosen = limitOfSource;
    setSource(m_source);
}

int LimitBox::limit()
{
    interpretText();
    return value();
}

void LimitBox::storeChoice(int limit)
{
    if (limit == usualLimit())
        m_chosen.remove(m_source.id);
    else
        m_chosen.insert(m_source.id, limit);
}

SizeSlider::SizeSlider(QWidget *parent)
    : QWidget(parent)
    , m_slider(new QSlider(Qt::Horizontal))
{
    m_slider->setRange(CellMetrics::minimumPictureWidth, CellMetrics::maximumPictureWidth);
    m_slider->setSingleStep(stepWidth);
    m_slider->setPageStep(2 * stepWidth);
    m_slider->setValue(CellMetrics::defaultPictureWidth);
    m_slider->setMinimumWidth(5 * CellMetrics::unit);
    m_slider->setMaximumWidth(usualSliderWidth);
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
    auto *larger = new QShortcut(QKeySequence::ZoomIn, this);
    larger->setWhatsThis(tr("Larger flags"));
    connect(larger, &QShortcut::activated, this, [this] { step(1); });
    auto *smaller = new QShortcut(QKeySequence::ZoomOut, this);
    smaller->setWhatsThis(tr("Smaller flags"));
    connect(smaller, &QShortcut::activated, this, [this] { step(-1); });
}

QSize SizeSlider::sizeHint() const
{
    const QSize hint = QWidget::sizeHint();
    return {hint.width() + usualSliderWidth - m_slider->sizeHint().width(), hint.height()};
}

void SizeSlider::setPictureWidth(int width)
{
    m_slider->setValue(width);
}

void SizeSlider::step(int direction)
{
    m_slider->setValue(m_slider->value() + direction * stepWidth);
}
