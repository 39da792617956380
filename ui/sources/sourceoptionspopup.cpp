#include "ui/sources/sourceoptionspopup.h"

#include "app/sources/sourcetexts.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/steadybutton.h"

#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>

#include <algorithm>

namespace {

constexpr int rowsShown = 4;

SteadyButton *listButton(const QString &text, const QString &toolTip)
{
    auto *button = new SteadyButton(text, toolTip);
    button->setAccessibleName(toolTip);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return button;
}

} // namespace

FallbackList::FallbackList(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget)
    , m_others(new QComboBox)
    , m_add(listButton(tr("&Add"), tr("Add the source on the left to the end of the list")))
    , m_remove(listButton(tr("&Remove"), tr("Remove the chosen source from the list")))
    , m_up(listButton(tr("U&p"), tr("Use the chosen source earlier")))
    , m_down(listButton(tr("Do&wn"), tr("Use the chosen source later")))
{
    setFocusProxy(m_list);
    m_list->setAccessibleName(tr("Sources that are used for missing flags, in this order"));
    m_list->setFixedHeight(rowsShown * (fontMetrics().height() + CellMetrics::unit));
    m_others->setAccessibleName(tr("Sources that can be added"));
    m_others->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    layout->addWidget(m_list, 0, 0, 3, 1);
    layout->addWidget(m_up, 0, 1);
    layout->addWidget(m_down, 1, 1);
    layout->addWidget(m_remove, 2, 1);
    layout->addWidget(m_others, 3, 0);
    layout->addWidget(m_add, 3, 1);

    connect(m_list, &QListWidget::currentRowChanged, this, &FallbackList::updateButtons);
    connect(m_add, &QPushButton::clicked, this, &FallbackList::add);
    connect(m_remove, &QPushButton::clicked, this, &FallbackList::remove);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
}

void FallbackList::show(const QList<Source> &offered, const QStringList &chosen)
{
    m_offered = offered;
    m_list->clear();
    for (const QString &id : chosen) {
        for (const Source &source : offered) {
            if (source.id != id)
                continue;
            auto *item = new QListWidgetItem(displayTitle(source), m_list);
            item->setData(Qt::UserRole, id);
        }
    }
    m_list->setCurrentRow(m_list->count() - 1);
    updateOffered();
}

QStringList FallbackList::chosen() const
{
    QStringList ids;
    for (int row = 0; row < m_list->count(); ++row)
        ids.append(m_list->item(row)->data(Qt::UserRole).toString());
    return ids;
}

void FallbackList::add()
{
    if (m_others->count() == 0)
        return;
    auto *item = new QListWidgetItem(m_others->currentText(), m_list);
    item->setData(Qt::UserRole, m_others->currentData());
    m_list->setCurrentItem(item);
    updateOffered();
    Q_EMIT edited();
}

void FallbackList::remove()
{
    if (m_list->currentRow() < 0)
        return;
    delete m_list->takeItem(m_list->currentRow());
    updateOffered();
    Q_EMIT edited();
}

void FallbackList::move(int by)
{
    const int row = m_list->currentRow();
    if (row < 0 || row + by < 0 || row + by >= m_list->count())
        return;
    m_list->insertItem(row + by, m_list->takeItem(row));
    m_list->setCurrentRow(row + by);
    Q_EMIT edited();
}

void FallbackList::updateOffered()
{
    const QStringList already = chosen();
    m_others->clear();
    for (const Source &source : std::as_const(m_offered)) {
        if (!already.contains(source.id))
            m_others->addItem(displayTitle(source), source.id);
    }
    updateButtons();
}

void FallbackList::updateButtons()
{
    const int row = m_list->currentRow();
    m_remove->setAvailable(row >= 0);
    m_up->setAvailable(row > 0);
    m_down->setAvailable(row >= 0 && row < m_list->count() - 1);
    m_add->setAvailable(m_others->count() > 0);
}

SourceOptionsPopup::SourceOptionsPopup(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_formats(new QComboBox)
    , m_widths(new QComboBox)
    , m_fallbacks(new FallbackList)
    , m_adjust(new QPushButton(tr("Ad&just how it behaves...")))
{
    setFrameStyle(StyledPanel | Plain);
    setAccessibleName(tr("Source options"));
    m_formats->setToolTip(tr("The format of the pictures"));
    m_widths->setToolTip(tr("The width of the pictures"));
    m_adjust->setToolTip(tr("Delays, errors and random seed of this source"));

    auto *manage = new QPushButton(tr("&Manage sources..."));
    manage->setToolTip(tr("See all sources, and add your own"));
    auto *question = new QLabel(tr("If a fla&g is missing there, use:"));
    question->setBuddy(m_fallbacks->focusProxy());

    auto *form = new QFormLayout(this);
    constexpr int margin = 2 * CellMetrics::unit;
    form->setContentsMargins(margin, margin, margin, margin);
    form->setSpacing(CellMetrics::unit);
    form->addRow(tr("Picture &format:"), m_formats);
    form->addRow(tr("Wid&th:"), m_widths);
    form->addRow(question);
    form->addRow(m_fallbacks);
    form->addRow(m_adjust);
    form->addRow(manage);

    connect(m_formats, &QComboBox::activated, this, &SourceOptionsPopup::showWidths);
    connect(m_formats, &QComboBox::activated, this, &SourceOptionsPopup::emitChoice);
    connect(m_widths, &QComboBox::activated, this, &SourceOptionsPopup::emitChoice);
    connect(m_fallbacks, &FallbackList::edited, this, &SourceOptionsPopup::emitChoice);
    connect(m_adjust, &QPushButton::clicked, this, &QWidget::close);
    connect(m_adjust, &QPushButton::clicked, this, &SourceOptionsPopup::adjustRequested);
    connect(manage, &QPushButton::clicked, this, &QWidget::close);
    connect(manage, &QPushButton::clicked, this, &SourceOptionsPopup::manageRequested);
}

void SourceOptionsPopup::open(
    const Source &source, const QList<Source> &others, const SourceChoice &choice, const QPoint &corner)
{
    m_source = source;
    showFormats();
    const Source concrete = withPicture(source, choice.picture).value_or(source);
    m_formats->setCurrentIndex(std::max(m_formats->findData(concrete.format), 0));
    showWidths();
    m_widths->setCurrentIndex(std::max(m_widths->findData(concrete.width), 0));
    m_fallbacks->show(others, choice.fallbacks);
    m_adjust->setVisible(source.embedded == Embedded::Slow || source.embedded == Embedded::Faulty);

    adjustSize();
    const QRect screen = parentWidget()->screen()->availableGeometry();
    move(std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() - width())),
        std::clamp(corner.y(), screen.top(), std::max(screen.top(), screen.bottom() - height())));
    show();
    (m_formats->isEnabled() ? static_cast<QWidget *>(m_formats) : m_fallbacks)->setFocus();
}

void SourceOptionsPopup::showFormats()
{
    m_formats->clear();
    for (const SourcePicture &picture : std::as_const(m_source.pictures)) {
        if (!picture.format.isEmpty() && m_formats->findData(picture.format) < 0)
            m_formats->addItem(picture.format.toUpper(), picture.format);
    }
    if (m_formats->count() == 0)
        m_formats->addItem(tr("As the source has it"), QString());
    m_formats->setEnabled(m_formats->count() > 1);
}

void SourceOptionsPopup::showWidths()
{
    m_widths->clear();
    for (const SourcePicture &picture : std::as_const(m_source.pictures)) {
        if (picture.format != format())
            continue;
        for (const int width : picture.widths)
            m_widths->addItem(tr("%1 pixels").arg(QLocale().toString(width)), width);
        m_widths->setCurrentIndex(std::max(m_widths->findData(picture.defaultWidth), 0));
        break;
    }
    if (m_widths->count() == 0)
        m_widths->addItem(
            format() == QStringLiteral("svg") ? tr("Any: SVG has no fixed size") : tr("As the source has it"),
            0);
    m_widths->setEnabled(m_widths->count() > 1);
}

// Only stores what differs from the source's default, so that a later change of the default takes effect.
void SourceOptionsPopup::emitChoice()
{
    SourceChoice choice;
    choice.fallbacks = m_fallbacks->chosen();
    if (const int width = m_widths->currentData().toInt(); width > 0)
        choice.picture.width = width;
    choice.picture.format = format();
    if (choice.picture.format == m_source.format && choice.picture.width.value_or(0) == m_source.width)
        choice.picture = {};
    Q_EMIT choiceChanged(choice);
}

QString SourceOptionsPopup::format() const
{
    return m_formats->currentData().toString();
}
